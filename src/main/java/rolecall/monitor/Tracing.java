package rolecall.monitor;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import rolecall.lineage.Tracer;
import rolecall.lineage.Tracer.Traced;
import rolecall.record.TrailRecord;

/**
 * Traces records as long as asking may take in one invocation. Whatever the tracer does, nothing is
 * held back by it and nothing fails. For one thread.
 */
final class Tracing {
  /** All alerts of an invocation together wait so long for look-ups, so each waits no longer. */
  private static final Duration BEFORE_ALERTS = Duration.ofSeconds(4);

  /** When every alert is out, nobody waits. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(20);

  private final Tracer tracer;
  private final Deadline deadline;
  private final Journal journal;
  private final Purse beforeAlerts = new Purse(BEFORE_ALERTS);
  private final Purse afterwards = new Purse(AFTERWARDS);
  private boolean broken;

  Tracing(Tracer tracer, Deadline deadline, Journal journal) {
    this.tracer = tracer;
    this.deadline = deadline;
    this.journal = journal;
  }

  /** Time to ask in, which is spent. */
  private static final class Purse {
    private Duration left;

    Purse(Duration all) {
      this.left = all;
    }

    void spend(Duration time) {
      left = time.compareTo(left) < 0 ? left.minus(time) : Duration.ZERO;
    }
  }

  /** Keeps a record for the chains of later ones. */
  void hear(TrailRecord record) {
    guarded(
        record,
        () -> {
          tracer.hear(record);
          return record;
        });
  }

  /** Who stands behind a record of which an alert is about to go out. */
  Optional<Traced> beforeAlert(TrailRecord record) {
    return trace(record, beforeAlerts);
  }

  /** The same, once all alerts are out. */
  Optional<Traced> afterwards(TrailRecord record) {
    return trace(record, afterwards);
  }

  /** The same from what is at hand. */
  Optional<Traced> atHand(TrailRecord record) {
    return trace(record, Duration.ZERO);
  }

  private Optional<Traced> trace(TrailRecord record, Purse purse) {
    long start = System.nanoTime();
    Optional<Traced> traced = trace(record, most(purse));
    purse.spend(Duration.ofNanos(System.nanoTime() - start));
    return traced;
  }

  private Duration most(Purse purse) {
    Duration spare = deadline.spare();
    if (broken || !spare.isPositive()) {
      return Duration.ZERO;
    }
    return spare.compareTo(purse.left) < 0 ? spare : purse.left;
  }

  private Optional<Traced> trace(TrailRecord record, Duration most) {
    return guarded(record, () -> tracer.trace(record, most));
  }

  /** A fault of ours costs the chain and no alert. */
  private <T> Optional<T> guarded(TrailRecord record, Supplier<T> what) {
    try {
      return Optional.of(what.get());
    } catch (RuntimeException fault) {
      if (!broken) {
        note(record, fault);
      }
      broken = true;
      return Optional.empty();
    }
  }

  private void note(TrailRecord record, RuntimeException fault) {
    SequencedMap<String, String> details = new LinkedHashMap<>();
    details.put("eventId", record.eventId());
    details.put("why", "a fault of Rolecall: " + fault.getClass().getName());
    journal.write(Journal.Level.ERROR, "chain not traced", details);
  }
}
