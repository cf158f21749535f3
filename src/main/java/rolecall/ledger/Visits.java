package rolecall.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Begins visits of one store. Thread-safe.
 *
 * @param random gives a new text each time
 */
record Visits(Store store, InstantSource clock, Supplier<String> random) {
  Visits {
    Objects.requireNonNull(store, "store is null");
    Objects.requireNonNull(clock, "clock is null");
    Objects.requireNonNull(random, "random is null");
  }

  Visit begin(Duration most) {
    store.ready();
    return new Visit(store, clock.instant(), most, System::nanoTime, random);
  }
}
