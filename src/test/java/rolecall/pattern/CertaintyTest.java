package rolecall.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertaintyTest {
  private static Pattern pattern(String yaml) {
    return Reading.pattern(yaml, Reading.NO_LISTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: [x], b: [y]}                    | {a: [x]}                 | true
          {a: [x]}                            | {a: [x], b: [y]}         | false
          {a: [x]}                            | {a: [x, y]}              | true
          {a: [x, y]}                         | {a: [x]}                 | false
          {a: [{prefix: x}]}                  | {a: [{prefix: x}]}       | true
          {a: [{prefix: xy}]}                 | {a: [{prefix: x}]}       | false
          {a: [{exists: false}]}              | {a: [{exists: false}]}   | true
          {a: [x, {exists: false}]}           | {a: [x]}                 | false
          {a: [x]}                            | {a: [x, {exists: false}]} | true
          {$or: [{a: [x]}, {b: [y]}]}         | {a: [x]}                 | false
          {$or: [{a: [x], c: [z]}, {a: [y]}]} | {a: [x, y]}              | true
          {a: [x]}                            | {$or: [{a: [x]}, {b: [y]}]} | true
          """)
  void one_pattern_implies_another_only_where_that_is_sure(
      String first, String other, boolean expected) {
    assertThat(pattern(first).implies(pattern(other))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: [x]}                    | {a: [y]}                 | true
          {a: [x]}                    | {a: [x, y]}              | false
          {a: [true]}                 | {a: [false]}             | true
          {a: [x]}                    | {a: [{exists: false}, y]} | false
          {a: [x]}                    | {b: [y]}                 | false
          {many: [x]}                 | {many: [y]}              | false
          {a: [x]}                    | {$or: [{a: [y]}, {a: [z]}]} | true
          {a: [x]}                    | {$or: [{a: [y]}, {b: [z]}]} | false
          {a: [x], b: [y]}            | {a: [x], b: [z]}         | true
          """)
  void two_patterns_exclude_one_another_only_where_that_is_sure(
      String first, String other, boolean expected) {
    assertThat(pattern(first).excludes(pattern(other), path -> !path.equals("many")))
        .isEqualTo(expected);
    assertThat(pattern(other).excludes(pattern(first), path -> !path.equals("many")))
        .isEqualTo(expected);
  }
}
