package rolecall.lineage;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** How long and how often somebody may still be asked. Thread-safe. */
public final class Allowance {
  private final Duration most;
  private final LongSupplier nanoTime;
  private final long begun;
  private final AtomicInteger calls;
  private volatile boolean ended;

  /**
   * Counts from now on.
   *
   * @param most how long to ask at most; zero to ask nobody
   * @param calls how many calls may be made
   * @param nanoTime time that only ever grows, in nanoseconds from anywhere
   */
  public Allowance(Duration most, int calls, LongSupplier nanoTime) {
    this(most, new AtomicInteger(calls), nanoTime, nanoTime.getAsLong());
  }

  private Allowance(Duration most, AtomicInteger calls, LongSupplier nanoTime, long begun) {
    this.most = Objects.requireNonNull(most, "most is null");
    this.calls = calls;
    this.nanoTime = nanoTime;
    this.begun = begun;
  }

  /** The same time and the same calls, but it can be ended alone. */
  public Allowance part() {
    return new Allowance(most, calls, nanoTime, begun);
  }

  /** From now on there is no time left. */
  public void end() {
    ended = true;
  }

  /** The time that is left; zero when none is. */
  public Duration left() {
    Duration left = most.minusNanos(nanoTime.getAsLong() - begun);
    return ended || left.isNegative() ? Duration.ZERO : left;
  }

  /** Takes one call; false when none is left. */
  public boolean takeCall() {
    return calls.getAndUpdate(left -> Math.max(left - 1, 0)) > 0;
  }

  /** Whether no call is left. */
  public boolean isSpent() {
    return calls.get() == 0;
  }
}
