package rolecall.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rolecall.json.Json;

/** Works out the functions that the templates use; any other is an error. Stateless. */
final class Resolver {
  private static final Pattern IN_TEXT = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

  private final Template template;
  private final Map<String, String> parameters;
  private final PhysicalNames names;

  Resolver(Template template, String stack, Map<String, String> parameters) {
    this.template = template;
    this.parameters = Map.copyOf(parameters);
    this.names = new PhysicalNames(template, stack, this);
  }

  /** Whether the condition of a resource or output holds. */
  boolean isWanted(Json resource) {
    return resource.get("Condition").text().map(this::holds).orElse(true);
  }

  private boolean holds(String condition) {
    Json written = template.tree().get("Conditions").get(condition);
    if (!written.isPresent()) {
      throw new IllegalArgumentException("there is no condition " + condition);
    }
    return truth(written);
  }

  private boolean truth(Json written) {
    Map.Entry<String, Json> only = only(written);
    List<Json> arguments = only.getValue().items();
    return switch (only.getKey()) {
      case "Condition" -> holds(only.getValue().text().orElseThrow());
      case "Fn::Not" -> !truth(arguments.getFirst());
      case "Fn::And" -> arguments.stream().allMatch(this::truth);
      case "Fn::Or" -> arguments.stream().anyMatch(this::truth);
      case "Fn::Equals" -> text(arguments.getFirst()).equals(text(arguments.getLast()));
      default -> throw new IllegalArgumentException("no condition: " + only.getKey());
    };
  }

  /** The value; {@link Json.Absent} for AWS::NoValue. */
  Json resolve(Json written) {
    return switch (written) {
      case Json.Obj(Map<String, Json> members) when isFunction(members) -> call(only(written));
      case Json.Obj(Map<String, Json> members) -> {
        Map<String, Json> resolved = new LinkedHashMap<>();
        members.forEach((name, value) -> {
          Json result = resolve(value);
          if (result.isPresent()) {
            resolved.put(name, result);
          }
        });
        yield new Json.Obj(resolved);
      }
      case Json.Arr(List<Json> items) ->
          new Json.Arr(items.stream().map(this::resolve).filter(Json::isPresent).toList());
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ -> written;
    };
  }

  private static boolean isFunction(Map<String, Json> members) {
    return members.size() == 1
        && members.keySet().stream().anyMatch(n -> n.equals("Ref") || n.startsWith("Fn::"));
  }

  private Json call(Map.Entry<String, Json> function) {
    Json argument = function.getValue();
    List<Json> arguments = argument.items();
    return switch (function.getKey()) {
      case "Ref" -> ref(argument.text().orElseThrow());
      case "Fn::GetAtt" -> new Json.Str(names.attribute(argument.text().orElseThrow()));
      case "Fn::Sub" -> new Json.Str(substituted(argument.text().orElseThrow()));
      case "Fn::If" -> {
        boolean holds = holds(arguments.getFirst().text().orElseThrow());
        yield resolve(arguments.get(holds ? 1 : 2));
      }
      case "Fn::Join" ->
          new Json.Str(
              resolve(arguments.getLast()).items().stream()
                  .map(this::text)
                  .collect(Collectors.joining(arguments.getFirst().text().orElseThrow())));
      default -> throw new IllegalArgumentException("no function: " + function.getKey());
    };
  }

  private Json ref(String name) {
    if (name.equals("AWS::NoValue")) {
      return Json.absent();
    }
    String parameter = parameters.get(name);
    return new Json.Str(parameter != null ? parameter : names.ref(name));
  }

  private String substituted(String text) {
    Matcher places = IN_TEXT.matcher(text);
    List<String> missing = new ArrayList<>();
    String result =
        places.replaceAll(place -> {
          String name = place.group(1);
          String value = name.contains(".") ? names.attribute(name) : ref(name).text().orElse("");
          if (value.isEmpty() && !parameters.containsKey(name)) {
            missing.add(name);
          }
          return Matcher.quoteReplacement(value);
        });
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("nothing to put in for " + missing);
    }
    return result;
  }

  /** A resolved text or number as text. */
  String text(Json written) {
    return switch (resolve(written)) {
      case Json.Str(String text) -> text;
      case Json.Num(String digits) -> digits;
      case Json.Bool(boolean truth) -> Boolean.toString(truth);
      case Json.Obj _, Json.Arr _, Json.Null _, Json.Absent _ ->
          throw new IllegalArgumentException("no text: " + written);
    };
  }

  private static Map.Entry<String, Json> only(Json written) {
    if (written instanceof Json.Obj(Map<String, Json> members) && members.size() == 1) {
      return members.entrySet().iterator().next();
    }
    throw new IllegalArgumentException("no function: " + written);
  }
}
