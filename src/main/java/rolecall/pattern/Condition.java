package rolecall.pattern;

import java.util.List;
import rolecall.record.Json;

/**
 * A node of a compiled pattern, judged field by field. Immutable and thread-safe.
 *
 * <p>Fields that stand in several objects of one array may each match in a different object, which
 * does not count as a match of the whole. Two judgements enclose the truth: one takes such fields
 * for good, the other does not. Where they differ, {@link ArrayMatch} decides.
 */
sealed interface Condition {
  /**
   * @param hopeful whether fields in different objects of an array count as together
   */
  Truth test(Json document, Unknowns unknowns, boolean hopeful);

  /** How dear a test is. */
  int cost();

  /**
   * One field with what it must be.
   *
   * @param matcher takes the field's value
   * @param absent whether the lack of the field satisfies, too
   * @param wanted what would satisfy it, in words
   */
  record Leaf(Route route, Matcher matcher, boolean absent, String wanted) implements Condition {
    @Override
    public Truth test(Json document, Unknowns unknowns, boolean hopeful) {
      if (unknowns != Unknowns.NONE && unknowns.covers(route.path())) {
        return Truth.UNKNOWN;
      }
      int seen = route.look(document, matcher);
      int enough = hopeful ? Route.MATCHED | Route.MATCHED_IN_ARRAY : Route.MATCHED;
      int tooMuch = hopeful ? Route.FOUND : Route.FOUND | Route.FOUND_IN_ARRAY;
      return Truth.of((seen & enough) != 0 || absent && (seen & tooMuch) == 0);
    }

    @Override
    public int cost() {
      return matcher.cost();
    }
  }

  /** All of them. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Truth test(Json document, Unknowns unknowns, boolean hopeful) {
      Truth least = Truth.YES;
      for (int i = 0; i < parts.size() && least != Truth.NO; i++) {
        least = least.and(parts.get(i).test(document, unknowns, hopeful));
      }
      return least;
    }

    @Override
    public int cost() {
      return parts.stream().mapToInt(Condition::cost).sum();
    }
  }

  /** At least one of them. */
  record AnyOf(List<Condition> branches) implements Condition {
    public AnyOf {
      branches = List.copyOf(branches);
    }

    @Override
    public Truth test(Json document, Unknowns unknowns, boolean hopeful) {
      Truth most = Truth.NO;
      for (int i = 0; i < branches.size() && most != Truth.YES; i++) {
        most = most.or(branches.get(i).test(document, unknowns, hopeful));
      }
      return most;
    }

    @Override
    public int cost() {
      return branches.stream().mapToInt(Condition::cost).sum();
    }
  }
}
