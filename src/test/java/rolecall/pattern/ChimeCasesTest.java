package rolecall.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import rolecall.json.CompactJson;
import rolecall.json.Json;

class ChimeCasesTest {
  private static List<String> matching(BiPredicate<String, Json.Obj> matches, Json.Obj document) {
    return ChimeCases.patterns().entrySet().stream()
        .filter(pattern -> matches.test(pattern.getValue(), document))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void check(Json.Obj document, String... names) {
    assertThat(matching(ChimeCasesTest::ours, document)).containsExactly(names);
    assertThat(matching((p, d) -> RulerOracle.matches(p, ChimeCases.LISTS, d), document))
        .as("Event Ruler")
        .containsExactly(names);
  }

  private static boolean ours(String pattern, Json.Obj document) {
    Truth truth = Reading.pattern(pattern, ChimeCases.LISTS).test(document, Unknowns.NONE);
    assertThat(truth).isNotEqualTo(Truth.UNKNOWN);
    return truth == Truth.YES;
  }

  @Test
  void a_granted_assumption_across_accounts_meets_its_patterns() {
    check(
        ChimeCases.granted(),
        "watched-role-taken",
        "without-mfa",
        "too-long",
        "from-documentation-network",
        "role-of-own-account-in-resources");
  }

  @Test
  void a_refused_edit_of_a_service_linked_role_meets_its_patterns() {
    check(ChimeCases.refused(), "edit-refused");
  }

  @Test
  void an_edit_of_a_trust_by_root_meets_its_patterns() {
    check(
        ChimeCases.trust(),
        "edited-by-stranger",
        "denied",
        "trust-for-all",
        "foreign-provider",
        "root",
        "omitted");
  }

  @Test
  void records_changed_by_chance_are_judged_as_by_event_ruler() {
    long seed = 17;
    DocumentMaker maker = new DocumentMaker(new Random(seed));
    for (Json.Obj document :
        List.of(ChimeCases.granted(), ChimeCases.refused(), ChimeCases.trust())) {
      for (int i = 0; i < 30; i++) {
        Json.Obj changed = maker.changed(document, i / 6);
        assertThat(matching(ChimeCasesTest::ours, changed))
            .as("seed %d: %s", seed, CompactJson.write(changed))
            .isEqualTo(matching((p, d) -> RulerOracle.matches(p, ChimeCases.LISTS, d), changed));
      }
    }
  }
}
