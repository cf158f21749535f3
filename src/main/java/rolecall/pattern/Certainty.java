package rolecall.pattern;

import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * What two patterns surely have to do with one another. Only exact values and equal conditions are
 * compared, so that an answer of yes is certain and one of no is none.
 */
final class Certainty {
  private Certainty() {}

  /** Whether whatever satisfies one of the first ways satisfies one of the others. */
  static boolean implies(List<List<Condition.Leaf>> first, List<List<Condition.Leaf>> others) {
    return first.stream().allMatch(way -> others.stream().anyMatch(other -> implied(other, way)));
  }

  /**
   * Whether nothing satisfies one of the first ways and one of the others.
   *
   * @param single whether no document has more than one value at a path
   */
  static boolean excludes(
      List<List<Condition.Leaf>> first,
      List<List<Condition.Leaf>> others,
      Predicate<String> single) {
    return first.stream()
        .allMatch(way -> others.stream().allMatch(other -> disjoint(way, other, single)));
  }

  private static boolean implied(List<Condition.Leaf> wanted, List<Condition.Leaf> held) {
    return wanted.stream()
        .allMatch(w -> held.stream().anyMatch(h -> samePath(w, h) && covers(w, h)));
  }

  private static boolean covers(Condition.Leaf wanted, Condition.Leaf held) {
    if (wanted.matcher().equals(held.matcher())) {
      return wanted.absent() || !held.absent();
    }
    return !held.absent()
        && wanted.matcher() instanceof Matcher.Texts(var more)
        && held.matcher() instanceof Matcher.Texts(var fewer)
        && more.containsAll(fewer);
  }

  private static boolean disjoint(
      List<Condition.Leaf> way, List<Condition.Leaf> other, Predicate<String> single) {
    return way.stream()
        .filter(leaf -> single.test(leaf.route().path()))
        .anyMatch(a -> other.stream().anyMatch(b -> samePath(a, b) && disjoint(a, b)));
  }

  private static boolean disjoint(Condition.Leaf a, Condition.Leaf b) {
    if (a.absent() || b.absent()) {
      return false;
    }
    if (a.matcher() instanceof Matcher.Texts(var some)
        && b.matcher() instanceof Matcher.Texts(var others)) {
      return Collections.disjoint(some, others);
    }
    return a.matcher() instanceof Matcher.Word(var one)
        && b.matcher() instanceof Matcher.Word(var other)
        && !one.equals(other);
  }

  private static boolean samePath(Condition.Leaf a, Condition.Leaf b) {
    return a.route().path().equals(b.route().path());
  }
}
