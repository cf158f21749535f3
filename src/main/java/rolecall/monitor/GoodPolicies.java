package rolecall.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import rolecall.ledger.Entry;
import rolecall.ledger.Store;
import rolecall.ledger.StoreTrouble;

/** Remembers in a store which version of a policy's text was good last. Thread-safe. */
final class GoodPolicies {
  private static final String PARTITION = "policy";

  /**
   * A policy may stay as it is for years, and its last good version must be known all the while.
   */
  private static final Duration KEPT = Duration.ofDays(3650);

  private final Store store;
  private final Entry.Place place;

  /**
   * @param text the text's name
   */
  GoodPolicies(Store store, String text) {
    this.store = Objects.requireNonNull(store, "store is null");
    this.place = new Entry.Place(PARTITION, text);
  }

  /** The last good version; empty when none is known. */
  Optional<GoodPolicy> last(Duration most) throws StoreTrouble {
    return store.get(place, most).flatMap(entry -> GoodPolicy.of(entry.value()));
  }

  /**
   * Remembers a version, unless it is known or another worker is faster.
   *
   * @param most how long to wait for each of two calls
   * @return why it could not be remembered, when it could not
   */
  Optional<String> note(GoodPolicy good, Instant now, Duration most) {
    try {
      Optional<Entry> before = store.get(place, most);
      String value = good.json();
      if (before.filter(entry -> isKept(entry, value, now)).isEmpty()) {
        long version = before.map(Entry::version).orElse(0L) + 1;
        store.put(new Entry(place, version, value, now.plus(KEPT)), before, most);
      }
      return Optional.empty();
    } catch (StoreTrouble trouble) {
      return Optional.of(trouble.getMessage());
    }
  }

  private static boolean isKept(Entry entry, String value, Instant now) {
    return entry.value().equals(value) && entry.expires().isAfter(now.plus(KEPT.dividedBy(2)));
  }
}
