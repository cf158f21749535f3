package rolecall.monitor;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Whether the ledger's store answers. Once it does not, it is not asked again in this invocation,
 * so that no alert waits for it twice. For one thread.
 */
final class StoreHealth {
  private final Journal journal;
  private final Tallies tallies;
  private boolean out;

  StoreHealth(Journal journal, Tallies tallies) {
    this.journal = journal;
    this.tallies = tallies;
  }

  boolean isOut() {
    return out;
  }

  /** The store did not answer, for a reason, when it was asked about an event. */
  void failed(String eventId, String why) {
    out = true;
    tallies.storeUnavailable();
    SequencedMap<String, String> details = new LinkedHashMap<>();
    details.put("eventId", eventId);
    details.put("why", why);
    journal.write(Journal.Level.ERROR, "store unavailable", details);
  }
}
