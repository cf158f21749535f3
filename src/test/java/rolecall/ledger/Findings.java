package rolecall.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rolecall.finding.Act;
import rolecall.finding.BrokenRule;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Role;
import rolecall.finding.Severity;

/** Makes findings of which only what the ledger compares is interesting. */
public record Findings(
    String rule,
    String event,
    String id,
    String account,
    Optional<Instant> time,
    String actor,
    String target,
    Duration quiet) {
  public static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

  /** Dana breaks rule-a on the role Ops at nine o'clock; its quiet window lasts an hour. */
  public static Findings of(String event) {
    return new Findings(
        "rule-a",
        event,
        event,
        "111122223333",
        Optional.of(MORNING),
        "dana",
        "Ops",
        Duration.ofHours(1));
  }

  public Findings rule(String other) {
    return new Findings(other, event, id, account, time, actor, target, quiet);
  }

  /** So many minutes after nine. */
  public Findings at(long minutes) {
    return at(MORNING.plusSeconds(60 * minutes));
  }

  public Findings at(Instant other) {
    return new Findings(rule, event, id, account, Optional.of(other), actor, target, quiet);
  }

  public Findings withoutTime() {
    return new Findings(rule, event, id, account, Optional.empty(), actor, target, quiet);
  }

  /** Another record of the same event. */
  public Findings copy(String otherId, String otherAccount) {
    return new Findings(rule, event, otherId, otherAccount, time, actor, target, quiet);
  }

  public Findings by(String other) {
    return new Findings(rule, event, id, account, time, other, target, quiet);
  }

  public Findings on(String other) {
    return new Findings(rule, event, id, account, time, actor, other, quiet);
  }

  public Findings quiet(Duration other) {
    return new Findings(rule, event, id, account, time, actor, target, other);
  }

  public Finding made() {
    return new Finding(
        new BrokenRule(
            rule, "Title", Severity.MEDIUM, "category", "Why.", List.of(), List.of(), 0, false),
        "Dana did it.",
        new Event(
            id,
            "AssumeRole",
            "sts.amazonaws.com",
            time,
            Optional.of(account),
            Optional.of("us-east-1"),
            "success"),
        new Caller("iam-user", Optional.empty(), Optional.of(account), Optional.of(actor)),
        Optional.of(new Role(Optional.empty(), target, Optional.of(account))),
        new PolicyStamp("default", "0".repeat(64)),
        new Input("-", 0),
        new Act(event, actor, target, quiet));
  }
}
