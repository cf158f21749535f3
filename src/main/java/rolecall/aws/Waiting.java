package rolecall.aws;

import java.time.Duration;

/** How time passes for whoever must wait between calls. Used by several threads. */
public interface Waiting {
  /** Time that only ever grows, in nanoseconds from anywhere. */
  long nanoTime();

  /**
   * Waits so long; less when everything is to stop meanwhile.
   *
   * @throws InterruptedException when this thread was interrupted
   */
  void pause(Duration time) throws InterruptedException;

  /** Whether everything is to stop. */
  boolean stopped();
}
