package rolecall.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rolecall.json.Json;

/** Reads the {@code Condition} of a statement. Stateless. */
final class ConditionsReader {
  private ConditionsReader() {}

  static List<Condition> read(Field block) throws Misread {
    List<Condition> conditions = new ArrayList<>();
    if (!block.isPresent()) {
      return conditions;
    }
    for (Map.Entry<String, Field> operator : block.members().entrySet()) {
      for (Map.Entry<String, Field> key : operator.getValue().members().entrySet()) {
        conditions.add(
            new Condition(Operator.of(operator.getKey()), key.getKey(), values(key.getValue())));
      }
    }
    return conditions;
  }

  private static List<String> values(Field field) throws Misread {
    List<String> values = new ArrayList<>();
    for (Field item : field.items()) {
      values.add(
          switch (item.value()) {
            case Json.Str(String text) -> text;
            case Json.Num(String literal) -> literal;
            case Json.Bool(boolean truth) -> String.valueOf(truth);
            case Json.Obj _, Json.Arr _, Json.Null _, Json.Absent _ ->
                throw item.not("a text, a number or a boolean");
          });
    }
    return values;
  }
}
