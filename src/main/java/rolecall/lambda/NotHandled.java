package rolecall.lambda;

import java.io.Serial;

/** The invocation must come again; the error by which Lambda learns it. */
final class NotHandled extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  NotHandled(String why) {
    super("Something of this invocation must come again: " + why);
  }
}
