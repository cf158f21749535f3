package rolecall.monitor;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import rolecall.ledger.SeenEvent;
import rolecall.policy.Judge;
import rolecall.policy.Verdict;
import rolecall.record.TrailRecord;

/**
 * Says of one record after the other that CloudTrail has whether the monitor should have met it,
 * and did. Not thread-safe.
 *
 * <p>Expected is what the deployment's rules let through and the policy reads, and what breaks the
 * policy or cannot be judged whether or not a rule lets it through.
 */
public final class Comparison {
  private final Judge policy;
  private final Predicate<TrailRecord> forwarded;
  private final SeenHours seen;

  /**
   * @param forwarded whether the deployment's rules let a record through
   */
  public Comparison(Judge policy, Predicate<TrailRecord> forwarded, SeenHours seen) {
    this.policy = Objects.requireNonNull(policy, "policy is null");
    this.forwarded = Objects.requireNonNull(forwarded, "forwarded is null");
    this.seen = Objects.requireNonNull(seen, "seen is null");
  }

  /** Compares one record. */
  public Compared compare(TrailRecord record) {
    if (!policy.watches(record.eventSource(), record.eventName())) {
      return new Compared.NotExpected();
    }
    if (!forwarded.test(record) && !isToTell(policy.judge(record))) {
      return new Compared.NotExpected();
    }
    return switch (seen.holds(record)) {
      case SeenHours.Answer.Yes _ -> new Compared.Handled();
      case SeenHours.Answer.No _ -> new Compared.Missed(policy.judge(record));
      case SeenHours.Answer.Unchecked(String why) -> new Compared.Unchecked(why);
    };
  }

  private static boolean isToTell(Verdict verdict) {
    return verdict.breaches().stream().anyMatch(breach -> !breach.rule().observed());
  }

  /** As the function notes a record that it handled. */
  static SeenEvent seen(TrailRecord record, Instant handled) {
    return new SeenEvent(
        record.eventId(),
        record.recipientAccountId(),
        record.awsRegion().orElse(SeenEvent.NOWHERE),
        record.eventTime().orElse(handled));
  }
}
