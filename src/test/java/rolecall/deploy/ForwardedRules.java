package rolecall.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.Members;

/** The template's rules of the default bus, as {@code rolecall/forwarded.json} keeps them. */
final class ForwardedRules {
  private static final String STACK_NAME = "${AWS::StackName}";

  private ForwardedRules() {}

  /** The file's text: a rule a line. */
  static String text(Template template) {
    List<String> lines = new ArrayList<>();
    template
        .section("Resources")
        .forEach((name, resource) -> {
          Json properties = resource.get("Properties");
          Json pattern = properties.get("EventPattern");
          if (pattern.isPresent() && !properties.get("EventBusName").isPresent()) {
            lines.add(CompactJson.write(rule(name, properties.get("State"), pattern)));
          }
        });
    return lines.stream().collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static Json rule(String name, Json state, Json pattern) {
    return new Members()
        .text("name", name)
        .text("state", state.text().orElseThrow())
        .value(
            "pattern",
            new Members()
                .value("detail-type", pattern.get("detail-type"))
                .value("detail", members((Json.Obj) pattern.get("detail")))
                .build())
        .build();
  }

  private static Json members(Json.Obj written) {
    Map<String, Json> kept = new LinkedHashMap<>();
    written
        .members()
        .forEach((name, value) -> {
          if (!(value instanceof Json.Arr list) || !refusesWhatOnlyAStackNames(list)) {
            kept.put(name, kept(value));
          }
        });
    return new Json.Obj(kept);
  }

  /** Without such a value the rest of the list would let less through than the rule does. */
  private static boolean refusesWhatOnlyAStackNames(Json.Arr list) {
    return list.items().stream()
        .map(item -> item.get("anything-but"))
        .anyMatch(ForwardedRules::onlyAStackNames);
  }

  private static boolean onlyAStackNames(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) when isFunction(members) ->
          !value.get("Fn::Sub").text().orElse("${}").replace(STACK_NAME, "").matches("[^$]+");
      case Json.Obj(Map<String, Json> members) ->
          members.values().stream().anyMatch(ForwardedRules::onlyAStackNames);
      case Json.Arr(List<Json> items) -> items.stream().anyMatch(ForwardedRules::onlyAStackNames);
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ -> false;
    };
  }

  private static boolean isFunction(Map<String, Json> members) {
    return members.size() == 1
        && members.keySet().stream()
            .anyMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
  }

  private static Json kept(Json written) {
    return switch (written) {
      case Json.Obj(Map<String, Json> members) when isFunction(members) -> members.get("Fn::Sub");
      case Json.Obj o -> members(o);
      case Json.Arr(List<Json> items) -> {
        List<Json> known =
            items.stream()
                .filter(item -> isBranch(item) || !onlyAStackNames(item))
                .map(ForwardedRules::kept)
                .toList();
        if (known.isEmpty()) {
          throw new IllegalArgumentException("nothing is known of " + written);
        }
        yield new Json.Arr(known);
      }
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ -> written;
    };
  }

  /** Of {@code $or}: fields with lists of values, some of which may be known. */
  private static boolean isBranch(Json item) {
    return item instanceof Json.Obj(Map<String, Json> members)
        && !isFunction(members)
        && members.values().stream()
            .allMatch(v -> v instanceof Json.Arr || (v instanceof Json.Obj o && isBranch(o)));
  }
}
