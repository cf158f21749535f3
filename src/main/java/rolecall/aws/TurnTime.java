package rolecall.aws;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Time in which one page after the other is turned, each within a few seconds, so that a Region
 * that throttles or is slow holds nobody up. One thread turns at a time.
 */
final class TurnTime implements Waiting {
  /** Three attempts, when CloudTrail throttles. */
  private static final Duration EACH = Duration.ofSeconds(5);

  /** An answer that is on its way then is waited for a little longer. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Waiting waiting;
  private final Supplier<Duration> left;
  private volatile long end;

  TurnTime(Waiting waiting, Supplier<Duration> left) {
    this.waiting = waiting;
    this.left = left;
    this.end = waiting.nanoTime();
  }

  /** Another page is turned; gives how long to wait for its answer at most. */
  Duration begin() {
    Duration all = left.get();
    end = waiting.nanoTime() + shorter(all, EACH).toNanos();
    return shorter(all, EACH.plus(GRACE));
  }

  private static Duration shorter(Duration one, Duration other) {
    Duration shorter = one.compareTo(other) < 0 ? one : other;
    return shorter.isNegative() ? Duration.ZERO : shorter;
  }

  @Override
  public long nanoTime() {
    return waiting.nanoTime();
  }

  @Override
  public void pause(Duration time) throws InterruptedException {
    waiting.pause(shorter(time, Duration.ofNanos(end - waiting.nanoTime())));
  }

  @Override
  public boolean stopped() {
    return waiting.stopped() || waiting.nanoTime() - end >= 0;
  }
}
