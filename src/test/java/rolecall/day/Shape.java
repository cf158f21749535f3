package rolecall.day;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects as maps: members in the order they are given, {@code null} for JSON's null. */
final class Shape {
  private Shape() {}

  /**
   * An object.
   *
   * @param members names and values by turns
   */
  static Map<String, Object> of(Object... members) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      object.put((String) members[i], members[i + 1]);
    }
    return object;
  }
}
