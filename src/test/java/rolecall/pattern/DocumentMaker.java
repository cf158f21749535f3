package rolecall.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import rolecall.json.Json;

/** Makes documents by chance, small enough that patterns meet them often. */
final class DocumentMaker {
  static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "ab",
          "abc",
          "aBc",
          "ABC",
          "abcabc",
          "ba",
          "x*y",
          "x\\y",
          "*",
          "é",
          "É",
          "ß",
          "SS",
          "ss",
          "🙂",
          "a🙂b",
          "a\"",
          "\"",
          "\"a",
          "10",
          "true",
          "null",
          "1.2.3.4",
          "01.2.3.4",
          "192.0.2.17",
          "192.0.2.300",
          "198.51.100.9",
          "2001:db8::1",
          "2001:DB8:0::1",
          "::ffff:102:304",
          "aXbXc",
          "aaaaaaaa");
  static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "1.0",
          "10",
          "300",
          "3e2",
          "300.0",
          "-5",
          "0.1",
          "1e-7",
          "1E2",
          "100",
          "12345678901234567890",
          "9007199254740993",
          "9007199254740992",
          "1e400",
          "1e308",
          "0.30000000000000004",
          "0e999999999",
          "1e-999999999");
  private static final List<String> NAMES = List.of("a", "b", "c", "a.b");

  private final Random random;

  DocumentMaker(Random random) {
    this.random = random;
  }

  Json.Obj document() {
    return object(0);
  }

  private Json.Obj object(int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      members.put(name(), value(depth + 1));
    }
    return new Json.Obj(members);
  }

  private String name() {
    return NAMES.get(random.nextInt(60) == 0 ? 3 : random.nextInt(3));
  }

  private Json value(int depth) {
    int kind = random.nextInt(10);
    if (depth < 4 && kind < 3) {
      return object(depth);
    }
    return depth < 5 && kind < 6 ? array(depth) : plain();
  }

  private Json array(int depth) {
    List<Json> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(random.nextInt(3) == 0 ? plain() : value(depth + 1));
    }
    return new Json.Arr(items);
  }

  Json plain() {
    return switch (random.nextInt(12)) {
      case 0 -> new Json.Null();
      case 1 -> new Json.Bool(random.nextBoolean());
      case 2, 3, 4 -> new Json.Num(any(NUMBERS));
      default -> new Json.Str(any(TEXTS));
    };
  }

  /** The same document with so many things changed somewhere. */
  Json.Obj changed(Json.Obj document, int times) {
    Json.Obj changed = document;
    for (int i = 0; i < times; i++) {
      changed = changed(changed);
    }
    return changed;
  }

  private Json.Obj changed(Json.Obj document) {
    Map<String, Json> members = new LinkedHashMap<>(document.members());
    List<String> names = List.copyOf(members.keySet());
    String name = names.isEmpty() || random.nextInt(5) == 0 ? name() : any(names);
    if (random.nextInt(6) == 0) {
      members.remove(name);
    } else {
      members.put(name, changedValue(members.getOrDefault(name, new Json.Null()), 1));
    }
    return new Json.Obj(members);
  }

  private Json changedValue(Json value, int depth) {
    return switch (value) {
      case Json.Obj object when random.nextInt(6) > 0 -> changed(object);
      case Json.Arr(List<Json> items) when !items.isEmpty() && random.nextInt(6) > 0 -> {
        List<Json> others = new ArrayList<>(items);
        int at = random.nextInt(items.size());
        others.set(at, changedValue(items.get(at), depth + 1));
        yield new Json.Arr(others);
      }
      case Json.Obj _, Json.Arr _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value(depth);
      case Json.Absent _ -> value;
    };
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
