package rolecall.lineage;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Remembers what asking brought. What was found is found for good, as a record never changes; what
 * was not found may be there soon. Both are bounded: who was not asked about for longest is
 * forgotten. Thread-safe.
 */
final class Answered {
  /** In which a burst of events of one session asks once. */
  static final Duration MISSING_FOR = Duration.ofMinutes(1);

  private final LongSupplier nanoTime;
  private final Map<String, List<Step>> found;
  private final Map<String, Missing> missing;

  /** What was asked for in vain; the records are those that did not settle it. */
  record Missing(List<Step> steps, String why, Inquiry.Outlook outlook, long since) {
    Missing {
      steps = List.copyOf(steps);
      Objects.requireNonNull(why, "why is null");
      Objects.requireNonNull(outlook, "outlook is null");
    }
  }

  Answered(int most, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.found = new Bounded<>(most);
    this.missing = new Bounded<>(most);
  }

  synchronized void found(String key, List<Step> steps) {
    missing.remove(key);
    found.put(key, List.copyOf(steps));
  }

  synchronized List<Step> found(String key) {
    return found.getOrDefault(key, List.of());
  }

  synchronized void missing(String key, List<Step> steps, String why, Inquiry.Outlook outlook) {
    missing.put(key, new Missing(steps, why, outlook, nanoTime.getAsLong()));
  }

  synchronized Optional<Missing> missing(String key) {
    Optional<Missing> known = Optional.ofNullable(missing.get(key));
    if (known.isPresent() && nanoTime.getAsLong() - known.get().since() >= MISSING_FOR.toNanos()) {
      missing.remove(key);
      return Optional.empty();
    }
    return known;
  }

  private static final class Bounded<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Bounded(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > most;
    }
  }
}
