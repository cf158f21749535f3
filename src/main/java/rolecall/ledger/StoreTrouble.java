package rolecall.ledger;

import java.io.Serial;

/** The store did not answer, or refused; the message says why and how to mend it. */
public final class StoreTrouble extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public StoreTrouble(String why, Throwable cause) {
    super(why, cause);
  }
}
