package rolecall.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import rolecall.json.Json;

/**
 * Makes documents of objects in arrays with few values, and patterns over two to five of their
 * fields, so that all fields are often there and seldom in one object.
 */
final class ArrayMaker {
  private static final List<String> NAMES = List.of("x", "y", "z");

  private final Random random;

  ArrayMaker(Random random) {
    this.random = random;
  }

  Json.Obj document() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("r", array(0));
    if (random.nextBoolean()) {
      members.put("s", array(1));
    }
    return new Json.Obj(members);
  }

  private Json array(int depth) {
    List<Json> items = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      items.add(depth < 3 && random.nextInt(6) == 0 ? array(depth + 1) : object(depth));
    }
    if (random.nextInt(8) == 0) {
      items.add(number());
    }
    return new Json.Arr(items);
  }

  private Json object(int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (String name : NAMES) {
      if (random.nextInt(3) > 0) {
        members.put(
            name, random.nextInt(6) == 0 ? new Json.Arr(List.of(number(), number())) : number());
      }
    }
    if (depth < 2 && random.nextInt(2) == 0) {
      members.put("n", array(depth + 1));
    }
    return new Json.Obj(members);
  }

  private Json number() {
    return new Json.Num(String.valueOf(random.nextInt(3)));
  }

  Json.Obj pattern() {
    Map<String, Json> top = new LinkedHashMap<>();
    top.put("r", fields(0));
    if (random.nextInt(3) == 0) {
      top.put("s", fields(1));
    }
    return new Json.Obj(top);
  }

  private Json.Obj fields(int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (String name : NAMES) {
      if (random.nextInt(5) < 2) {
        members.put(name, leaf());
      }
    }
    if (depth < 2 && random.nextInt(3) == 0) {
      members.put("n", fields(depth + 1));
    }
    if (members.size() < 2) {
      members.remove("x");
      Json one = new Json.Obj(Map.of("x", leaf()));
      Json other = new Json.Obj(Map.of("w", leaf(), "x", leaf()));
      members.put("$or", new Json.Arr(List.of(one, other)));
    }
    return new Json.Obj(members);
  }

  private Json leaf() {
    Json first =
        switch (random.nextInt(6)) {
          case 0 -> new Json.Obj(Map.of("exists", new Json.Bool(false)));
          case 1, 2 -> new Json.Obj(Map.of("anything-but", number()));
          case 3 -> new Json.Obj(Map.of("exists", new Json.Bool(true)));
          default -> number();
        };
    return new Json.Arr(random.nextInt(4) == 0 ? List.of(first, number()) : List.of(first));
  }
}
