package rolecall.ledger;

import java.util.Objects;

/** What the ledger knows of the caller's own copy of a cross-account assumption. */
public sealed interface CallerNote {
  /**
   * It was judged: findings that it settles need not be told from the other copy.
   *
   * @param actor who called, as that copy says; of a text beyond 512 characters the beginning and
   *     its hash, which the ledger takes for the same actor
   */
  record Noted(String actor) implements CallerNote {
    public Noted {
      Objects.requireNonNull(actor, "actor is null");
    }
  }

  /** It was not judged yet, or is not noted any more. */
  record Unknown() implements CallerNote {}

  /**
   * The store did not answer.
   *
   * @param why in a person's words, with the error code and how to mend it
   */
  record Unchecked(String why) implements CallerNote {
    public Unchecked {
      Objects.requireNonNull(why, "why is null");
    }
  }
}
