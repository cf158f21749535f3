package rolecall.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import rolecall.ledger.Entry;
import rolecall.ledger.Store;
import rolecall.ledger.StoreTrouble;

/** Remembers in a store how far each look at a Region came. For one run and one thread. */
final class ReconciliationStates {
  private static final String PARTITION = "reconciliation";

  /** A schedule may rest for long, and must then go on where it was. */
  private static final Duration KEPT = Duration.ofDays(3650);

  private final Store store;
  private final Map<String, Entry> entries = new HashMap<>();

  ReconciliationStates(Store store) {
    this.store = store;
  }

  /** By {@link Look#key}; what somebody else wrote there is passed over. */
  Map<String, ReconciliationState> all(Duration most) throws StoreTrouble {
    Map<String, ReconciliationState> states = new HashMap<>();
    for (Entry entry : store.all(PARTITION, most)) {
      entries.put(entry.place().sort(), entry);
      ReconciliationState.of(entry.value())
          .ifPresent(state -> states.put(entry.place().sort(), state));
    }
    return states;
  }

  /** Keeps a state, unless another run was faster. */
  void keep(String key, ReconciliationState state, Instant now, Duration most) throws StoreTrouble {
    Optional<Entry> before = Optional.ofNullable(entries.get(key));
    long version = before.map(Entry::version).orElse(0L) + 1;
    Entry.Place place = new Entry.Place(PARTITION, key);
    boolean _ = store.put(new Entry(place, version, state.json(), now.plus(KEPT)), before, most);
  }
}
