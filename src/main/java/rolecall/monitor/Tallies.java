package rolecall.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rolecall.ingest.Arrival;

/** Counts during one invocation. Not thread-safe. */
final class Tallies {
  private static final int MOST_AGES = 10_000;

  private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
  private final List<Duration> ages = new ArrayList<>();
  private long published;
  private long notPublished;
  private long storeUnavailable;
  private long policyLoadFailed;
  private long heartbeats;
  private Optional<Reconciled> reconciled = Optional.empty();

  void count(Fate fate) {
    count(fate, 1);
  }

  void count(Fate fate, long records) {
    fates.merge(fate, records, Long::sum);
  }

  void age(Optional<Instant> eventTime, Instant now) {
    if (eventTime.isPresent() && ages.size() < MOST_AGES) {
      ages.add(Duration.between(eventTime.get(), now));
    }
  }

  void published() {
    published++;
  }

  void notPublished() {
    notPublished++;
  }

  void storeUnavailable() {
    storeUnavailable++;
  }

  void policyLoadFailed() {
    policyLoadFailed++;
  }

  void heartbeat() {
    heartbeats++;
  }

  void reconciled(Reconciled run) {
    reconciled = Optional.of(run);
  }

  Outcome outcome(Arrival arrival, List<Handled> handled) {
    return new Outcome(
        arrival,
        handled,
        fates,
        published,
        notPublished,
        storeUnavailable,
        policyLoadFailed,
        heartbeats,
        ages,
        reconciled);
  }
}
