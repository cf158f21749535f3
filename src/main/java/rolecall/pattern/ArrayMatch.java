package rolecall.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rolecall.record.Json;

/**
 * Looks for one field per leaf such that no two of them stand in different items of one array, as
 * Event Ruler does it: leaves are taken in the order of their paths, and {@code exists: false} asks
 * whether the field is missing from the items chosen so far. Used once; not thread-safe.
 *
 * <p>What failed once is remembered with the items that later leaves can meet, so that arrays side
 * by side do not multiply.
 */
final class ArrayMatch {
  private record Choice(Condition.Leaf leaf, List<Spot> all, List<Spot> matching) {}

  private record State(int leaf, Map<List<Object>, Integer> items) {}

  private final List<Choice> choices = new ArrayList<>();
  private final List<Set<List<Object>>> arraysAhead = new ArrayList<>();
  private final Set<State> failed = new HashSet<>();

  private ArrayMatch(List<Condition.Leaf> leaves, Json document) {
    for (Condition.Leaf leaf : leaves) {
      List<Spot> all = leaf.route().spots(document);
      choices.add(
          new Choice(
              leaf, all, all.stream().filter(s -> leaf.matcher().matches(s.value())).toList()));
    }
    Set<List<Object>> ahead = new HashSet<>();
    for (Choice choice : choices.reversed()) {
      arraysAhead.addFirst(Set.copyOf(ahead));
      choice.all().forEach(spot -> ahead.addAll(spot.items().keySet()));
    }
  }

  /**
   * The truth of a pattern as a whole.
   *
   * @param branches the leaves that must hold together, in the order of their paths, for every way
   *     through the pattern's {@code $or}s
   */
  static Truth test(List<List<Condition.Leaf>> branches, Json document, Unknowns unknowns) {
    Truth most = Truth.NO;
    for (int i = 0; i < branches.size() && most != Truth.YES; i++) {
      List<Condition.Leaf> known =
          branches.get(i).stream().filter(leaf -> !unknowns.covers(leaf.route().path())).toList();
      if (new ArrayMatch(known, document).from(0, Map.of())) {
        most = most.or(known.size() == branches.get(i).size() ? Truth.YES : Truth.UNKNOWN);
      }
    }
    return most;
  }

  private boolean from(int index, Map<List<Object>, Integer> items) {
    if (index == choices.size()) {
      return true;
    }
    State state = new State(index, items);
    if (failed.contains(state)) {
      return false;
    }
    Choice choice = choices.get(index);
    for (Spot spot : choice.matching()) {
      Optional<Map<List<Object>, Integer>> both = together(items, spot);
      if (both.isPresent() && from(index + 1, ahead(index, both.get()))) {
        return true;
      }
    }
    if (choice.leaf().absent()
        && choice.all().stream().allMatch(spot -> together(items, spot).isEmpty())
        && from(index + 1, ahead(index, items))) {
      return true;
    }
    failed.add(state);
    return false;
  }

  private Map<List<Object>, Integer> ahead(int index, Map<List<Object>, Integer> items) {
    Map<List<Object>, Integer> kept = new HashMap<>(items);
    kept.keySet().retainAll(arraysAhead.get(index));
    return kept;
  }

  /** The items of both; empty when they stand in different items of one array. */
  private static Optional<Map<List<Object>, Integer>> together(
      Map<List<Object>, Integer> items, Spot spot) {
    if (spot.items().isEmpty()) {
      return Optional.of(items);
    }
    Map<List<Object>, Integer> both = new HashMap<>(items);
    for (Map.Entry<List<Object>, Integer> item : spot.items().entrySet()) {
      Integer before = both.putIfAbsent(item.getKey(), item.getValue());
      if (before != null && !before.equals(item.getValue())) {
        return Optional.empty();
      }
    }
    return Optional.of(both);
  }
}
