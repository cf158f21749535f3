package rolecall.pattern;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import rolecall.json.Json;

/** Makes patterns by chance that nearly match a document, as JSON, which is YAML. */
final class PatternMaker {
  private static final List<String> CIDRS =
      List.of("192.0.2.0/24", "192.0.2.16/28", "1.2.3.4/31", "2001:db8::/32", "198.51.100.9/9");
  private final Random random;
  private final DocumentMaker documents;
  private Map<String, List<Json>> fields = Map.of();

  PatternMaker(Random random) {
    this.random = random;
    this.documents = new DocumentMaker(random);
  }

  Json.Obj near(Json.Obj document) {
    fields = FlatFields.of(document);
    return map(List.of(), new HashSet<>());
  }

  /** The used paths are left out, so that no branch reads a field twice. */
  private Json.Obj map(List<String> above, Set<String> used) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = random.nextInt(5) / 2; i >= 0; i--) {
      List<String> path = new ArrayList<>(above);
      path.add(name(above));
      String dotted = String.join(".", path);
      boolean deeper = fields.keySet().stream().anyMatch(f -> f.startsWith(dotted + "."));
      if (above.size() < 3 && random.nextInt(10) < (deeper ? 8 : 1)) {
        if (!members.containsKey(path.getLast())) {
          members.put(path.getLast(), map(path, used));
        }
      } else if (!members.containsKey(path.getLast()) && used.add(dotted)) {
        members.put(path.getLast(), leaf(fields.getOrDefault(dotted, List.of())));
      }
    }
    if (above.size() < 3 && random.nextInt(4) == 0) {
      List<Json> branches = new ArrayList<>();
      Set<String> usedInAny = new HashSet<>(used);
      for (int i = 2 + random.nextInt(2); i > 0; i--) {
        Set<String> usedHere = new HashSet<>(used);
        branches.add(map(above, usedHere));
        usedInAny.addAll(usedHere);
      }
      used.addAll(usedInAny);
      members.put("$or", new Json.Arr(branches));
    }
    if (members.isEmpty()) {
      members.put("d", operator("exists", new Json.Bool(false)));
      used.add(String.join(".", above) + ".d");
    }
    return new Json.Obj(members);
  }

  /** Mostly one that the document has there. */
  private String name(List<String> above) {
    String prefix = above.isEmpty() ? "" : String.join(".", above) + ".";
    List<String> there =
        fields.keySet().stream()
            .filter(field -> field.startsWith(prefix))
            .map(field -> field.substring(prefix.length()).split("\\.")[0])
            .distinct()
            .toList();
    return there.isEmpty() || random.nextInt(6) == 0
        ? documents.any(List.of("a", "b", "c"))
        : documents.any(there);
  }

  private Json leaf(List<Json> there) {
    List<Json> items = new ArrayList<>();
    for (int i = random.nextInt(5) == 0 ? 3 : 1; i > 0; i--) {
      Json near =
          there.isEmpty() || random.nextInt(6) == 0 ? documents.plain() : documents.any(there);
      items.add(item(near));
    }
    boolean bare = items.size() == 1 && !(items.getFirst() instanceof Json.Null);
    return bare && random.nextInt(3) == 0 ? items.getFirst() : new Json.Arr(items);
  }

  private Json item(Json near) {
    return switch (random.nextInt(8)) {
      case 0 -> operator("exists", new Json.Bool(random.nextBoolean()));
      case 1 -> operator("anything-but", anythingBut(near));
      case 2, 3 -> near;
      default ->
          switch (near) {
            case Json.Str(String text) -> textItem(text);
            case Json.Num(String digits) when !Double.isNaN(NumberText.value(digits)) ->
                operator("numeric", numeric(near));
            default -> near;
          };
    };
  }

  private Json textItem(String text) {
    return switch (random.nextInt(9)) {
      case 0 -> operator("prefix", start(text));
      case 1 -> operator("suffix", end(text));
      case 2 -> operator("wildcard", wildcard(text));
      case 3 -> operator("equals-ignore-case", otherCase(plain(text)));
      case 4 -> operator("prefix", operator("equals-ignore-case", otherCase(start(plain(text)))));
      case 5 -> operator("suffix", operator("equals-ignore-case", otherCase(end(plain(text)))));
      case 6 -> operator("cidr", new Json.Str(documents.any(CIDRS)));
      case 7 -> operator("list", new Json.Str(documents.any(List.of("some", "none"))));
      default -> new Json.Str(text);
    };
  }

  private Json anythingBut(Json near) {
    if (near instanceof Json.Num(String digits) && !Double.isNaN(NumberText.value(digits))) {
      return random.nextBoolean() ? near : new Json.Arr(List.of(near, new Json.Num("10")));
    }
    String text = near.text().orElse("abc");
    Json one =
        switch (random.nextInt(4)) {
          case 0 -> operator("prefix", several(start(text + "a")));
          case 1 -> operator("suffix", several(end("a" + text)));
          case 2 -> operator("wildcard", several(wildcard(text)));
          default -> operator("equals-ignore-case", several(otherCase(plain(text))));
        };
    return switch (random.nextInt(4)) {
      case 0 -> new Json.Str(text);
      case 1 -> several(new Json.Str(text));
      case 2 -> operator("list", new Json.Str(documents.any(List.of("texts", "none"))));
      default -> one;
    };
  }

  private Json several(Json one) {
    return random.nextBoolean() ? one : new Json.Arr(List.of(one, new Json.Str("zz")));
  }

  private Json numeric(Json near) {
    Json other = new Json.Num(documents.any(List.of("0.5", "400", "9e9", "1e308")));
    String operator = documents.any(List.of("=", "<", "<=", "<=", ">", ">=", ">="));
    List<Json> comparison = new ArrayList<>(List.of(new Json.Str(operator), near));
    if (operator.startsWith(">") && random.nextBoolean()) {
      comparison.add(new Json.Str(random.nextBoolean() ? "<" : "<="));
      comparison.add(other);
    }
    return new Json.Arr(comparison);
  }

  private Json wildcard(String text) {
    StringBuilder shape = new StringBuilder();
    boolean star = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (random.nextInt(3) == 0 && !Character.isSurrogate(c)) {
        shape.append(star ? "" : "*");
        star = true;
        if (random.nextBoolean()) {
          continue;
        }
      }
      star = false;
      shape.append(c == '*' || c == '\\' ? "\\" : "").append(c);
    }
    return new Json.Str(shape.append(star || random.nextInt(3) > 0 ? "" : "*").toString());
  }

  private Json start(Object text) {
    String whole = whole(text);
    return new Json.Str(whole.substring(0, whole.offsetByCodePoints(0, cut(whole))));
  }

  private Json end(Object text) {
    String whole = whole(text);
    return new Json.Str(whole.substring(whole.offsetByCodePoints(0, cut(whole))));
  }

  private int cut(String text) {
    return random.nextInt(text.codePointCount(0, text.length()) + 1);
  }

  private static String whole(Object text) {
    return text instanceof Json.Str(String value) ? value : text.toString();
  }

  /** Without letters that equals-ignore-case refuses. */
  private static String plain(String text) {
    return text.replace("🙂", "é");
  }

  private Json otherCase(Object text) {
    StringBuilder other = new StringBuilder();
    for (char c : whole(text).toCharArray()) {
      char changed = random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c);
      other.append(changed);
    }
    return new Json.Str(other.toString());
  }

  private static Json operator(String name, Json argument) {
    return new Json.Obj(Map.of(name, argument));
  }
}
