package rolecall.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.policy.Breach;
import rolecall.policy.CompiledPolicy;
import rolecall.policy.Explanation;
import rolecall.policy.Verdict;
import rolecall.record.Facts;
import rolecall.record.TrailRecord;

/** Judges one record after the other and has told what breaks the policy. For one invocation. */
final class Judgement {
  private final CompiledPolicy policy;
  private final Alerting means;
  private final Tallies tallies;
  private final Teller teller;
  private final CallersCopies callersCopies;

  Judgement(
      CompiledPolicy policy,
      Alerting means,
      Tallies tallies,
      Teller teller,
      CallersCopies callersCopies) {
    this.callersCopies = callersCopies;
    this.policy = policy;
    this.means = means;
    this.tallies = tallies;
    this.teller = teller;
  }

  /** The way of one record: everything after the verdict is for what breaks a rule. */
  Said take(TrailRecord record, Input where) {
    tallies.age(record.eventTime(), means.clock().instant());
    return switch (policy.judge(record)) {
      case Verdict.Ignored _ -> Said.done(Fate.IGNORED);
      case Verdict.Allowed(Facts facts, _) -> allowed(facts);
      case Verdict.Broken(Facts facts, var breaches) -> tell(facts, breaches, where);
      case Verdict.CannotJudge(Facts facts, var breaches) -> tell(facts, breaches, where);
    };
  }

  private Said allowed(Facts facts) {
    callersCopies.remember(facts);
    return Said.done(Fate.ALLOWED);
  }

  private Said tell(Facts facts, List<Breach> breaches, Input where) {
    callersCopies.remember(facts);
    Optional<String> caller = callersCopies.caller(facts);
    Suspect suspect = Suspect.of(facts, breaches, where, 0);
    List<Finding> findings = new ArrayList<>();
    boolean onTrial = false;
    for (Breach breach : breaches) {
      if (breach.settledByCallersCopy() && caller.isPresent()) {
        continue;
      }
      Finding finding =
          suspect.finding(
              breach, suspect.copy().event(), caller.orElse(suspect.actor()), policy.stamp());
      if (breach.rule().observed()) {
        note(finding);
        onTrial = true;
      } else {
        findings.add(finding);
      }
    }
    if (findings.isEmpty()) {
      return Said.done(onTrial ? Fate.OBSERVED : Fate.ALLOWED);
    }
    return teller.tell(
        findings,
        Map.of(where, facts.record().tree()),
        () -> explanations(facts.record(), findings));
  }

  private Map<String, List<String>> explanations(TrailRecord record, List<Finding> findings) {
    Explanation explanation = policy.explain(record);
    Map<String, List<String>> lines = new LinkedHashMap<>();
    findings.forEach(f -> lines.put(f.rule().id(), explanation.lines(f.rule().id())));
    return lines;
  }

  private void note(Finding observed) {
    SequencedMap<String, String> details = new LinkedHashMap<>();
    details.put("eventId", observed.event().id());
    details.put("eventName", observed.event().name());
    details.put("rule", observed.rule().id());
    means.journal().write(Journal.Level.INFO, "rule on trial fired", details);
  }
}
