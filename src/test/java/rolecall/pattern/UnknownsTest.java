package rolecall.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.pattern.Reading.NO_LISTS;
import static rolecall.pattern.Reading.document;
import static rolecall.pattern.Reading.pattern;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rolecall.json.CompactJson;
import rolecall.json.Json;

class UnknownsTest {
  private static Truth test(String yaml, String document, String unknown) {
    return pattern(yaml, NO_LISTS).test(document(document), unknown::equals);
  }

  @Test
  void an_unknown_field_makes_the_rest_decide() {
    assertThat(test("{a: 1, b: 1}", "{\"a\":1,\"b\":1}", "a")).isEqualTo(Truth.UNKNOWN);
    assertThat(test("{a: 1, b: 1}", "{\"a\":1,\"b\":2}", "a")).isEqualTo(Truth.NO);
    assertThat(test("{$or: [{a: 1}, {b: 1}]}", "{\"b\":1}", "a")).isEqualTo(Truth.YES);
    assertThat(test("{$or: [{a: 1}, {b: 1}]}", "{\"b\":2}", "a")).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void an_unknown_field_is_neither_present_nor_absent() {
    assertThat(test("a: {exists: true}", "{\"a\":1}", "a")).isEqualTo(Truth.UNKNOWN);
    assertThat(test("a: {exists: false}", "{}", "a")).isEqualTo(Truth.UNKNOWN);
    assertThat(test("a: {anything-but: x}", "{}", "a")).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void only_the_whole_dotted_path_is_asked_for() {
    assertThat(test("session: {duration: 1}", "{\"session\":{\"duration\":1}}", "session.duration"))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(test("session: {duration: 1}", "{\"session\":{\"duration\":1}}", "duration"))
        .isEqualTo(Truth.YES);
  }

  @Test
  void items_of_an_array_must_still_agree() {
    String apart = "{\"r\":[{\"x\":1},{\"y\":1}]}";

    assertThat(test("r: {x: 1, y: 1, z: 1}", apart, "r.z")).isEqualTo(Truth.NO);
    assertThat(test("r: {x: 1, y: 1}", apart, "r.y")).isEqualTo(Truth.UNKNOWN);
  }

  /**
   * A pattern has no negation but in its leaves, so it is certainly true when it is with every
   * unknown leaf made false, and certainly false when it is with every one made true.
   */
  @Test
  void the_answer_is_certain_only_when_no_unknown_leaf_could_change_it() {
    long seed = 3;
    Random random = new Random(seed);
    ArrayMaker maker = new ArrayMaker(random);
    int undecided = 0;
    for (int i = 0; i < 4_000; i++) {
      Json.Obj written = maker.pattern();
      Pattern pattern = pattern(CompactJson.write(written), NO_LISTS);
      List<String> unknown = pattern.paths().stream().filter(_ -> random.nextInt(3) == 0).toList();
      Json.Obj document = maker.document();
      Truth least = withLeaves(written, unknown, "false").test(document, Unknowns.NONE);
      Truth most = withLeaves(written, unknown, "true").test(document, Unknowns.NONE);
      Truth expected = least == most ? least : Truth.UNKNOWN;
      assertThat(pattern.test(document, unknown::contains))
          .as("seed %d: %s unknown %s in %s", seed, written, unknown, document)
          .isEqualTo(expected);
      undecided += expected == Truth.UNKNOWN ? 1 : 0;
    }
    assertThat(undecided).isGreaterThan(400);
  }

  /** The pattern with a field that is never there in place of every unknown one. */
  private static Pattern withLeaves(Json.Obj pattern, List<String> unknown, String truth) {
    Json exists =
        new Json.Arr(List.of(new Json.Obj(Map.of("exists", new Json.Bool(truth.equals("false"))))));
    return pattern(CompactJson.write(replaced(pattern, "", unknown, exists)), NO_LISTS);
  }

  private static Json replaced(Json.Obj map, String prefix, List<String> unknown, Json leaf) {
    Map<String, Json> members = new LinkedHashMap<>();
    map.members()
        .forEach((name, value) -> {
          String path = prefix + name;
          switch (value) {
            case Json.Obj inner -> members.put(name, replaced(inner, path + ".", unknown, leaf));
            case Json.Arr(List<Json> branches) when name.equals("$or") ->
                members.put(
                    name,
                    new Json.Arr(
                        branches.stream()
                            .map(b -> replaced((Json.Obj) b, prefix, unknown, leaf))
                            .toList()));
            default -> {
              boolean hidden = unknown.contains(path);
              members.put(hidden ? "never-" + name : name, hidden ? leaf : value);
            }
          }
        });
    return new Json.Obj(members);
  }
}
