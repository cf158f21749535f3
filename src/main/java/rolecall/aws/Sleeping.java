package rolecall.aws;

import java.time.Duration;

/** Real time, which nobody cuts short but an interrupt. Thread-safe. */
public final class Sleeping implements Waiting {
  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void pause(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }

  @Override
  public boolean stopped() {
    return false;
  }
}
