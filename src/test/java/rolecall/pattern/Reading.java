package rolecall.pattern;

import java.util.Map;
import java.util.Optional;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;
import rolecall.source.Problems;
import rolecall.source.YamlReader;

/** Texts in tests to patterns and documents. */
final class Reading {
  static final Lists NO_LISTS = new DifferentialTest.MapLists(Map.of());

  private Reading() {}

  static Json.Obj document(String json) {
    try {
      return (Json.Obj) JsonReader.read(json);
    } catch (UnreadableJson broken) {
      throw new IllegalArgumentException(json, broken);
    }
  }

  static Pattern pattern(String yaml, Lists lists) {
    Problems problems = new Problems("pattern", yaml);
    Optional<Pattern> pattern =
        YamlReader.read("pattern", yaml, problems)
            .flatMap(node -> Pattern.compile(node, lists, problems));
    return pattern.orElseThrow(() -> new IllegalArgumentException(problems.render()));
  }

  /** What is wrong with a pattern, as a person reads it. */
  static String problems(String yaml, Lists lists) {
    Problems problems = new Problems("p.yaml", yaml);
    YamlReader.read("p.yaml", yaml, problems)
        .ifPresent(node -> Pattern.compile(node, lists, problems));
    return problems.render();
  }
}
