package rolecall.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import rolecall.json.Json;

/** Walks a document along a path and notes every field. Used once; not thread-safe. */
final class SpotFinder {
  private final String[][] names;
  private final ArrayNumbers numbers;
  private final List<Spot> spots = new ArrayList<>();
  private int[] arrays = new int[4];
  private int[] items = new int[4];
  private int depth;

  SpotFinder(String[][] names, ArrayNumbers numbers) {
    this.names = names;
    this.numbers = numbers;
  }

  List<Spot> find(Json document) {
    walk(document, 0);
    return spots;
  }

  private void walk(Json at, int segment) {
    switch (at) {
      case Json.Obj(Map<String, Json> members) -> walkInside(members, segment);
      case Json.Arr array -> walkThrough(array, segment);
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {
        if (segment == names.length) {
          spots.add(new Spot(at, Arrays.copyOf(arrays, depth), Arrays.copyOf(items, depth)));
        }
      }
      case Json.Absent _ -> {}
    }
  }

  private void walkInside(Map<String, Json> members, int segment) {
    if (segment == names.length) {
      return;
    }
    for (int j = 0; j < names[segment].length; j++) {
      Json member = members.get(names[segment][j]);
      if (member != null) {
        walk(member, segment + j + 1);
      }
    }
  }

  private void walkThrough(Json.Arr array, int segment) {
    List<Json> values = array.items();
    for (int i = 0; i < values.size(); i++) {
      Json item = values.get(i);
      if (item instanceof Json.Obj || item instanceof Json.Arr) {
        enter(numbers.of(pathTo(segment), array), i);
        walk(item, segment);
        depth--;
      } else {
        walk(item, segment);
      }
    }
  }

  private String pathTo(int segment) {
    return segment == 0 ? "" : names[0][segment - 1];
  }

  private void enter(int array, int item) {
    if (depth == arrays.length) {
      arrays = Arrays.copyOf(arrays, depth * 2);
      items = Arrays.copyOf(items, depth * 2);
    }
    arrays[depth] = array;
    items[depth] = item;
    depth++;
  }
}
