package rolecall.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.policy.Breach;
import rolecall.policy.CompiledPolicy;
import rolecall.policy.Verdict;
import rolecall.record.Facts;
import rolecall.record.TrailRecord;

/** Judges one record after the other and has told what breaks the policy. For one invocation. */
final class Judgement {
  private final CompiledPolicy policy;
  private final Alerting means;
  private final Tallies tallies;
  private final Teller teller;
  private final Whose whose;

  Judgement(CompiledPolicy policy, Alerting means, Tallies tallies, Teller teller, Whose whose) {
    this.whose = whose;
    this.policy = policy;
    this.means = means;
    this.tallies = tallies;
    this.teller = teller;
  }

  /** The way of one record: everything after the verdict is for what breaks a rule. */
  Said take(TrailRecord record, Input where) {
    whose.hear(record);
    tallies.age(record.eventTime(), means.clock().instant());
    return switch (policy.judge(record)) {
      case Verdict.Ignored _ -> Said.done(Fate.IGNORED);
      case Verdict.Allowed(Facts facts, _) -> allowed(facts);
      case Verdict.Broken(Facts facts, var breaches) -> tell(facts, breaches, where);
      case Verdict.CannotJudge(Facts facts, var breaches) -> tell(facts, breaches, where);
    };
  }

  private Said allowed(Facts facts) {
    whose.allowed(facts);
    return Said.done(Fate.ALLOWED);
  }

  private Said tell(Facts facts, List<Breach> breaches, Input where) {
    Whose.Doing doing = whose.of(facts, breaches);
    Suspect suspect = Suspect.of(facts, breaches, where, 0);
    List<Finding> findings = new ArrayList<>();
    boolean onTrial = false;
    for (Breach breach : breaches) {
      if (doing.settles(breach)) {
        continue;
      }
      Finding finding =
          suspect.finding(breach, suspect.copy().event(), doing.actor(), policy.stamp());
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
    Said said =
        teller.tell(
            findings,
            Map.of(where, facts.record().tree()),
            () -> Explanations.of(policy, facts.record(), findings),
            doing.traced());
    whose.told(facts, doing);
    return said;
  }

  private void note(Finding observed) {
    SequencedMap<String, String> details = new LinkedHashMap<>();
    details.put("eventId", observed.event().id());
    details.put("eventName", observed.event().name());
    details.put("rule", observed.rule().id());
    means.journal().write(Journal.Level.INFO, "rule on trial fired", details);
  }
}
