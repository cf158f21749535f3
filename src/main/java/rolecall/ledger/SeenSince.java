package rolecall.ledger;

import java.time.Instant;
import java.util.Objects;

/** Since when events are noted as handled. */
public sealed interface SeenSince {
  /** Since then, without a break, if the store never failed. */
  record Known(Instant since) implements SeenSince {
    public Known {
      Objects.requireNonNull(since, "since is null");
    }
  }

  /** No event was ever noted. */
  record Never() implements SeenSince {}

  /**
   * The store did not answer.
   *
   * @param why in a person's words, with the error code and how to mend it
   */
  record Unchecked(String why) implements SeenSince {
    public Unchecked {
      Objects.requireNonNull(why, "why is null");
    }
  }
}
