package rolecall.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.pattern.Reading.NO_LISTS;
import static rolecall.pattern.Reading.document;
import static rolecall.pattern.Reading.pattern;
import static rolecall.pattern.Reading.problems;

import org.junit.jupiter.api.Test;
import software.amazon.event.ruler.Machine;

/** Where Event Ruler 2.1.0 is not followed. A red test here says that it was mended. */
class RulerBugTest {
  private static boolean ruler(String rule, String event) throws Exception {
    Machine machine = Machine.builder().build();
    machine.addRule("rule", rule);
    return !machine.rulesForJSONEvent(event).isEmpty();
  }

  private static Truth ours(String pattern, String event) {
    return pattern(pattern, NO_LISTS).test(document(event), Unknowns.NONE);
  }

  @Test
  void it_loses_a_branch_whose_values_partly_stand_in_an_earlier_one() throws Exception {
    String branches = "{\"$or\":[{\"a\":[\"x\"]},{\"a\":[\"x\",\"y\"]}]}";

    assertThat(ruler(branches, "{\"a\":\"y\"}")).isFalse();
    assertThat(ours(branches, "{\"a\":\"y\"}")).isEqualTo(Truth.YES);
  }

  @Test
  void it_takes_the_digits_of_a_number_for_those_of_an_address() throws Exception {
    String everything = "{\"a\":[{\"cidr\":\"0.0.0.0/0\"}]}";

    assertThat(ruler(everything, "{\"a\":5}")).isTrue();
    assertThat(ours(everything, "{\"a\":5}")).isEqualTo(Truth.NO);
  }

  @Test
  void it_compares_addresses_of_both_families_by_their_first_digits() throws Exception {
    String documentation = "{\"a\":[{\"cidr\":\"192.0.2.0/24\"}]}";

    assertThat(ruler(documentation, "{\"a\":\"c000:200::1\"}")).isTrue();
    assertThat(ours(documentation, "{\"a\":\"c000:200::1\"}")).isEqualTo(Truth.NO);
  }

  @Test
  void it_takes_characters_beyond_the_first_plane_for_question_marks() throws Exception {
    String smile = "{\"a\":[{\"equals-ignore-case\":\"🙂\"}]}";

    assertThat(ruler(smile, "{\"a\":\"??\"}")).isTrue();
    assertThat(ruler(smile, "{\"a\":\"🙂\"}")).isFalse();
    assertThat(problems(smile, NO_LISTS)).contains("has a character beyond U+FFFF");
  }

  @Test
  void it_lets_the_later_of_two_conditions_win() throws Exception {
    String twice = "{\"a\":{\"b\":[1]},\"a.b\":[2]}";

    assertThat(ruler(twice, "{\"a\":{\"b\":2}}")).isTrue();
    assertThat(problems(twice, NO_LISTS)).contains("'a.b' has a condition already");
  }

  @Test
  void it_reads_a_broken_or_as_a_field() throws Exception {
    String field = "{\"$or\":[\"x\"]}";

    assertThat(ruler(field, "{\"$or\":\"x\"}")).isTrue();
    assertThat(problems(field, NO_LISTS)).contains("A branch of $or is a map of fields");
  }
}
