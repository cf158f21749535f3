package rolecall.alert;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Something that an alert says besides its findings. */
public sealed interface Remark {
  /** Whether the same was told before is not known: the store did not answer. */
  record RepeatsUnchecked() implements Remark {}

  /**
   * Since the last alert like this one, further events were only counted.
   *
   * @param rule the rule that they broke
   * @param repeats how many, at least one
   * @param since the event time of the finding that was told
   */
  record CountedBefore(String rule, long repeats, Instant since) implements Remark {
    public CountedBefore {
      Objects.requireNonNull(rule, "rule is null");
      Objects.requireNonNull(since, "since is null");
    }
  }

  /**
   * An earlier alert told other findings of the same event, from the other account's copy.
   *
   * @param eventId which record the earlier alert named
   * @param account the account whose copy that was
   */
  record Follows(String eventId, Optional<String> account) implements Remark {
    public Follows {
      Objects.requireNonNull(eventId, "eventId is null");
      Objects.requireNonNull(account, "account is null");
    }
  }

  /**
   * The same alert went out before, without what was found of the sessions behind it since.
   *
   * @param first when it went out
   */
  record Amends(Instant first) implements Remark {
    public Amends {
      Objects.requireNonNull(first, "first is null");
    }
  }

  /** The event never arrived by itself: comparing with what CloudTrail has brought it to light. */
  record FoundLate() implements Remark {}
}
