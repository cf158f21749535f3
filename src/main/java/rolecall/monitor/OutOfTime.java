package rolecall.monitor;

import java.io.Serial;

/** An invocation has too little time left to begin another record. */
final class OutOfTime extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  OutOfTime() {
    super("the time of the invocation is nearly over", null, false, false);
  }
}
