package rolecall.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
  private static final List<String> KNOWN =
      List.of("severity", "rules", "grants", "when", "unless", "AssumeRole", "AssumeRoleWithSAML");

  @ParameterizedTest
  @CsvSource({
    "severty, severity",
    "Severity, severity",
    "sevreity, severity",
    "rule, rules",
    "wehn, when",
    "AssumedRole, AssumeRole",
    "assumerolewithsaml, AssumeRoleWithSAML"
  })
  void the_nearest_word_is_offered(String written, String meant) {
    assertThat(DidYouMean.nearest(written, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"principal", "xyz", "''", "q"})
  void a_far_word_is_not_guessed_at(String written) {
    assertThat(DidYouMean.nearest(written, KNOWN)).isEmpty();
  }

  @Test
  void of_equally_near_words_the_first_in_the_alphabet_is_offered() {
    assertThat(DidYouMean.nearest("cat", List.of("rat", "bat", "hat"))).contains("bat");
    assertThat(DidYouMean.nearest("cat", List.of())).isEmpty();
  }

  @Test
  void a_very_long_word_is_answered_quickly() {
    assertThat(DidYouMean.nearest("x".repeat(1_000_000), KNOWN)).isEmpty();
  }
}
