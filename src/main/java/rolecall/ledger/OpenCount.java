package rolecall.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.finding.Severity;

/**
 * A quiet window in which findings were only counted, and perhaps nobody was told. Texts beyond 512
 * characters are cut; actor, target and role may be of the caller's choice.
 *
 * @param since the event time of the finding that was told
 * @param over when the window ends, in event time
 * @param account of the finding that was counted first
 * @param role the name of its role
 * @param window where the window stands
 * @param event of the finding that was told
 */
public record OpenCount(
    String rule,
    Severity severity,
    String category,
    String actor,
    String target,
    Optional<String> account,
    Optional<String> region,
    Optional<String> role,
    Instant since,
    Instant over,
    String window,
    String event) {
  public OpenCount {
    Objects.requireNonNull(rule, "rule is null");
    Objects.requireNonNull(severity, "severity is null");
    Objects.requireNonNull(category, "category is null");
    Objects.requireNonNull(actor, "actor is null");
    Objects.requireNonNull(target, "target is null");
    Objects.requireNonNull(account, "account is null");
    Objects.requireNonNull(region, "region is null");
    Objects.requireNonNull(role, "role is null");
    Objects.requireNonNull(since, "since is null");
    Objects.requireNonNull(over, "over is null");
    Objects.requireNonNull(window, "window is null");
    Objects.requireNonNull(event, "event is null");
  }

  /** What the ledger says when it is asked for such windows. */
  public sealed interface Listed {
    /** Those that are over, the first first. */
    record All(List<OpenCount> counts) implements Listed {
      public All {
        counts = List.copyOf(counts);
      }
    }

    /** The store did not answer. */
    record Unchecked(String why) implements Listed {
      public Unchecked {
        Objects.requireNonNull(why, "why is null");
      }
    }
  }

  /** What the ledger says of one that somebody wants to tell. */
  public sealed interface Telling {
    /**
     * Nobody told it; whoever asked must confirm or release it.
     *
     * @param repeats at least one
     * @param last the event time of the latest
     * @param holder proves who holds it
     */
    record Held(OpenCount count, long repeats, Instant last, String holder) implements Telling {
      public Held {
        Objects.requireNonNull(count, "count is null");
        Objects.requireNonNull(last, "last is null");
        Objects.requireNonNull(holder, "holder is null");
      }
    }

    /** It was told, or another worker is about to. */
    record Nothing() implements Telling {}

    /** The store did not answer. */
    record Unchecked(String why) implements Telling {
      public Unchecked {
        Objects.requireNonNull(why, "why is null");
      }
    }
  }
}
