package rolecall.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Calls of the store that may together take so long and no longer. For one thread. */
final class Visit {
  /** How often to begin anew when others are faster. */
  static final int TRIES = 16;

  private final Store store;
  private final Instant now;
  private final Duration most;
  private final LongSupplier nanos;
  private final long began;
  private final Supplier<String> random;

  /**
   * @param nanos monotonic
   * @param random gives a new text each time
   */
  Visit(Store store, Instant now, Duration most, LongSupplier nanos, Supplier<String> random) {
    this.store = Objects.requireNonNull(store, "store is null");
    this.now = Objects.requireNonNull(now, "now is null");
    this.most = Objects.requireNonNull(most, "most is null");
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.random = random;
  }

  Instant now() {
    return now;
  }

  /** A new text each time. */
  String random() {
    return random.get();
  }

  /** What stands there, also when its time is over: whoever changes it must have seen it. */
  Optional<Entry> get(Entry.Place place) throws StoreTrouble {
    return store.get(place, left());
  }

  List<Entry> all(String partition) throws StoreTrouble {
    return store.all(partition, left());
  }

  /** Stores delete late what is over; it does not count any more. */
  boolean isCurrent(Entry entry) {
    return entry.expires().isAfter(now);
  }

  /** Puts a value where still stands what was read, and lets it stay for so long. */
  boolean put(Entry.Place place, String value, Duration stay, Optional<Entry> seen)
      throws StoreTrouble {
    long version = seen.map(entry -> entry.version() + 1).orElseGet(this::firstVersion);
    Instant expires = now.plus(stay).plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
    return store.put(new Entry(place, version, value, expires), seen, left());
  }

  boolean remove(Entry seen) throws StoreTrouble {
    return store.remove(seen, left());
  }

  /** Any number: what is removed and put anew must not be taken for what it was. */
  private long firstVersion() {
    return Long.parseLong(Keys.brief(random.get()), 16);
  }

  private Duration left() throws StoreTrouble {
    Duration left = most.minusNanos(nanos.getAsLong() - began);
    if (left.isPositive()) {
      return left;
    }
    throw new StoreTrouble(
        "the ledger's table took longer than %d ms".formatted(most.toMillis()),
        new TimeoutException());
  }
}
