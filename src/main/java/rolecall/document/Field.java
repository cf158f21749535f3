package rolecall.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rolecall.json.Json;

/**
 * A value inside a document, and the path to it.
 *
 * @param path {@code Statement[1].Principal.AWS}; empty for the document
 */
record Field(String path, Json value) {
  /**
   * A member in any letter case, {@link Json.Absent} when there is none.
   *
   * @throws Misread when it stands there in two spellings with different values: which of them AWS
   *     takes is not known
   */
  Field member(String name) throws Misread {
    Field found = new Field(pathOf(name), Json.absent());
    for (Map.Entry<String, Json> member : object().members().entrySet()) {
      if (member.getKey().equalsIgnoreCase(name)) {
        Field spelled = new Field(pathOf(member.getKey()), member.getValue());
        found = found.isPresent() ? found.same(spelled) : spelled;
      }
    }
    return found;
  }

  /**
   * All members by their names as they are spelled, in the document's order.
   *
   * @throws Misread when this is no object, or as {@link #member} does
   */
  Map<String, Field> members() throws Misread {
    Map<String, Field> members = new LinkedHashMap<>();
    Map<String, Field> anyCase = new HashMap<>();
    for (Map.Entry<String, Json> member : object().members().entrySet()) {
      Field field = new Field(pathOf(member.getKey()), member.getValue());
      Field before = anyCase.putIfAbsent(member.getKey().toLowerCase(Locale.ROOT), field);
      members.put(member.getKey(), before == null ? field : before.same(field));
    }
    return members;
  }

  private Field same(Field spelledOtherwise) throws Misread {
    if (value.equals(spelledOtherwise.value())) {
      return this;
    }
    throw spelledOtherwise.broken(
        "stands twice, in different letter case and with different values");
  }

  /**
   * An element that is written in one of two ways, and whether it is the second; the first, absent,
   * when it is written in neither.
   *
   * @throws Misread when both stand there, which IAM refuses
   */
  Map.Entry<Boolean, Field> either(String plain, String negated) throws Misread {
    Field first = member(plain);
    Field second = member(negated);
    if (first.isPresent() && second.isPresent()) {
      throw broken("has both %s and %s".formatted(plain, negated));
    }
    return second.isPresent() ? Map.entry(true, second) : Map.entry(false, first);
  }

  /** The items of a list, or this field itself where one value stands without a list. */
  List<Field> items() {
    if (!(value instanceof Json.Arr(List<Json> items))) {
      return List.of(this);
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      fields.add(new Field(path + "[" + i + "]", items.get(i)));
    }
    return fields;
  }

  /**
   * The text or the texts of this field.
   *
   * @throws Misread when it is neither a text nor a list of texts
   */
  List<String> texts() throws Misread {
    String expected = value instanceof Json.Arr ? "a text" : "a text or a list";
    List<String> texts = new ArrayList<>();
    for (Field item : items()) {
      texts.add(item.value().text().orElseThrow(() -> item.not(expected)));
    }
    return texts;
  }

  boolean isPresent() {
    return value.isPresent();
  }

  /** What is wrong with a value that should be something else. */
  Misread not(String expected) {
    return broken(
        value.isPresent() ? "is %s and not %s".formatted(kind(value), expected) : "is missing");
  }

  Misread broken(String what) {
    return new Misread(path, what);
  }

  static String kind(Json value) {
    return switch (value) {
      case Json.Str _ -> "a text";
      case Json.Arr _ -> "a list";
      case Json.Obj _, Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ -> value.kind();
    };
  }

  private Json.Obj object() throws Misread {
    if (value instanceof Json.Obj object) {
      return object;
    }
    throw not("an object");
  }

  private String pathOf(String name) {
    return path.isEmpty() ? ShortText.of(name) : path + "." + ShortText.of(name);
  }
}
