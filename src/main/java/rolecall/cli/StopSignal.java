package rolecall.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import rolecall.aws.Waiting;

/**
 * Real time that a user can cut short: the first Ctrl-C ends all waiting, and the process lives on
 * until its work is put in order.
 */
final class StopSignal implements Waiting, AutoCloseable {
  private static final long MOST_SECONDS = 60;

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch tidy = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopTidily, "rolecall-stop");

  /** Listens for the end of the process. */
  void listen() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void pause(Duration time) throws InterruptedException {
    boolean _ = stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public boolean stopped() {
    return stop.getCount() == 0;
  }

  private void stopTidily() {
    stop.countDown();
    try {
      boolean _ = tidy.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is in order; the process may end. */
  @Override
  public void close() {
    tidy.countDown();
    if (stopped()) {
      return;
    }
    try {
      boolean _ = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process ends already.
      return;
    }
  }
}
