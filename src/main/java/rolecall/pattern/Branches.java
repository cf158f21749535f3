package rolecall.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes a condition out into every way through its {@code $or}s. */
final class Branches {
  private Branches() {}

  /** How many ways there are, at most {@link Integer#MAX_VALUE}. */
  static int count(Condition condition) {
    return switch (condition) {
      case Condition.Leaf _ -> 1;
      case Condition.All(List<Condition> parts) ->
          parts.stream().mapToInt(Branches::count).reduce(1, Branches::times);
      case Condition.AnyOf(List<Condition> branches) ->
          (int) Math.min(Integer.MAX_VALUE, branches.stream().mapToLong(Branches::count).sum());
    };
  }

  private static int times(int a, int b) {
    return (int) Math.min(Integer.MAX_VALUE, (long) a * b);
  }

  /** The leaves that hold together in each way, in the order of their paths. */
  static List<List<Condition.Leaf>> of(Condition condition) {
    return ways(condition).stream()
        .map(leaves ->
            leaves.stream().sorted(Comparator.comparing(leaf -> leaf.route().path())).toList())
        .toList();
  }

  private static List<List<Condition.Leaf>> ways(Condition condition) {
    return switch (condition) {
      case Condition.Leaf leaf -> List.of(List.of(leaf));
      case Condition.AnyOf(List<Condition> branches) ->
          branches.stream().flatMap(branch -> ways(branch).stream()).toList();
      case Condition.All(List<Condition> parts) ->
          parts.stream().map(Branches::ways).reduce(List.of(List.of()), Branches::each);
    };
  }

  private static List<List<Condition.Leaf>> each(
      List<List<Condition.Leaf>> left, List<List<Condition.Leaf>> right) {
    List<List<Condition.Leaf>> both = new ArrayList<>();
    for (List<Condition.Leaf> a : left) {
      for (List<Condition.Leaf> b : right) {
        List<Condition.Leaf> joined = new ArrayList<>(a);
        joined.addAll(b);
        both.add(joined);
      }
    }
    return both;
  }
}
