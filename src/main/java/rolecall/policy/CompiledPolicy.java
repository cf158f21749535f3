package rolecall.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import rolecall.finding.PolicyStamp;
import rolecall.pattern.Truth;
import rolecall.record.CallerKind;
import rolecall.record.Doubt;
import rolecall.record.Facts;
import rolecall.record.Known;
import rolecall.record.TrailRecord;

/** A policy ready to judge. Immutable and thread-safe. */
public final class CompiledPolicy implements Judge {
  private final PolicyStamp stamp;
  private final Known known;
  private final Grants grants;
  private final Duration sessionLimit;
  private final List<Rule> rules;
  private final RuleIndex index;
  private final NotJudged notJudged;
  private final RuleExceptions exceptions;

  CompiledPolicy(
      PolicyStamp stamp,
      Known known,
      Grants grants,
      Duration sessionLimit,
      List<Rule> rules,
      NotJudged notJudged,
      RuleExceptions exceptions) {
    this.stamp = Objects.requireNonNull(stamp, "stamp is null");
    this.known = Objects.requireNonNull(known, "known is null");
    this.grants = Objects.requireNonNull(grants, "grants is null");
    this.sessionLimit = Objects.requireNonNull(sessionLimit, "sessionLimit is null");
    this.rules = List.copyOf(rules);
    this.index = new RuleIndex(rules);
    this.notJudged = Objects.requireNonNull(notJudged, "notJudged is null");
    this.exceptions = Objects.requireNonNull(exceptions, "exceptions is null");
  }

  @Override
  public PolicyStamp stamp() {
    return stamp;
  }

  /** In the order of the policy, those in mode {@code off} left out. */
  List<Rule> rules() {
    return rules;
  }

  @Override
  public boolean watches(String eventSource, String eventName) {
    return !index.reading(eventSource, eventName).isEmpty();
  }

  @Override
  public Verdict judge(TrailRecord record) {
    List<Rule> reading = index.reading(record.eventSource(), record.eventName());
    return reading.isEmpty() ? new Verdict.Ignored() : judge(facts(record), reading);
  }

  /** As {@link #judge(TrailRecord)}, with this rule in the place of the one with the same id. */
  Verdict judge(Facts facts, Rule instead) {
    List<Rule> reading = index.reading(facts.record(), instead);
    return reading.isEmpty() ? new Verdict.Ignored() : judge(facts, reading);
  }

  private Verdict judge(Facts facts, List<Rule> reading) {
    if (facts.caller().kind() == CallerKind.UNKNOWN) {
      return judgeUnknownCaller(reading, facts);
    }
    List<Breach> breaches = new ArrayList<>();
    SortedSet<String> excusedBy = new TreeSet<>();
    boolean undecided = false;
    boolean omissionTold = false;
    for (Rule rule : reading) {
      Truth broken = rule.brokenBy(facts);
      if (broken == Truth.UNKNOWN) {
        undecided |= !rule.about().observed();
      } else if (broken == Truth.YES) {
        List<String> excuses = exceptions.excusing(rule, facts);
        excusedBy.addAll(excuses);
        if (!excuses.isEmpty()) {
          continue;
        }
        breaches.add(rule.breach(facts, exceptions.ranOut(rule, facts)));
        omissionTold |= !rule.about().observed() && rule.paths().contains("omitted");
      }
    }
    if (undecided && !(omissionTold && facts.doubts().stream().allMatch(Doubt::isOmission))) {
      breaches.add(notJudged.breach(facts));
      return new Verdict.CannotJudge(facts, breaches);
    }
    return breaches.isEmpty()
        ? new Verdict.Allowed(facts, excusedBy)
        : new Verdict.Broken(facts, breaches);
  }

  /** The facts of a record as this policy's rules read them. */
  Facts facts(TrailRecord record) {
    return grants.weigh(Facts.of(record, known), sessionLimit);
  }

  /** Whether that grant is about this record and all of its terms are kept. */
  boolean keepsGrant(String name, Facts facts) {
    return grants.keeps(name, facts);
  }

  /** What that grant says of this record, in one line with every term's values. */
  String consider(String name, Facts facts) {
    return grants.consider(facts).stream()
        .filter(grant -> grant.name().equals(name))
        .map(Explanation.OfGrant::why)
        .findFirst()
        .orElse("the grant is about neither this caller nor this role");
  }

  /** What was weighed for the verdict on one record, rule by rule and clause by clause. */
  public Explanation explain(TrailRecord record) {
    return new Explaining(grants, exceptions, facts(record))
        .explain(judge(record), index.reading(record.eventSource(), record.eventName()));
  }

  /** As {@link #explain(TrailRecord)}, with this rule in the place of the one with the same id. */
  Explanation explain(Facts facts, Rule instead) {
    return new Explaining(grants, exceptions, facts)
        .explain(judge(facts, instead), index.reading(facts.record(), instead));
  }

  /** A sentence for every exception that ended before that day or ends within a month of it. */
  public List<String> endingExceptions(LocalDate today) {
    return exceptions.ending(today);
  }

  /**
   * Whoever it is, no rule can say that this caller may. A rule that reads a whole service has no
   * say where it is content with anybody.
   */
  private Verdict judgeUnknownCaller(List<Rule> reading, Facts facts) {
    return reading.stream()
            .filter(rule -> !rule.about().observed())
            .noneMatch(rule -> rule.names(facts.record()) || rule.brokenBy(facts) != Truth.NO)
        ? Verdict.Allowed.content(facts)
        : new Verdict.CannotJudge(facts, List.of(notJudged.breach(facts)));
  }
}
