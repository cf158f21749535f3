package rolecall.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only while somebody waits, and then at once. */
public final class Instantly implements Waiting {
  private final List<Duration> pauses = new ArrayList<>();
  private long now;
  private boolean stopped;

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized void pause(Duration time) {
    pauses.add(time);
    now += time.toNanos();
  }

  @Override
  public synchronized boolean stopped() {
    return stopped;
  }

  /** Everything is to stop. */
  public synchronized void stop() {
    stopped = true;
  }

  /** All pauses so far. */
  public synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
