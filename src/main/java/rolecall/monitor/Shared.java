package rolecall.monitor;

import java.util.HashMap;
import java.util.Map;

/**
 * Makes one object of equal ones: of a million findings most name the same few callers and roles.
 * Keeps a bounded number of them. Not thread-safe.
 */
final class Shared<T> {
  private static final int KEPT = 4096;

  private final Map<T, T> kept = new HashMap<>();

  /** An object that equals {@code value}, the same one for most equal values. */
  T one(T value) {
    if (kept.size() >= KEPT) {
      kept.clear();
    }
    T before = kept.putIfAbsent(value, value);
    return before == null ? value : before;
  }
}
