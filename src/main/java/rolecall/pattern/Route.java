package rolecall.pattern;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import rolecall.json.Json;

/**
 * The way to a field, through objects and arrays of any depth. Immutable and thread-safe.
 *
 * <p>As in Event Ruler a path is its dotted text: {@code a.b} is the member {@code b} of {@code a},
 * and also a member that is called {@code a.b}. A field is a value at the end of the path that is
 * neither object nor array; in an array every item is one.
 */
final class Route {
  /** A field that is there for certain satisfies the matcher. */
  static final int MATCHED = 1;

  /** One that stands in one of several objects of an array does. */
  static final int MATCHED_IN_ARRAY = 2;

  /** There is a field. */
  static final int FOUND = 4;

  /** There is one in one of several objects of an array. */
  static final int FOUND_IN_ARRAY = 8;

  private final String path;

  /** {@code names[i][j]}: the segments i to i + j as one member's name. */
  private final String[][] names;

  Route(String path) {
    this.path = path;
    String[] segments = path.split("\\.", -1);
    int count = segments.length;
    names = new String[count][];
    for (int i = 0; i < count; i++) {
      names[i] = new String[count - i];
      for (int j = i; j < count; j++) {
        names[i][j - i] = String.join(".", Arrays.copyOfRange(segments, i, j + 1));
      }
    }
  }

  String path() {
    return path;
  }

  /** Tries every field, until one matches for certain; the constants above, added. */
  int look(Json document, Matcher matcher) {
    return look(document, 0, matcher, MATCHED, FOUND);
  }

  private int look(Json at, int segment, Matcher matcher, int matched, int found) {
    if (at instanceof Json.Obj object) {
      return lookInside(object.members(), segment, matcher, matched, found);
    }
    if (at instanceof Json.Arr array) {
      return lookThrough(array.items(), segment, matcher, matched, found);
    }
    if (segment < names.length || at instanceof Json.Absent) {
      return 0;
    }
    return matcher.matches(at) ? matched | found : found;
  }

  private int lookInside(
      Map<String, Json> members, int segment, Matcher matcher, int matched, int found) {
    int seen = 0;
    if (segment < names.length) {
      String[] ahead = names[segment];
      for (int j = 0; j < ahead.length && (seen & MATCHED) == 0; j++) {
        Json member = members.get(ahead[j]);
        if (member != null) {
          seen |= look(member, segment + j + 1, matcher, matched, found);
        }
      }
    }
    return seen;
  }

  private int lookThrough(List<Json> items, int segment, Matcher matcher, int matched, int found) {
    int seen = 0;
    boolean several = items.size() > 1;
    for (int i = 0; i < items.size() && (seen & MATCHED) == 0; i++) {
      Json item = items.get(i);
      boolean unsure = several && (item instanceof Json.Obj || item instanceof Json.Arr);
      seen |=
          look(
              item,
              segment,
              matcher,
              unsure ? MATCHED_IN_ARRAY : matched,
              unsure ? FOUND_IN_ARRAY : found);
    }
    return seen;
  }

  /** What the path leads to through objects alone, also an object or an array. */
  Json direct(Json document) {
    Json at = document;
    for (String[] ahead : names) {
      at = at.get(ahead[0]);
    }
    return at;
  }

  /** Every field, in the order of the document; the arrays on the way get numbers. */
  List<Spot> spots(Json document, ArrayNumbers numbers) {
    return new SpotFinder(names, numbers).find(document);
  }
}
