package rolecall.policy;

import java.io.Serial;

/** A compiled policy cannot be used; the message says why and how to mend it. */
public final class UnreadablePolicy extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  UnreadablePolicy(String why, Throwable cause) {
    super(why, cause);
  }
}
