package rolecall.monitor;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rolecall.ingest.Arrival;

/**
 * What one invocation did. Every record that came has exactly one fate, so the fates add up to the
 * records received.
 *
 * @param handled one for each delivery, in their order
 * @param fates how many records had each fate, all fates
 * @param alertsPublished messages that the topic took
 * @param alertsNotPublished messages that it did not take
 * @param storeUnavailable how often the ledger's store did not answer
 * @param policyLoadFailed how often a policy was not taken
 * @param heartbeats signs of life that came through
 * @param ages from the time of each watched event to now; empty for events without a time
 * @param reconciled what a run of the comparison with CloudTrail brought, if there was one
 */
public record Outcome(
    Arrival arrival,
    List<Handled> handled,
    Map<Fate, Long> fates,
    long alertsPublished,
    long alertsNotPublished,
    long storeUnavailable,
    long policyLoadFailed,
    long heartbeats,
    List<Duration> ages,
    Optional<Reconciled> reconciled) {
  public Outcome {
    Objects.requireNonNull(arrival, "arrival is null");
    handled = List.copyOf(handled);
    if (handled.size() != arrival.deliveries().size()) {
      throw new IllegalArgumentException("a delivery was forgotten");
    }
    EnumMap<Fate, Long> all = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      all.put(fate, fates.getOrDefault(fate, 0L));
    }
    fates = Collections.unmodifiableMap(all);
    ages = List.copyOf(ages);
    Objects.requireNonNull(reconciled, "reconciled is null");
  }

  /** Records that came, read or not. */
  public long received() {
    return fates.values().stream().mapToLong(Long::longValue).sum();
  }
}
