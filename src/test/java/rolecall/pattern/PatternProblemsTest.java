package rolecall.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every mistake with its whole text, as a person reads it. */
class PatternProblemsTest {
  private static final Lists LISTS =
      new DifferentialTest.MapLists(Map.of("trusted-accounts", List.of("111122223333")));

  private static void check(String yaml, String expected) {
    assertThat(Reading.problems(yaml, LISTS).replace(System.lineSeparator(), "\n"))
        .isEqualTo(expected);
  }

  @Test
  void an_unknown_operator_is_named_with_the_one_meant() {
    check(
        """
        role.name: [{prefx: AWS}, {matches: a}]
        """,
        """
        ERROR p.yaml:1:14: There is no operator 'prefx'. The pattern could not be compiled. Fix: Did you mean 'prefix'?
         | role.name: [{prefx: AWS}, {matches: a}]
         |              ^
        ERROR p.yaml:1:28: There is no operator 'matches'. The pattern could not be compiled. Fix: Use one of prefix, suffix, wildcard, equals-ignore-case, cidr, numeric, exists, anything-but, list.
         | role.name: [{prefx: AWS}, {matches: a}]
         |                            ^
        """);
  }

  @Test
  void an_operator_takes_one_text() {
    check(
        """
        role.name: [{prefix: [a, b]}, {suffix: 5}, {exists: yes}]
        """,
        """
        ERROR p.yaml:1:22: 'prefix' takes a text, and this is a list. The pattern could not be compiled. Fix: Write one text an operator, quoted if it is digits: [{prefix: a}, {prefix: b}].
         | role.name: [{prefix: [a, b]}, {suffix: 5}, {exists: yes}]
         |                      ^
        ERROR p.yaml:1:40: 'suffix' takes a text, and this is a number. The pattern could not be compiled. Fix: Write one text an operator, quoted if it is digits: [{suffix: a}, {suffix: b}].
         | role.name: [{prefix: [a, b]}, {suffix: 5}, {exists: yes}]
         |                                        ^
        ERROR p.yaml:1:53: 'exists' takes true or false, and this is a text. The pattern could not be compiled. Fix: Write {exists: true} or {exists: false}.
         | role.name: [{prefix: [a, b]}, {suffix: 5}, {exists: yes}]
         |                                                     ^
        """);
  }

  @Test
  void an_empty_list_or_map_or_nothing_at_all_is_no_condition() {
    check(
        """
        role:
          name: []
          path: [{}]
          arn:
          account: {}
        """,
        """
        ERROR p.yaml:2:9: The list of 'name' is empty. It matches nothing, so the pattern never could. Fix: Write at least one value, or remove the field.
         |   name: []
         |         ^
        ERROR p.yaml:3:10: This map is empty. A map in a list holds exactly one operator. Fix: Write a map for each, of which any may hold: [{prefix: a}, {suffix: b}].
         |   path: [{}]
         |          ^
        ERROR p.yaml:4:7: Nothing stands after 'arn:'. The field would have no condition. Fix: Write a value or a list; to match a JSON null write [null].
         |   arn:
         |       ^
        ERROR p.yaml:5:12: This map is empty. It says nothing about any field. Fix: Name a field, or remove the map.
         |   account: {}
         |            ^
        """);
  }

  @Test
  void a_block_must_be_one_and_hold_more_than_one_address() {
    check(
        """
        network.address: [{cidr: 198.51.100.0/33}, {cidr: 198.51.100.7/32}]
        """,
        """
        ERROR p.yaml:1:26: "198.51.100.0/33" is no block of IP addresses. No address could be compared with it. Fix: Write an address, a slash and the number of fixed bits: 198.51.100.0/24.
         | network.address: [{cidr: 198.51.100.0/33}, {cidr: 198.51.100.7/32}]
         |                          ^
        ERROR p.yaml:1:51: "198.51.100.7/32" is a block of one address. Event Ruler refuses /32 for IPv4 and /128 for IPv6. Fix: Write the address alone, without the operator: 198.51.100.7.
         | network.address: [{cidr: 198.51.100.0/33}, {cidr: 198.51.100.7/32}]
         |                                                   ^
        """);
  }

  @Test
  void bounds_must_leave_a_range_and_come_lower_first() {
    check(
        """
        a: {numeric: [">", 5, "<", 5]}
        b: {numeric: ["<", 5, ">", 1]}
        """,
        """
        ERROR p.yaml:1:15: The bounds > 5 and < 5 leave no range. No number could be between them. Fix: Write a lower bound below the upper one; for one number write ["=", 5].
         | a: {numeric: [">", 5, "<", 5]}
         |               ^
        ERROR p.yaml:2:14: Two comparisons are a lower bound and then an upper one. The pattern could not be compiled. Fix: Write ["=", 5], ["<", 5], [">=", 1] or, lower bound first, [">=", 1, "<", 5].
         | b: {numeric: ["<", 5, ">", 1]}
         |              ^
        """);
  }

  @Test
  void a_comparison_is_an_operator_and_a_number() {
    check(
        """
        b: {numeric: [5]}
        c: {numeric: [gt, x]}
        d: {numeric: ["=", 12345678901234567890]}
        """,
        """
        ERROR p.yaml:1:14: 'numeric' takes one or two comparisons, each an operator and a number. The pattern could not be compiled. Fix: Write ["=", 5], ["<", 5], [">=", 1] or, lower bound first, [">=", 1, "<", 5].
         | b: {numeric: [5]}
         |              ^
        ERROR p.yaml:2:15: A comparison begins with one of = < <= > >=, quoted. The pattern could not be compiled. Fix: Write ["=", 5], ["<", 5], [">=", 1] or, lower bound first, [">=", 1, "<", 5].
         | c: {numeric: [gt, x]}
         |               ^
        ERROR p.yaml:2:19: A comparison needs a number, and this is a text. The pattern could not be compiled. Fix: Write ["=", 5], ["<", 5], [">=", 1] or, lower bound first, [">=", 1, "<", 5].
         | c: {numeric: [gt, x]}
         |                   ^
        ERROR p.yaml:3:20: 12345678901234567890 has more digits than can be compared. Numbers are compared as 64-bit floating point, and this one would be rounded. Fix: Write a shorter number, or quote it if the field is a text.
         | d: {numeric: ["=", 12345678901234567890]}
         |                    ^
        """);
  }

  @Test
  void a_list_inside_a_list_is_refused() {
    check(
        """
        a: [[x]]
        """,
        """
        ERROR p.yaml:1:5: A list stands inside a list. A field is compared with single values. Fix: Write the values of both into one list.
         | a: [[x]]
         |     ^
        """);
  }

  @Test
  void an_or_needs_two_branches_that_are_maps() {
    check(
        """
        $or:
          - a: x
        b: {$or: {c: x}}
        d:
          $or: [x, e: x]
        """,
        """
        ERROR p.yaml:1:1: $or needs a list of at least two patterns. With one branch there is no choice. Fix: Add the other branch, or write the fields without $or.
         | $or:
         | ^
        ERROR p.yaml:3:10: $or needs a list of at least two patterns. It would match nothing. Fix: Add the other branch, or write the fields without $or.
         | b: {$or: {c: x}}
         |          ^
        ERROR p.yaml:5:9: A branch of $or is a map of fields, and this is a text. There is no field to look at. Fix: Write a field and what it must be: - outcome: [denied].
         |   $or: [x, e: x]
         |         ^
        """);
  }

  @Test
  void an_unknown_list_is_named_with_the_one_meant() {
    check(
        """
        caller.account: [{list: trusted-acounts}]
        b: {anything-but: {list: networks}}
        """,
        """
        ERROR p.yaml:1:25: There is no list 'trusted-acounts'. The pattern could not be compiled. Fix: Did you mean 'trusted-accounts'?
         | caller.account: [{list: trusted-acounts}]
         |                         ^
        ERROR p.yaml:2:26: There is no list 'networks'. The pattern could not be compiled. Fix: Add it under 'lists'.
         | b: {anything-but: {list: networks}}
         |                          ^
        """);
  }

  @Test
  void a_value_that_stands_twice_and_an_account_without_quotes_are_warned_of() {
    check(
        """
        outcome: [denied, refused, denied]
        account: 111122223333
        """,
        """
        WARNING p.yaml:1:28: "denied" stands twice in this list. The second does nothing. Fix: Remove it, or write what was meant.
         | outcome: [denied, refused, denied]
         |                            ^
        WARNING p.yaml:2:10: 111122223333 is a number here, and looks like an account. CloudTrail writes accounts as texts, and a number never equals a text. Fix: Quote it: '111122223333'.
         | account: 111122223333
         |          ^
        """);
  }

  @Test
  void anything_but_takes_texts_or_numbers() {
    check(
        """
        b: {anything-but: []}
        c: {anything-but: [1, x]}
        d: {anything-but: true}
        """,
        """
        ERROR p.yaml:1:19: The list of 'anything-but' is empty. Nothing would be left out; Event Ruler refuses it. Fix: Write what must not match, or {exists: true} for any value.
         | b: {anything-but: []}
         |                   ^
        ERROR p.yaml:2:20: 'anything-but' mixes texts and numbers. Event Ruler leaves out either texts or numbers. Fix: Quote the numbers, or keep only them.
         | c: {anything-but: [1, x]}
         |                    ^
        ERROR p.yaml:3:19: 'anything-but' takes texts or numbers, and this is true. Event Ruler cannot leave it out. Fix: Name the values that may match instead; operators go outside of the list: {anything-but: {prefix: [a, b]}}.
         | d: {anything-but: true}
         |                   ^
        """);
  }

  @Test
  void anything_but_takes_few_operators() {
    check(
        """
        e: {anything-but: {cidr: 198.51.100.0/24}}
        f: {anything-but: {prefix: ''}}
        g: {anything-but: {sufix: a}}
        """,
        """
        ERROR p.yaml:1:20: 'anything-but' takes exactly one of prefix, suffix, equals-ignore-case, wildcard, list. Event Ruler cannot leave out anything else. Fix: Write {anything-but: {prefix: [a, b]}}.
         | e: {anything-but: {cidr: 198.51.100.0/24}}
         |                    ^
        ERROR p.yaml:2:28: 'prefix' is empty. Every text begins and ends so, and none would be left. Fix: Write the prefix that must not match.
         | f: {anything-but: {prefix: ''}}
         |                            ^
        ERROR p.yaml:3:20: 'anything-but' takes exactly one of prefix, suffix, equals-ignore-case, wildcard, list. Event Ruler cannot leave out anything else. Fix: Did you mean 'suffix'?
         | g: {anything-but: {sufix: a}}
         |                    ^
        """);
  }

  @Test
  void a_wildcard_has_no_two_stars_in_a_row_and_no_lone_backslash() {
    check(
        """
        a: {wildcard: 'Chime**'}
        b: {wildcard: 'a\\b'}
        """,
        """
        ERROR p.yaml:1:15: Two stars in a row cannot stand in a wildcard: "Chime**". One star already stands for any text, so the second was a slip. Fix: Write one '*', or '\\*' for a star itself.
         | a: {wildcard: 'Chime**'}
         |               ^
        ERROR p.yaml:2:15: A lone backslash cannot stand in a wildcard: "a\\\\b". A backslash makes the next star or backslash a plain character. Fix: Write '\\\\' for a backslash.
         | b: {wildcard: 'a\\b'}
         |               ^
        """);
  }

  @Test
  void a_field_has_one_condition_in_a_branch() {
    check(
        """
        outcome: denied
        $or:
          - outcome: refused
            x: 1
          - prefix: [y]
        """,
        """
        ERROR p.yaml:3:5: The field 'outcome' has a condition already in this branch. The syntax knows one condition a field; the other would be lost. Fix: Put both into one list, or each into its own branch of $or.
         |   - outcome: refused
         |     ^
        ERROR p.yaml:5:5: A field inside $or cannot be called 'prefix'. Event Ruler keeps that word for an operator. Fix: To use the operator, put it under a field's name: role.name: [{prefix: …}].
         |   - prefix: [y]
         |     ^
        """);
  }

  @Test
  void a_map_holds_one_operator() {
    check(
        """
        role.name: {prefix: a, suffix: b}
        x: [{prefix: a, suffix: b}]
        """,
        """
        ERROR p.yaml:1:24: A second operator stands in one map. A map holds one operator; with two it would be read as nested fields. Fix: Write a list with a map for each, of which any may hold: [{prefix: a}, {suffix: b}].
         | role.name: {prefix: a, suffix: b}
         |                        ^
        ERROR p.yaml:2:17: A second operator stands in one map. A map in a list holds exactly one operator. Fix: Write a map for each, of which any may hold: [{prefix: a}, {suffix: b}].
         | x: [{prefix: a, suffix: b}]
         |                 ^
        """);
  }

  @Test
  void a_pattern_is_a_map() {
    check(
        """
        [a]
        """,
        """
        ERROR p.yaml:1:1: A pattern is a map of fields, and this is a list. There is no field to look at. Fix: Write a field and what it must be: outcome: [denied].
         | [a]
         | ^
        """);
  }

  @Test
  void a_field_has_a_name() {
    check(
        """
        a.: x
        """,
        """
        ERROR p.yaml:1:1: 'a.' is no field's name. A step of the path would have no name. Fix: Write the names of the fields with one dot between them.
         | a.: x
         | ^
        """);
  }
}
