package rolecall.pattern;

import java.util.List;
import rolecall.json.Json;

/**
 * A node of a compiled pattern, judged field by field. Immutable and thread-safe.
 *
 * <p>Fields that stand in several objects of one array may each match in a different object, which
 * is no match of the whole. A judgement is therefore a {@link Span}: at least what holds without
 * such fields, at most what holds with all of them. Where the bounds differ, {@link ArrayMatch}
 * decides.
 */
sealed interface Condition {
  /** The bounds of the truth, as a {@link Span}. */
  int test(Json document, Unknowns unknowns);

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
    private static final int MAYBE = Span.of(Truth.NO, Truth.YES);

    @Override
    public int test(Json document, Unknowns unknowns) {
      if (unknowns.covers(route.path())) {
        return Span.UNKNOWN;
      }
      int seen = route.look(document, matcher);
      if ((seen & Route.MATCHED) != 0 || (absent && seen == 0)) {
        return Span.YES;
      }
      boolean possible =
          (seen & Route.MATCHED_IN_ARRAY) != 0 || (absent && (seen & Route.FOUND) == 0);
      return possible ? MAYBE : Span.NO;
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
    public int test(Json document, Unknowns unknowns) {
      int all = Span.YES;
      for (int i = 0; i < parts.size() && all != Span.NO; i++) {
        all = Span.and(all, parts.get(i).test(document, unknowns));
      }
      return all;
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
    public int test(Json document, Unknowns unknowns) {
      int any = Span.NO;
      for (int i = 0; i < branches.size() && any != Span.YES; i++) {
        any = Span.or(any, branches.get(i).test(document, unknowns));
      }
      return any;
    }

    @Override
    public int cost() {
      return branches.stream().mapToInt(Condition::cost).sum();
    }
  }
}
