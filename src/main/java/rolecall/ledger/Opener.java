package rolecall.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A finding that opens a quiet window.
 *
 * @param at its event time
 * @param told whether it is out; else the claim on its event tells what became of it
 * @param holder who added it
 */
record Opener(Instant at, String event, boolean told, String holder, Tally tally) {
  Opener {
    Objects.requireNonNull(at, "at is null");
    Objects.requireNonNull(event, "event is null");
    Objects.requireNonNull(holder, "holder is null");
    Objects.requireNonNull(tally, "tally is null");
  }

  /** Whether a moment lies in its window, before it or after it: events arrive out of order. */
  boolean reaches(Instant time, Duration quiet) {
    return Duration.between(at, time).abs().compareTo(quiet) < 0;
  }

  /** Whether its window was over by then. */
  boolean isOverAt(Instant time, Duration quiet) {
    return !at.plus(quiet).isAfter(time);
  }

  Opener asTold() {
    return new Opener(at, event, true, holder, tally);
  }

  Opener with(Tally other) {
    return new Opener(at, event, told, holder, other);
  }
}
