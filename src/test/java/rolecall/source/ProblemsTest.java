package rolecall.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  @Test
  void everything_is_told_at_once_in_the_order_of_the_text() {
    Problems problems = new Problems("policies/x.yaml", "rules:\n\t- id: a\n  - id: b\n");
    problems.warning(new Position(3, 5), "No case tests b.", "It may never fire.", "Add a case.");
    problems.error(new Position(2, 4), "A tab.", "YAML has none.", "Use blanks.");

    assertThat(problems.render())
        .isEqualTo(
            """
            ERROR policies/x.yaml:2:4: A tab. YAML has none. Fix: Use blanks.
             |  - id: a
             |    ^
            WARNING policies/x.yaml:3:5: No case tests b. It may never fire. Fix: Add a case.
             |   - id: b
             |     ^
            """);
    assertThat(problems.hasErrors()).isTrue();
    assertThat(problems.all())
        .extracting(Problem::what)
        .containsExactly("A tab.", "No case tests b.");
  }

  @Test
  void problems_at_one_place_keep_the_order_in_which_they_were_found() {
    Problems problems = new Problems("x", "a");
    problems.error(Position.START, "First.", "w", "f");
    problems.warning(Position.START, "Second.", "w", "f");

    assertThat(problems.all()).extracting(Problem::what).isEqualTo(List.of("First.", "Second."));
  }

  @Test
  void nothing_wrong_is_an_empty_text() {
    Problems problems = new Problems("x", "a: 1");

    assertThat(problems.render()).isEmpty();
    assertThat(problems.hasErrors()).isFalse();
  }

  @Test
  void a_warning_alone_is_no_error() {
    Problems problems = new Problems("x", "a: 1");
    problems.warning(Position.START, "Odd.", "Maybe.", "Look.");

    assertThat(problems.hasErrors()).isFalse();
  }

  @Test
  void the_caret_stands_under_the_character_also_after_one_beyond_the_first_plane() {
    Problems problems = new Problems("x", "[\"😀\", y]");
    problems.error(new Position(1, 7), "Odd y.", "w", "f");

    assertThat(problems.render())
        .isEqualTo(
            """
            ERROR x:1:7: Odd y. w Fix: f
             | ["😀", y]
             |       ^
            """);
  }

  @Test
  void a_place_beyond_the_line_or_the_text_is_told_all_the_same() {
    Problems problems = new Problems("x", "ab");
    problems.error(new Position(1, 99), "Too far.", "w", "f");
    problems.error(new Position(9, 1), "Too low.", "w", "f");

    assertThat(problems.render())
        .isEqualTo(
            """
            ERROR x:1:99: Too far. w Fix: f
             | ab
             |   ^
            ERROR x:9:1: Too low. w Fix: f
            """);
  }

  @Test
  void a_line_cannot_forge_another() {
    Problems problems = new Problems("x", "a: \u001b[31mred\u0085b\u2028c\n");
    problems.error(Position.START, "Odd.", "w", "f");

    assertThat(problems.render()).doesNotContain("\u001b").doesNotContain("\u2028");
  }

  @Test
  void the_first_errors_are_told_short_and_warnings_left_out() {
    String line = "abcdefghij".repeat(10) + "\n";
    Problems problems = new Problems("x", line + line);
    problems.warning(Position.START, "Odd.", "w", "f");
    problems.error(new Position(1, 3), "Wrong from the start.", "w", "f");
    problems.error(new Position(1, 55), "Wrong.", "w", "Put it right at once.");
    problems.error(new Position(2, 100), "😀😀😀😀😀😀😀😀.", "w", "f");
    problems.error(new Position(2, 101), "Never told.", "w", "f");

    assertThat(problems.renderErrors(3, 15))
        .isEqualTo(
            """
            ERROR x:1:3: Wrong from the ... w Fix: f
             | abcdefghijabcde...
             |   ^
            ERROR x:1:55: Wrong. w Fix: Put it right at...
             | hijabcdefghijab...
             |        ^
            ERROR x:2:100: 😀😀😀😀😀😀😀... w Fix: f
             | cdefghij
             |        ^
            """);
    assertThat(problems.errorCount()).isEqualTo(4);
  }

  @Test
  void places_count_from_one() {
    assertThatThrownBy(() -> new Position(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line and column count from 1: 0:1");
  }
}
