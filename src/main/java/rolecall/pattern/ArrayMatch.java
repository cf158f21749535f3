package rolecall.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rolecall.json.Json;

/**
 * Looks for one field per leaf such that no two of them stand in different items of one array, as
 * Event Ruler does it: leaves are taken in the order of their paths, and {@code exists: false} asks
 * whether the field is missing from the items chosen so far. Used once; not thread-safe.
 *
 * <p>A search that takes long remembers what failed, with the items that later leaves can meet, so
 * that arrays side by side do not multiply.
 */
final class ArrayMatch {
  private static final int PATIENCE = 200;

  private record Choice(boolean absent, List<Spot> all, List<Spot> matching) {}

  private record State(int leaf, List<Integer> items) {}

  private final List<Choice> choices = new ArrayList<>();
  private final ArrayNumbers numbers = new ArrayNumbers();
  private final Set<State> failed = new HashSet<>();
  private int[] chosen = {};
  private boolean[][] ahead = {};
  private int steps;

  private ArrayMatch() {}

  /**
   * The truth of a pattern as a whole.
   *
   * @param branches the leaves that must hold together, in the order of their paths, for every way
   *     through the pattern's {@code $or}s
   */
  static Truth test(List<List<Condition.Leaf>> branches, Json document, Unknowns unknowns) {
    Truth most = Truth.NO;
    for (int i = 0; i < branches.size() && most != Truth.YES; i++) {
      most = most.or(new ArrayMatch().testBranch(branches.get(i), document, unknowns));
    }
    return most;
  }

  /** Only leaves whose bounds differ need the search: the others leave all items free. */
  private Truth testBranch(List<Condition.Leaf> leaves, Json document, Unknowns unknowns) {
    Truth certain = Truth.YES;
    for (int i = 0; i < leaves.size(); i++) {
      Condition.Leaf leaf = leaves.get(i);
      int span = leaf.test(document, unknowns);
      if (span == Span.NO) {
        return Truth.NO;
      }
      if (Span.least(span) == Span.most(span)) {
        certain = certain.and(Span.least(span));
      } else {
        choices.add(choice(leaf, document));
      }
    }
    chosen = new int[numbers.count()];
    Arrays.fill(chosen, -1);
    return from(0) ? certain : Truth.NO;
  }

  private Choice choice(Condition.Leaf leaf, Json document) {
    List<Spot> all = leaf.route().spots(document, numbers);
    List<Spot> matching = new ArrayList<>();
    for (Spot spot : all) {
      if (leaf.matcher().matches(spot.value())) {
        matching.add(spot);
      }
    }
    return new Choice(leaf.absent(), all, matching);
  }

  private boolean from(int index) {
    if (index == choices.size()) {
      return true;
    }
    boolean remembers = ++steps > PATIENCE;
    if (remembers && !failed.add(state(index))) {
      return false;
    }
    Choice choice = choices.get(index);
    for (Spot spot : choice.matching()) {
      if (spot.agreesWith(chosen)) {
        int[] before = chosen;
        chosen = with(spot);
        if (from(index + 1)) {
          return true;
        }
        chosen = before;
      }
    }
    return choice.absent() && isMissing(choice) && from(index + 1);
  }

  private boolean isMissing(Choice choice) {
    for (Spot spot : choice.all()) {
      if (spot.agreesWith(chosen)) {
        return false;
      }
    }
    return true;
  }

  private int[] with(Spot spot) {
    int[] both = chosen.clone();
    for (int i = 0; i < spot.depth(); i++) {
      both[spot.array(i)] = spot.item(i);
    }
    return both;
  }

  /** The items chosen of arrays that this or a later leaf can meet. */
  private State state(int index) {
    if (ahead.length == 0) {
      ahead = lookAhead();
    }
    List<Integer> items = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      if (ahead[index][i] && chosen[i] >= 0) {
        items.add(i);
        items.add(chosen[i]);
      }
    }
    return new State(index, items);
  }

  private boolean[][] lookAhead() {
    boolean[][] met = new boolean[choices.size()][chosen.length];
    for (int leaf = choices.size() - 1; leaf >= 0; leaf--) {
      if (leaf + 1 < choices.size()) {
        System.arraycopy(met[leaf + 1], 0, met[leaf], 0, chosen.length);
      }
      for (Spot spot : choices.get(leaf).all()) {
        for (int i = 0; i < spot.depth(); i++) {
          met[leaf][spot.array(i)] = true;
        }
      }
    }
    return met;
  }
}
