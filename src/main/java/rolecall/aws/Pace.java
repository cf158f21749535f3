package rolecall.aws;

import java.time.Duration;

/**
 * Keeps the calls to one Region as far apart as CloudTrail wants them: two a second for an account,
 * and more than that are throttled. Thread-safe.
 */
final class Pace {
  static final Duration BETWEEN = Duration.ofMillis(500);

  private final Waiting waiting;
  private long free;

  Pace(Waiting waiting) {
    this.waiting = waiting;
    this.free = waiting.nanoTime();
  }

  /**
   * Waits for a turn.
   *
   * @param atLeast longer, after a call that failed
   * @return false when everything is to stop
   */
  boolean awaitTurn(Duration atLeast) throws InterruptedException {
    Duration wait = Duration.ofNanos(reserve(atLeast.toNanos()));
    if (!waiting.stopped() && wait.isPositive()) {
      waiting.pause(wait);
    }
    return !waiting.stopped();
  }

  /** How long to wait for the turn that is taken by asking. */
  private synchronized long reserve(long atLeast) {
    long now = waiting.nanoTime();
    long wait = Math.max(atLeast, free - now);
    free = now + Math.max(wait, 0) + BETWEEN.toNanos();
    return wait;
  }
}
