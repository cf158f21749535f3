package rolecall.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What the ledger says of one finding. */
public sealed interface Claim {
  /**
   * Nobody told it; whoever asked holds it now, and must confirm or release it.
   *
   * @param token proves who holds it
   * @param before what was only counted since an earlier finding like it was told
   * @param follows an earlier alert that told another rule of the same event from another copy
   */
  record Held(Token token, Optional<Counted> before, Optional<Earlier> follows) implements Claim {
    public Held {
      Objects.requireNonNull(token, "token is null");
      Objects.requireNonNull(before, "before is null");
      Objects.requireNonNull(follows, "follows is null");
    }
  }

  /** It was told, or counted, before. */
  record AlreadyTold() implements Claim {}

  /** It lies in the quiet window of a finding that was told, and is counted now. */
  record Repeat() implements Claim {}

  /** Another worker is about to tell it, or one whose quiet window it would fall into. */
  record HeldByAnother() implements Claim {}

  /**
   * The store did not answer: whether it was told is not known.
   *
   * @param why in a person's words, with the error code and how to mend it
   */
  record Unchecked(String why) implements Claim {
    public Unchecked {
      Objects.requireNonNull(why, "why is null");
    }
  }

  /**
   * Findings that were only counted.
   *
   * @param repeats at least one
   * @param since the event time of the finding that was told
   */
  record Counted(long repeats, Instant since) {
    public Counted {
      Objects.requireNonNull(since, "since is null");
    }
  }

  /**
   * An earlier alert of the same event.
   *
   * @param eventId the record's own id, of the copy that it told
   */
  record Earlier(String eventId, Optional<String> account) {
    public Earlier {
      Objects.requireNonNull(eventId, "eventId is null");
      Objects.requireNonNull(account, "account is null");
    }
  }
}
