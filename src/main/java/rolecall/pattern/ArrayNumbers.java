package rolecall.pattern;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import rolecall.json.Json;

/**
 * Gives every array of a document one number, whichever leaf comes by. An array is known by the
 * path to it and by itself, not by what it holds: equal arrays are two, and one array that a fact
 * shares with the record is two. Not thread-safe.
 */
final class ArrayNumbers {
  private final Map<String, Map<Json, Integer>> known = new HashMap<>();
  private int count;

  /**
   * The number of an array; numbers count from 0.
   *
   * @param path the dotted path that leads to it
   */
  int of(String path, Json array) {
    Map<Json, Integer> here = known.computeIfAbsent(path, _ -> new IdentityHashMap<>(4));
    Integer number = here.get(array);
    if (number != null) {
      return number;
    }
    here.put(array, count);
    return count++;
  }

  int count() {
    return count;
  }
}
