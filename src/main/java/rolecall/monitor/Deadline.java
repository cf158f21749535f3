package rolecall.monitor;

import java.time.Duration;
import java.util.Objects;

/**
 * When to begin nothing more, so that what was begun can be finished and the rest handed back.
 *
 * @param margin what one record may take, with its alert
 */
record Deadline(TimeLeft time, Duration margin) {
  /** For an invocation of which nobody knows how long it may run. */
  private static final Duration UNKNOWN = Duration.ofMinutes(1);

  Deadline {
    Objects.requireNonNull(time, "time is null");
    Objects.requireNonNull(margin, "margin is null");
  }

  /**
   * At the start of an invocation. A short one begins what it can: it keeps back a quarter of its
   * time at most. One whose time was over before it began has none that can be known.
   */
  static Deadline atStart(TimeLeft time, Duration margin) {
    Duration left = time.left();
    if (!left.isPositive()) {
      return new Deadline(() -> UNKNOWN, Duration.ZERO);
    }
    Duration quarter = left.dividedBy(4);
    return new Deadline(time, quarter.compareTo(margin) < 0 ? quarter : margin);
  }

  /** How long something may take that nothing waits for; not positive when it must not begin. */
  Duration spare() {
    return time.left().minus(margin);
  }

  /**
   * Before another record is begun.
   *
   * @throws OutOfTime when there is not enough time for it
   */
  void check() {
    if (time.left().compareTo(margin) < 0) {
      throw new OutOfTime();
    }
  }
}
