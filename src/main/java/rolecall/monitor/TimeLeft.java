package rolecall.monitor;

import java.time.Duration;

/** How long an invocation may still run. */
@FunctionalInterface
public interface TimeLeft {
  /** Never grows. */
  Duration left();
}
