package rolecall.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.pattern.Reading.NO_LISTS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rolecall.json.Json;

/** Documents that someone wrote to keep us busy; without care these tests would not end. */
class HostileTest {
  private static Json number(int value) {
    return new Json.Num(String.valueOf(value));
  }

  private static Json array(int size, String... names) {
    List<Json> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Map<String, Json> members = new LinkedHashMap<>();
      for (String name : names) {
        members.put(name, number(1));
      }
      items.add(new Json.Obj(members));
    }
    return new Json.Arr(items);
  }

  @Test
  void long_arrays_side_by_side_do_not_multiply() {
    Map<String, Json> members = new LinkedHashMap<>();
    StringBuilder pattern = new StringBuilder();
    for (String name : List.of("a", "b", "c", "d", "e", "f")) {
      members.put(name, array(500, "x"));
      pattern.append(name).append(": {x: 1}\n");
    }
    members.put(
        "z",
        new Json.Arr(
            List.of(new Json.Obj(Map.of("x", number(1))), new Json.Obj(Map.of("y", number(1))))));
    pattern.append("z: {x: 1, y: 1}\n");

    assertThat(
            Reading.pattern(pattern.toString(), NO_LISTS)
                .test(new Json.Obj(members), Unknowns.NONE))
        .isEqualTo(Truth.NO);
  }

  @Test
  void a_long_array_is_searched_item_by_item() {
    Json.Obj document =
        new Json.Obj(
            Map.of(
                "a",
                new Json.Arr(
                    List.of(array(3_000, "x", "y"), array(3_000, "y", "z"), array(10, "w")))));

    assertThat(
            Reading.pattern("a: {w: 1, x: 1, y: 1, z: 1}", NO_LISTS).test(document, Unknowns.NONE))
        .isEqualTo(Truth.NO);
  }

  @Test
  void an_array_that_stands_at_two_places_is_two_arrays() {
    Json shared =
        new Json.Arr(
            List.of(new Json.Obj(Map.of("x", number(1))), new Json.Obj(Map.of("x", number(2)))));
    Json.Obj document = new Json.Obj(Map.of("a", shared, "b", shared));
    String pattern = "a: {x: 1}\nb: {x: 2}";

    assertThat(Reading.pattern(pattern, NO_LISTS).test(document, Unknowns.NONE))
        .isEqualTo(Truth.YES);
    assertThat(RulerOracle.matches(pattern, NO_LISTS, document)).isTrue();
  }
}
