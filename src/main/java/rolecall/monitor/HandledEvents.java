package rolecall.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import rolecall.ledger.Ledger;
import rolecall.ledger.SeenEvent;
import rolecall.record.TrailRecord;

/**
 * Events that were handled and are still to be noted: at the end of an invocation, when every alert
 * is out, with one write for each Region and hour. What the store does not take is kept for the
 * next invocation of this copy of the function. For one invocation at a time.
 */
final class HandledEvents {
  /** Some 5 MB. A log file may hold more, and is then noted in parts. */
  private static final int MOST = 20_000;

  private final Ledger ledger;
  private final InstantSource clock;
  private final Duration patience;
  private final SequencedSet<SeenEvent> events = new LinkedHashSet<>();

  HandledEvents(Ledger ledger, InstantSource clock, Duration patience) {
    this.ledger = ledger;
    this.clock = clock;
    this.patience = patience;
  }

  /** Another one was handled; with many of them, the store is told now. */
  void add(TrailRecord record, StoreHealth store) {
    if (events.size() < MOST) {
      events.add(Comparison.seen(record, clock.instant()));
    }
    if (events.size() == MOST) {
      note(store);
    }
  }

  /** Tells the store, unless it did not answer before in this invocation. */
  void note(StoreHealth store) {
    if (events.isEmpty() || store.isOut()) {
      return;
    }
    Optional<String> why = ledger.noteSeen(events, patience);
    if (why.isPresent()) {
      store.failed(events.getFirst().id(), why.get());
    } else {
      events.clear();
    }
  }
}
