package rolecall.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rolecall.alert.Alert;
import rolecall.alert.Announcement;
import rolecall.alert.Remark;
import rolecall.alert.Secrets;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.Told;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;
import rolecall.ledger.Claim;
import rolecall.ledger.OpenChain;
import rolecall.lineage.Chain;
import rolecall.policy.Breach;
import rolecall.policy.CompiledPolicy;
import rolecall.policy.Verdict;
import rolecall.record.Facts;
import rolecall.record.TrailRecord;

/** Keeps what it takes to tell an alert once more, and tells it. Immutable. */
record Retelling(CompiledPolicy policy) {
  Retelling {
    Objects.requireNonNull(policy, "policy is null");
  }

  /**
   * What is kept of an alert that went out.
   *
   * @param told with one record
   * @param chain what was told of the chain
   */
  static OpenChain kept(Announcement told, Chain chain) {
    Map.Entry<Input, Json.Obj> evidence = told.alert().evidence().entrySet().iterator().next();
    return new OpenChain(
        CompactJson.write(Secrets.hide(evidence.getValue())),
        evidence.getKey(),
        told.alert().findings().stream().map(one -> one.finding().rule().id()).toList(),
        told.at(),
        told.remarks().stream()
            .filter(Remark.Follows.class::isInstance)
            .map(Remark.Follows.class::cast)
            .map(one -> new Claim.Earlier(one.eventId(), one.account()))
            .toList(),
        told.remarks().stream().anyMatch(Remark.FoundLate.class::isInstance),
        chain.hops().size(),
        chain.root().certainty().word());
  }

  /** The record that was kept; empty when it cannot be read. */
  static Optional<TrailRecord> record(OpenChain open) {
    try {
      return JsonReader.read(open.rec()) instanceof Json.Obj tree
          ? Optional.of(new TrailRecord(tree))
          : Optional.empty();
    } catch (UnreadableJson _) {
      return Optional.empty();
    }
  }

  /** The alert with another chain; empty when the policy finds nothing of it wrong any more. */
  Optional<Announcement> of(OpenChain open, TrailRecord record, Chain chain, Instant now) {
    List<Finding> findings = findings(open, record);
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Announcement(
                new Alert(
                    findings.stream().map(finding -> new Told(finding, 0)).toList(),
                    Map.of(open.input(), record.tree())),
                now,
                Explanations.of(policy, record, findings),
                remarks(open),
                Optional.of(chain)));
  }

  private static List<Remark> remarks(OpenChain open) {
    List<Remark> remarks = new ArrayList<>();
    open.follows().forEach(one -> remarks.add(new Remark.Follows(one.eventId(), one.account())));
    if (open.foundLate()) {
      remarks.add(new Remark.FoundLate());
    }
    remarks.add(new Remark.Amends(open.first()));
    return remarks;
  }

  private List<Finding> findings(OpenChain open, TrailRecord record) {
    return switch (policy.judge(record)) {
      case Verdict.Ignored _, Verdict.Allowed _ -> List.of();
      case Verdict.Broken(Facts facts, var breaches) -> findings(open, facts, breaches);
      case Verdict.CannotJudge(Facts facts, var breaches) -> findings(open, facts, breaches);
    };
  }

  /** What was told, and nothing that a policy of today would add. */
  private List<Finding> findings(OpenChain open, Facts facts, List<Breach> breaches) {
    Suspect suspect = Suspect.of(facts, breaches, open.input(), 0);
    return breaches.stream()
        .filter(breach -> open.rules().contains(breach.rule().id()) && !breach.rule().observed())
        .map(breach ->
            suspect.finding(
                breach, suspect.copy().event(), Actors.actor(facts.caller()), policy.stamp()))
        .toList();
  }
}
