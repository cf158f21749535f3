package rolecall.policy;

import java.time.Duration;
import java.util.Objects;
import rolecall.finding.BrokenRule;

/**
 * One rule that a record breaks.
 *
 * @param reason what happened, as one sentence for people; quotes texts of the caller's choice
 * @param target what it was done to; with the actor it tells repeats from new acts
 * @param quiet how long, in event time, a further breach by the same actor on the same target is
 *     only counted; zero for never
 * @param settledByCallersCopy whether the rule asks who the caller is, and the record is the copy
 *     of a cross-account call that names no more than the caller's account: where the caller's own
 *     copy is at hand and content, there is no breach
 */
public record Breach(
    BrokenRule rule, String reason, String target, Duration quiet, boolean settledByCallersCopy) {
  public Breach {
    Objects.requireNonNull(rule, "rule is null");
    Objects.requireNonNull(reason, "reason is null");
    Objects.requireNonNull(target, "target is null");
    Objects.requireNonNull(quiet, "quiet is null");
  }
}
