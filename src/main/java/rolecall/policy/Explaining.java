package rolecall.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rolecall.finding.BrokenRule;
import rolecall.pattern.Truth;
import rolecall.record.Facts;

/** Makes the explanation of one record. */
record Explaining(Grants grants, RuleExceptions exceptions, Facts facts) {
  Explanation explain(Verdict verdict, List<Rule> reading) {
    List<Breach> breaches = verdict.breaches();
    List<Explanation.OfRule> rules = new ArrayList<>();
    reading.forEach(rule -> rules.add(ofRule(rule, breach(rule.id(), breaches))));
    breach(NotJudged.ID, breaches).ifPresent(told -> rules.add(fires(told, List.of())));
    return new Explanation(
        Happening.of(facts), words(verdict, breaches), rules, grants.consider(facts));
  }

  private static Optional<Breach> breach(String rule, List<Breach> breaches) {
    return breaches.stream().filter(breach -> breach.rule().id().equals(rule)).findFirst();
  }

  private static Explanation.OfRule fires(Breach breach, List<Explanation.Part> parts) {
    return new Explanation.OfRule(
        breach.rule(), Explanation.Outcome.FIRES, Optional.of(breach.reason()), List.of(), parts);
  }

  private Explanation.OfRule ofRule(Rule rule, Optional<Breach> breach) {
    List<Explanation.Part> parts = rule.explain(facts);
    if (breach.isPresent()) {
      return fires(breach.get(), parts);
    }
    Truth broken = rule.brokenBy(facts);
    List<String> excuses = broken == Truth.YES ? exceptions.excusing(rule, facts) : List.of();
    return new Explanation.OfRule(
        rule.about(), outcome(broken, excuses), Optional.empty(), excuses, parts);
  }

  /** A rule that is broken and not told stands behind a caller of an unknown kind. */
  private static Explanation.Outcome outcome(Truth broken, List<String> excuses) {
    if (broken == Truth.NO) {
      return Explanation.Outcome.CONTENT;
    }
    return excuses.isEmpty() ? Explanation.Outcome.CANNOT_TELL : Explanation.Outcome.EXCUSED;
  }

  private String words(Verdict verdict, List<Breach> breaches) {
    return switch (verdict) {
      case Verdict.Ignored _ ->
          "ignored: no rule reads the event %s of %s"
              .formatted(facts.record().eventName(), facts.record().eventSource());
      case Verdict.Allowed(var _, var excusedBy) when excusedBy.isEmpty() ->
          "allowed: every rule that reads it is content";
      case Verdict.Allowed(var _, var excusedBy) ->
          "allowed: excused by " + String.join(", ", excusedBy);
      case Verdict.Broken _ -> broken(breaches);
      case Verdict.CannotJudge _ -> "cannot be judged: " + ids(breaches, false);
    };
  }

  private static String broken(List<Breach> breaches) {
    String told = ids(breaches, false);
    String onTrial = ids(breaches, true);
    if (told.isEmpty()) {
      return "observed: " + onTrial + ", only on trial";
    }
    return "broken: " + told + (onTrial.isEmpty() ? "" : "; on trial: " + onTrial);
  }

  private static String ids(List<Breach> breaches, boolean onTrial) {
    return String.join(
        ", ",
        breaches.stream()
            .map(Breach::rule)
            .filter(rule -> rule.observed() == onTrial)
            .map(BrokenRule::id)
            .toList());
  }
}
