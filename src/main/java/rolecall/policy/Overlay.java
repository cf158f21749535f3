package rolecall.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rolecall.json.Json;
import rolecall.source.Node;

/** Lays one JSON value over another. */
final class Overlay {
  private Overlay() {}

  /** What a person wrote in YAML, as JSON. */
  static Json json(Node node) {
    return switch (node) {
      case Node.MapNode map -> {
        Map<String, Json> members = new LinkedHashMap<>();
        map.entries().forEach(entry -> members.put(entry.key(), json(entry.value())));
        yield new Json.Obj(members);
      }
      case Node.ListNode list -> new Json.Arr(list.items().stream().map(Overlay::json).toList());
      case Node.TextNode(var _, String text) -> new Json.Str(text);
      case Node.NumberNode(var _, String literal) -> new Json.Num(literal);
      case Node.BoolNode(var _, boolean truth) -> new Json.Bool(truth);
      case Node.NullNode _ -> new Json.Null();
    };
  }

  /** {@code base} with {@code over} laid on it: objects are merged, everything else replaces. */
  static Json lay(Json over, Json base) {
    if (!over.isPresent()) {
      return base;
    }
    if (!(over instanceof Json.Obj(Map<String, Json> changes))
        || !(base instanceof Json.Obj(Map<String, Json> members))) {
      return over;
    }
    Map<String, Json> merged = new LinkedHashMap<>(members);
    changes.forEach((name, value) -> merged.put(name, lay(value, base.get(name))));
    return new Json.Obj(merged);
  }

  /** {@code value} without the member at that dotted path. */
  static Json without(List<String> path, Json value) {
    if (!(value instanceof Json.Obj(Map<String, Json> members))) {
      return value;
    }
    Map<String, Json> rest = new LinkedHashMap<>(members);
    if (path.size() == 1) {
      rest.remove(path.getFirst());
    } else {
      rest.computeIfPresent(
          path.getFirst(), (_, member) -> without(path.subList(1, path.size()), member));
    }
    return new Json.Obj(rest);
  }
}
