package rolecall.monitor;

import java.util.Objects;
import java.util.function.Supplier;
import rolecall.ingest.RecentTrail;
import rolecall.ledger.Store;
import rolecall.policy.Forwarded;

/**
 * What it takes to compare what was handled with what CloudTrail has. Thread-safe.
 *
 * @param store which all copies of the function share, and which remembers what was handled
 * @param forwarded what the deployment's rules let through; asked for in each run
 */
public record ReconciliationMeans(RecentTrail trail, Store store, Supplier<Forwarded> forwarded) {
  public ReconciliationMeans {
    Objects.requireNonNull(trail, "trail is null");
    Objects.requireNonNull(store, "store is null");
    Objects.requireNonNull(forwarded, "forwarded is null");
  }
}
