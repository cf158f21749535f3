package rolecall.pattern;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.source.Node;
import rolecall.source.Position;
import rolecall.source.Problems;
import rolecall.source.YamlReader;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.Patterns;

/**
 * AWS's own engine for the syntax, asked the same question. Named lists, which it does not know,
 * are written out as the document's values that {@link NaiveList} finds in them. Thread-safe.
 */
public final class RulerOracle {
  private static final int CACHED = 2000;
  private static final Map<String, List<Machine>> MACHINES = new ConcurrentHashMap<>();

  private final Lists lists;
  private final Map<String, List<Json>> fields;

  private RulerOracle(Lists lists, Json.Obj document) {
    this.lists = lists;
    this.fields = FlatFields.of(document);
  }

  /**
   * Whether Event Ruler matches the document.
   *
   * @param patternYaml the pattern as a policy writes it
   * @throws IllegalArgumentException when it is no YAML or Event Ruler refuses it
   */
  public static boolean matches(String patternYaml, Lists lists, Json.Obj document) {
    Problems problems = new Problems("pattern", patternYaml);
    Node node =
        YamlReader.read("pattern", patternYaml, problems)
            .orElseThrow(() -> new IllegalArgumentException(problems.render()));
    return matches(node, lists, document);
  }

  /** The same for a pattern that was read already. */
  public static boolean matches(Node pattern, Lists lists, Json.Obj document) {
    String rule = toRule(pattern, lists, document);
    String event = CompactJson.write(document);
    try {
      for (Machine branch : branches(rule)) {
        if (!branch.rulesForJSONEvent(event).isEmpty()) {
          return true;
        }
      }
      return false;
    } catch (RuntimeException unchecked) {
      throw unchecked;
    } catch (Exception checked) {
      throw new IllegalArgumentException(checked);
    }
  }

  /** The pattern as Event Ruler's JSON, for that document. */
  public static String toRule(Node pattern, Lists lists, Json.Obj document) {
    return CompactJson.write(new RulerOracle(lists, document).map((Node.MapNode) pattern, ""));
  }

  /**
   * Event Ruler for each way through the {@code $or}s; a path that stands twice in one is refused.
   * Together in one machine it loses a branch whose values partly stand in an earlier one, as
   * {@code RulerBugTest} shows.
   */
  static List<Machine> branches(String rule) {
    if (MACHINES.size() > CACHED) {
      MACHINES.clear();
    }
    return MACHINES.computeIfAbsent(rule, RulerOracle::compile);
  }

  private static List<Machine> compile(String rule) {
    try {
      List<Machine> machines = new ArrayList<>();
      for (Map<String, List<Patterns>> branch : JsonRuleCompiler.compile(rule, false)) {
        Machine machine = Machine.builder().build();
        machine.addPatternRule("rule", branch);
        machines.add(machine);
      }
      return machines;
    } catch (IOException refused) {
      throw new IllegalArgumentException(rule + ": " + refused.getMessage(), refused);
    }
  }

  private Json map(Node.MapNode map, String prefix) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (Node.Entry entry : map.entries()) {
      members.put(entry.key(), member(entry, prefix));
    }
    return new Json.Obj(members);
  }

  private Json member(Node.Entry entry, String prefix) {
    String path = prefix + entry.key();
    return switch (entry.value()) {
      case Node.ListNode(Position _, List<Node> branches) when entry.key().equals("$or") ->
          new Json.Arr(branches.stream().map(b -> map((Node.MapNode) b, prefix)).toList());
      case Node.MapNode map when !isOperator(map) -> map(map, path + ".");
      case Node.ListNode(Position _, List<Node> items) -> leaf(items, path);
      case Node.MapNode _, Node.TextNode _, Node.NumberNode _, Node.BoolNode _, Node.NullNode _ ->
          leaf(List.of(entry.value()), path);
    };
  }

  private static boolean isOperator(Node.MapNode map) {
    return map.entries().size() == 1 && Operators.ALL.contains(map.entries().getFirst().key());
  }

  private Json leaf(List<Node> items, String path) {
    List<Json> written = new ArrayList<>();
    for (Node item : items) {
      if (item instanceof Node.MapNode map && map.get("list").isPresent()) {
        written.addAll(listed(map, path));
      } else if (item instanceof Node.MapNode map
          && map.get("anything-but").orElse(item) instanceof Node.MapNode inner
          && inner.get("list").isPresent()) {
        written.add(anythingBut(listed(inner, path)));
      } else {
        written.add(plain(item));
      }
    }
    return new Json.Arr(written);
  }

  private List<Json> listed(Node.MapNode map, String path) {
    List<String> entries = lists.entries(((Node.TextNode) map.get("list").get()).value()).get();
    List<Json> inside = new ArrayList<>();
    for (Json value : fields.getOrDefault(path, List.of())) {
      switch (value) {
        case Json.Str(String text) when NaiveList.contains(entries, text) ->
            inside.add(operator("exactly", value));
        case Json.Num(String digits) when NaiveList.contains(entries, digits) -> inside.add(value);
        default -> {}
      }
    }
    return inside.isEmpty()
        ? List.of(operator("exactly", new Json.Str("nothing is called so")))
        : inside;
  }

  private static Json anythingBut(List<Json> inside) {
    List<Json> plain =
        inside.stream().map(v -> v instanceof Json.Obj ? v.get("exactly") : v).toList();
    return operator("anything-but", new Json.Arr(plain));
  }

  private static Json operator(String name, Json argument) {
    return new Json.Obj(Map.of(name, argument));
  }

  private static Json plain(Node node) {
    return switch (node) {
      case Node.MapNode(Position _, List<Node.Entry> entries) -> {
        Map<String, Json> members = new LinkedHashMap<>();
        entries.forEach(entry -> members.put(entry.key(), plain(entry.value())));
        yield new Json.Obj(members);
      }
      case Node.ListNode(Position _, List<Node> items) ->
          new Json.Arr(items.stream().map(RulerOracle::plain).toList());
      case Node.TextNode(Position _, String text) -> new Json.Str(text);
      case Node.NumberNode(Position _, String literal) -> new Json.Num(literal);
      case Node.BoolNode(Position _, boolean truth) -> new Json.Bool(truth);
      case Node.NullNode _ -> new Json.Null();
    };
  }
}
