package rolecall.ledger;

import java.util.Objects;

/** What the ledger knows of the events of one Region and hour. */
public sealed interface SeenHour {
  /** These were handled. */
  record Known(Seen seen) implements SeenHour {
    public Known {
      Objects.requireNonNull(seen, "seen is null");
    }
  }

  /**
   * The store did not answer.
   *
   * @param why in a person's words, with the error code and how to mend it
   */
  record Unchecked(String why) implements SeenHour {
    public Unchecked {
      Objects.requireNonNull(why, "why is null");
    }
  }
}
