package rolecall.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rolecall.record.Json;

/** Walks a document along a path and notes every field. Used once; not thread-safe. */
final class SpotFinder {
  private final String[][] names;
  private final Deque<Object> place = new ArrayDeque<>();
  private final Map<List<Object>, Integer> inside = new HashMap<>();
  private final List<Spot> spots = new ArrayList<>();

  SpotFinder(String[][] names) {
    this.names = names;
  }

  List<Spot> find(Json document) {
    walk(document, 0);
    return List.copyOf(spots);
  }

  private void walk(Json at, int segment) {
    switch (at) {
      case Json.Obj(Map<String, Json> members) -> walkInside(members, segment);
      case Json.Arr(List<Json> items) -> walkThrough(items, segment);
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {
        if (segment == names.length) {
          spots.add(new Spot(at, inside));
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
        place.addLast(names[segment][j]);
        walk(member, segment + j + 1);
        place.removeLast();
      }
    }
  }

  private void walkThrough(List<Json> items, int segment) {
    List<Object> array = List.copyOf(place);
    for (int i = 0; i < items.size(); i++) {
      Json item = items.get(i);
      if (item instanceof Json.Obj || item instanceof Json.Arr) {
        place.addLast(i);
        inside.put(array, i);
        walk(item, segment);
        inside.remove(array);
        place.removeLast();
      } else {
        walk(item, segment);
      }
    }
  }
}
