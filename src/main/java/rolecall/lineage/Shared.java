package rolecall.lineage;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Makes one object of equal ones: of a million records most name the same few callers and roles.
 * Keeps a bounded number of them. Not thread-safe.
 */
public final class Shared<T> {
  private static final int KEPT = 4096;

  private final Map<T, T> kept = new HashMap<>();

  /** An object that equals {@code value}, the same one for most equal values. */
  public T one(T value) {
    return one(value, UnaryOperator.identity());
  }

  /**
   * As {@link #one(Object)}.
   *
   * @param lighter makes an equal one that is lighter to keep
   */
  T one(T value, UnaryOperator<T> lighter) {
    T before = kept.get(value);
    if (before != null) {
      return before;
    }
    if (kept.size() >= KEPT) {
      kept.clear();
    }
    T first = lighter.apply(value);
    kept.put(first, first);
    return first;
  }
}
