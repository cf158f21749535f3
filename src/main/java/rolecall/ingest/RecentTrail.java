package rolecall.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What CloudTrail itself keeps of one account's events, whoever else is told of them: Region by
 * Region and page by page, the latest events first.
 */
@FunctionalInterface
public interface RecentTrail {
  /**
   * Begins to ask.
   *
   * @param left how long anything may still take; never grows
   */
  Visit visit(Supplier<Duration> left);

  /** Questions of one run. For one thread. */
  interface Visit {
    /** The Regions that may have events; some may be off for the account. */
    Regions regions();

    /**
     * Begins to read one Region.
     *
     * @param since the first moment asked about
     */
    Walk walk(String region, Instant since, Left left);
  }

  /** The pages of one Region. For one thread. */
  interface Walk {
    /** The next page, after as long a pause as CloudTrail wants. */
    Turn turn();

    /** What is left to read after the pages so far. */
    Left left();
  }

  /** Which Regions there are to ask. */
  sealed interface Regions {
    record Named(List<String> ids) implements Regions {
      public Named {
        ids = List.copyOf(ids);
      }
    }

    /**
     * Nobody can be asked.
     *
     * @param why in a person's words, with how to mend it
     */
    record None(String why) implements Regions {
      public None {
        Objects.requireNonNull(why, "why is null");
      }
    }
  }

  /**
   * The events of a Region that are still to be read: those of that moment and before, but for
   * some.
   *
   * @param until the last moment
   * @param read the ids of events up to it that were read already
   */
  record Left(Instant until, Set<String> read) {
    public Left {
      Objects.requireNonNull(until, "until is null");
      read = Set.copyOf(read);
    }
  }

  /** What came of asking for a page. */
  sealed interface Turn {
    /**
     * Events that no page before had.
     *
     * @param last whether nothing is left
     */
    record Page(LogSource events, boolean last) implements Turn {
      public Page {
        Objects.requireNonNull(events, "events is null");
      }
    }

    /** The account does not have the Region on. */
    record Off() implements Turn {}

    /**
     * Not now; the same walk may go on later.
     *
     * @param why in a person's words
     */
    record Slow(String why) implements Turn {
      public Slow {
        Objects.requireNonNull(why, "why is null");
      }
    }

    /**
     * This walk has come to its end before that of the events.
     *
     * @param why in a person's words, with how to mend it
     */
    record Failed(String why) implements Turn {
      public Failed {
        Objects.requireNonNull(why, "why is null");
      }
    }
  }
}
