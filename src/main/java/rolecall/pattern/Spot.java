package rolecall.pattern;

import java.util.List;
import java.util.Map;
import rolecall.record.Json;

/**
 * A field of a document with the array items it stands in.
 *
 * @param items which item of which array; an array is named by the names and numbers that lead to
 *     it. Plain values of an array stand in none of its items: {@code [1, 2]} never contradicts
 *     itself.
 */
record Spot(Json value, Map<List<Object>, Integer> items) {
  Spot {
    items = Map.copyOf(items);
  }
}
