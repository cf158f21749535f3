package rolecall.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rolecall.pattern.Reading.NO_LISTS;
import static rolecall.pattern.Reading.document;
import static rolecall.pattern.Reading.problems;

import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Event Ruler refuses is refused. */
class RefusalTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "a: {}",
        "a: []",
        "a: [{}]",
        "a: [[1]]",
        "a: [{prefix: x, suffix: y}]",
        "a: [{prefix: 5}]",
        "a: [{prefix: {suffix: x}}]",
        "a: [{suffix: {equals-ignore-case: 5}}]",
        "a: [{wildcard: 'x**'}]",
        "a: [{wildcard: 'x\\y'}]",
        "a: [{wildcard: 'x\\'}]",
        "a: [{equals-ignore-case: [x]}]",
        "a: [{cidr: 192.0.2.0}]",
        "a: [{cidr: 192.0.2.0/32}]",
        "a: [{cidr: 192.0.2.0/-1}]",
        "a: [{cidr: '2001:db8::/128'}]",
        "a: [{numeric: ['>', 5, '<', 5]}]",
        "a: [{numeric: ['>=', 5, '<=', 5]}]",
        "a: [{numeric: ['<', 5, '>', 1]}]",
        "a: [{numeric: ['=', 5, '<', 6]}]",
        "a: [{numeric: ['>', 1, '=', 6]}]",
        "a: [{numeric: ['>']}]",
        "a: [{numeric: ['=', '5']}]",
        "a: [{numeric: ['=', 12345678901234567890]}]",
        "a: [{numeric: ['>=', 1.7976931348623157E308]}]",
        "a: [{numeric: ['<', -1.7976931348623157E308]}]",
        "a: [{exists: 'true'}]",
        "a: [{regex: x}]",
        "a: [{anything-but: []}]",
        "a: [{anything-but: [1, x]}]",
        "a: [{anything-but: true}]",
        "a: [{anything-but: [null]}]",
        "a: [{anything-but: 12345678901234567890}]",
        "a: [{anything-but: {cidr: 192.0.2.0/24}}]",
        "a: [{anything-but: {prefix: ''}}]",
        "a: [{anything-but: {suffix: [x, '']}}]",
        "a: [{anything-but: {prefix: []}}]",
        "a: [{anything-but: {wildcard: [x, 'y**']}}]",
        "a: [{anything-but: {equals-ignore-case: 5}}]",
        "a: [{anything-but: {prefix: {equals-ignore-case: x}}}]",
        "a: {b: [1]}\na.b: [2]",
        "a: [1]\n$or: [{a: [1]}, {b: [2]}]",
        "$or: [{a: [1]}, {b: [2]}]\nb: [1]",
        "$or: [{a: [1]}]",
        "$or: [{a: [1]}, {prefix: [x]}]",
        "$or: [{a: [1]}, {b: {regex: [x]}}]",
        "$or: [{a: [1]}, {}]"
      })
  void a_pattern_is_refused_by_both(String pattern) {
    assertThat(problems(pattern, NO_LISTS)).startsWith("ERROR");
    assertThatThrownBy(() -> RulerOracle.matches(pattern, NO_LISTS, document("{}")));
  }

  @Test
  void more_fields_than_event_ruler_takes_are_refused() {
    String most = IntStream.range(0, 256).mapToObj(i -> "a" + i + ": x").collect(lines());

    assertThat(problems(most, NO_LISTS)).isEmpty();
    assertThat(problems(most + "\nb: x", NO_LISTS)).contains("reads more than 256 fields at once");
    assertThatThrownBy(() -> RulerOracle.matches(most + "\nb: x", NO_LISTS, document("{}")));
  }

  @Test
  void alternatives_that_multiply_are_refused_before_they_are_written_out() {
    String ors =
        IntStream.range(0, 40)
            .mapToObj(i -> "f%d: {$or: [{a: 1}, {b: 1}, {c: 1}]}".formatted(i))
            .collect(lines());

    assertThat(problems(ors, NO_LISTS)).contains("multiply to more than 1000 branches");
  }

  private static Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n");
  }
}
