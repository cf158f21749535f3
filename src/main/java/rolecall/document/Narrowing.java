package rolecall.document;

import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a condition lets only definite values through. Stateless.
 *
 * <p>Several values of one condition are alternatives, so one wide value among them opens it.
 * Several conditions must all hold, so one narrow condition is enough.
 */
final class Narrowing {
  private Narrowing() {}

  /**
   * @param condition the one asked about
   * @param beside all conditions of its statement: {@code Null} with {@code false} on the same key
   *     makes {@code …IfExists} and {@code ForAllValues:} demand the key
   * @param definite whether a value means somebody in particular
   */
  static boolean holds(Condition condition, List<Condition> beside, Predicate<String> definite) {
    Operator operator = condition.operator();
    if (!operator.isPositive() || condition.values().isEmpty()) {
      return false;
    }
    boolean demanded =
        !operator.holdsWithoutKey()
            || beside.stream().anyMatch(other -> other.demands(condition.key()));
    return demanded && condition.values().stream().allMatch(definite);
  }
}
