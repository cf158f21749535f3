package rolecall.monitor;

import java.time.Duration;
import java.util.Objects;

/**
 * When to begin nothing more, so that what was begun can be finished and the rest handed back.
 *
 * @param margin what one record may take, with its alert
 */
record Deadline(TimeLeft time, Duration margin) {
  Deadline {
    Objects.requireNonNull(time, "time is null");
    Objects.requireNonNull(margin, "margin is null");
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
