package rolecall.aws;

import java.time.Duration;

/** Real time that nobody stops. */
public final class Asleep implements Waiting {
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
