package rolecall.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import rolecall.ledger.Ledger;
import rolecall.ledger.SeenSince;
import rolecall.ledger.Store;
import rolecall.policy.Forwarded;
import rolecall.policy.Judge;

/** A deployment's memory of the events that it handled, read from outside the function. */
public final class Memory {
  /** A busy hour is many pages. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Ledger ledger;
  private final Instant now;

  public Memory(Store store, Instant now) {
    this.ledger = new Ledger(store, () -> now, () -> "reader");
    this.now = Objects.requireNonNull(now, "now is null");
  }

  /** Since when it is whole. */
  public sealed interface Reach {
    /** Every event of then and later that was handled is in it. */
    record Since(Instant moment) implements Reach {
      public Since {
        Objects.requireNonNull(moment, "moment is null");
      }
    }

    /** Nothing was ever noted. */
    record Empty() implements Reach {}

    /**
     * Nobody can tell.
     *
     * @param why in a person's words, with how to mend it
     */
    record Unread(String why) implements Reach {
      public Unread {
        Objects.requireNonNull(why, "why is null");
      }
    }
  }

  /** Asks the store since when it remembers. */
  public Reach reach() {
    return switch (ledger.seenSince(PATIENCE)) {
      case SeenSince.Known(Instant since) -> new Reach.Since(since);
      case SeenSince.Never _ -> new Reach.Empty();
      case SeenSince.Unchecked(String why) -> new Reach.Unread(why);
    };
  }

  /**
   * What judges the events that are not in this memory.
   *
   * @param since where the time begins that is compared; not before {@link Reach.Since}
   * @param until where it ends
   */
  public MissedJudge missed(Judge policy, Forwarded forwarded, Instant since, Instant until) {
    return new MissedJudge(
        policy, forwarded, new SeenHours(ledger, since, now, PATIENCE), since, until);
  }
}
