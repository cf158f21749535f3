package rolecall.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.pattern.Reading.NO_LISTS;
import static rolecall.pattern.Reading.document;
import static rolecall.pattern.Reading.pattern;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplainTest {
  private static final Lists LISTS =
      new DifferentialTest.MapLists(
          Map.of("trusted-accounts", List.of(), "owners", List.of("ada", "grace")));

  private static List<Clause> explain(String yaml, String document) {
    return pattern(yaml, LISTS).explain(document(document), Unknowns.NONE);
  }

  @Test
  void every_clause_says_what_was_wanted_and_what_stood_there_in_the_order_written() {
    String yaml =
        """
        role.name: [{wildcard: "Chime*"}, {list: owners}]
        outcome: [denied, {prefix: AWSServiceRoleFor}]
        session:
          duration: {numeric: [">=", 3600]}
          externalId: {exists: false}
        $or:
          - caller: {mfa: true}
          - caller.account: {anything-but: {list: trusted-accounts}}
        """;

    assertThat(
            explain(
                yaml,
                """
                {"role": {"name": "ChimeAdmin"}, "outcome": "success",
                 "session": {"duration": 900}, "caller": {"mfa": false, "account": "111122223333"}}
                """))
        .containsExactly(
            new Clause(
                "role.name", "like \"Chime*\" or one of list owners", "\"ChimeAdmin\"", Truth.YES),
            new Clause(
                "outcome", "\"denied\" or prefix \"AWSServiceRoleFor\"", "\"success\"", Truth.NO),
            new Clause("session.duration", "a number >= 3600", "900", Truth.NO),
            new Clause("session.externalId", "absent", "nothing", Truth.YES),
            new Clause("caller.mfa", "true", "false", Truth.NO),
            new Clause(
                "caller.account",
                "anything but one of list trusted-accounts (empty)",
                "\"111122223333\"",
                Truth.YES));
  }

  @Test
  void every_operator_has_its_words() {
    String yaml =
        """
        a: [x, 5, true, null, {exists: true}, {suffix: y}, {equals-ignore-case: Z},
            {prefix: {equals-ignore-case: p}}, {cidr: 192.0.2.0/24}]
        b: [{numeric: ["=", 5]}, {numeric: [">", 0, "<=", 9]}, {anything-but: [1, 2]},
            {anything-but: {prefix: [a, b]}}]
        """;

    assertThat(explain(yaml, "{}"))
        .containsExactly(
            new Clause(
                "a",
                "\"x\" or 5 or true or null or present or suffix \"y\" or \"Z\" in any letter case"
                    + " or prefix \"p\" in any letter case or an address in 192.0.2.0/24",
                "nothing",
                Truth.NO),
            new Clause(
                "b",
                "a number = 5 or a number > 0 and <= 9 or anything but 1 or 2"
                    + " or anything but prefix \"a\" or prefix \"b\"",
                "nothing",
                Truth.NO));
  }

  @Test
  void a_long_list_is_cut() {
    assertThat(explain("a: [b, c, d, e, f, g, h, i, j, k, l, m]", "{}").getFirst().wanted())
        .isEqualTo(
            "\"b\" or \"c\" or \"d\" or \"e\" or \"f\" or \"g\" or \"h\" or \"i\" or \"j\""
                + " or \"k\" or 2 more");
  }

  @Test
  void what_stood_there_is_short_and_has_no_control_characters() {
    String found =
        explain(
                "a: x",
                "{\"a\": \"line\\nnext\\u0085\\u202e\\u2028\\ud800" + "z".repeat(300) + "\"}")
            .getFirst()
            .found();

    assertThat(found).startsWith("\"line\\nnext\\u0085\\u202e\\u2028\\ud800zzz").endsWith("z…");
    assertThat(found).hasSize(201);
  }

  @Test
  void objects_arrays_and_fields_of_several_items_are_shown() {
    assertThat(explain("a: {exists: true}", "{\"a\": {\"b\": 1}}"))
        .containsExactly(new Clause("a", "present", "{\"b\":1}", Truth.NO));
    assertThat(explain("a: [1]", "{\"a\": [1, 2]}"))
        .containsExactly(new Clause("a", "1", "[1,2]", Truth.YES));
    assertThat(explain("a: {b: 2}", "{\"a\": [{\"b\": 1}, {\"b\": 2}]}"))
        .containsExactly(new Clause("a.b", "2", "[1,2]", Truth.YES));
  }

  @Test
  void a_field_that_cannot_be_known_is_said_to_be_so() {
    assertThat(
            pattern("session.duration: {numeric: ['>', 1]}", NO_LISTS)
                .explain(document("{\"session\": {\"duration\": 5}}"), "session.duration"::equals))
        .containsExactly(
            new Clause("session.duration", "a number > 1", "not known", Truth.UNKNOWN));
  }

  @Test
  void the_paths_of_all_branches_are_named() {
    assertThat(
            pattern(
                    "a: {b: 1}\n$or: [{c.d: 1}, {e: {$or: [{f: 1}, {g: {exists: false}}]}}]",
                    NO_LISTS)
                .paths())
        .isEqualTo(Set.of("a.b", "c.d", "e.f", "e.g"));
  }
}
