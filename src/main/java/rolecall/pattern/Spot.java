package rolecall.pattern;

import rolecall.json.Json;

/**
 * A field of a document with the array items it stands in. Plain values of an array stand in none
 * of its items: {@code [1, 2]} never contradicts itself.
 */
final class Spot {
  private final Json value;
  private final int[] arrays;
  private final int[] items;

  /**
   * @param arrays the numbers of the arrays it stands in
   * @param items in which item of each
   */
  Spot(Json value, int[] arrays, int[] items) {
    this.value = value;
    this.arrays = arrays;
    this.items = items;
  }

  Json value() {
    return value;
  }

  /** How many arrays it stands in. */
  int depth() {
    return arrays.length;
  }

  int array(int depth) {
    return arrays[depth];
  }

  int item(int depth) {
    return items[depth];
  }

  /** Whether it stands in no other item of an array than the chosen one; -1 is none yet. */
  boolean agreesWith(int[] chosen) {
    for (int i = 0; i < arrays.length; i++) {
      int item = chosen[arrays[i]];
      if (item >= 0 && item != items[i]) {
        return false;
      }
    }
    return true;
  }
}
