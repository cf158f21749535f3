package rolecall.pattern;

import java.util.List;
import rolecall.json.CompactJson;
import rolecall.json.Json;

/** What stands in a document, short and harmless enough to show a person. */
final class Shown {
  private static final int LONGEST = 200;

  private Shown() {}

  /**
   * What stands at a path as JSON, the fields of several objects as an array; {@code nothing} when
   * there is none.
   */
  static String at(Route route, Json document) {
    Json direct = route.direct(document);
    if (direct.isPresent()) {
      return json(direct);
    }
    List<Json> values =
        route.spots(document, new ArrayNumbers()).stream().map(Spot::value).toList();
    return switch (values.size()) {
      case 0 -> "nothing";
      case 1 -> json(values.getFirst());
      default -> json(new Json.Arr(values));
    };
  }

  /** At most 200 characters of a value's JSON. */
  static String json(Json value) {
    String text = CompactJson.write(value);
    StringBuilder shown = new StringBuilder();
    int at = 0;
    while (at < text.length() && shown.length() < LONGEST) {
      int letter = text.codePointAt(at);
      at += Character.charCount(letter);
      if (isHarmless(letter)) {
        shown.appendCodePoint(letter);
      } else {
        for (char half : Character.toChars(letter)) {
          shown.append("\\u%04x".formatted((int) half));
        }
      }
    }
    return at < text.length() ? shown.append('…').toString() : shown.toString();
  }

  private static boolean isHarmless(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
