package rolecall.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps the calls to one Region as far apart as CloudTrail wants them: two a second for an account,
 * and more than that are throttled. Thread-safe.
 */
final class Pace {
  static final Duration BETWEEN = Duration.ofMillis(500);

  /** When the next turn is; empty before the first. */
  private OptionalLong free = OptionalLong.empty();

  /**
   * Waits for a turn.
   *
   * @param waiting how time passes for whoever waits: the same time for all
   * @param atLeast longer, after a call that failed
   * @param most how long to wait; a turn that comes later is not taken
   * @return false when everything is to stop, or the turn would come too late
   */
  boolean awaitTurn(Waiting waiting, Duration atLeast, Duration most) throws InterruptedException {
    Optional<Duration> wait = reserve(waiting.nanoTime(), atLeast.toNanos(), most.toNanos());
    if (wait.isEmpty()) {
      return false;
    }
    if (!waiting.stopped() && wait.get().isPositive()) {
      waiting.pause(wait.get());
    }
    return !waiting.stopped();
  }

  /** How long to wait for the turn that is taken by asking. */
  private synchronized Optional<Duration> reserve(long now, long atLeast, long most) {
    long wait = Math.max(Math.max(atLeast, free.orElse(now) - now), 0);
    if (wait >= most) {
      return Optional.empty();
    }
    free = OptionalLong.of(now + wait + BETWEEN.toNanos());
    return Optional.of(Duration.ofNanos(wait));
  }
}
