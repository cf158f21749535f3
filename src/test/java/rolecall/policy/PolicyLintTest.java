package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Policies that are worth a look and the whole text that a person reads. {@code -Dgolden=write}
 * writes the expected texts anew, to be reviewed in the diff.
 */
class PolicyLintTest {
  private static final Path FOLDER = Path.of("src/test/resources/lint");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  static List<Path> policies() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void a_policy_is_told_whole(Path policy) throws IOException {
    PolicyFile file =
        PolicyFile.lint(policy.getFileName().toString(), Files.readAllBytes(policy), TODAY);
    String text = file.problems().render();
    Path expected = Path.of(policy.toString().replace(".yaml", ".expected.txt"));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(expected, text);
    }
    assertThat(text).isEqualTo(Files.readString(expected));
    assertThat(file.loaded().isEmpty()).isEqualTo(file.problems().hasErrors());
  }

  @Test
  void the_shipped_policy_is_clean() {
    byte[] shipped = Policies.text().getBytes(StandardCharsets.UTF_8);
    assertThat(PolicyFile.lint("default.yaml", shipped, TODAY).problems().render()).isEmpty();
  }
}
