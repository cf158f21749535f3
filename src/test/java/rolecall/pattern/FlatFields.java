package rolecall.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rolecall.json.Json;

/** Every plain value of a document under its dotted path, the simplest way. */
final class FlatFields {
  private FlatFields() {}

  static Map<String, List<Json>> of(Json.Obj document) {
    Map<String, List<Json>> fields = new LinkedHashMap<>();
    document.members().forEach((name, value) -> add(name, value, fields));
    return fields;
  }

  private static void add(String path, Json value, Map<String, List<Json>> fields) {
    switch (value) {
      case Json.Obj(Map<String, Json> members) ->
          members.forEach((name, member) -> add(path + "." + name, member, fields));
      case Json.Arr(List<Json> items) -> items.forEach(item -> add(path, item, fields));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
          fields.computeIfAbsent(path, _ -> new ArrayList<>()).add(value);
      case Json.Absent _ -> {}
    }
  }
}
