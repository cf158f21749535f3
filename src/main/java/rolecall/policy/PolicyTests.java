package rolecall.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rolecall.finding.BrokenRule;
import rolecall.finding.Severity;
import rolecall.source.Node;

/** Runs the cases that stand beside the rules and grants of a policy. */
public final class PolicyTests {
  private final Trials.Judges judges;
  private final Trials trials;
  private final List<TestCase> ofRules;
  private final List<TestCase> ofGrants;

  PolicyTests(
      Trials.Judges judges,
      PolicyVariants variants,
      List<TestCase> ofRules,
      List<TestCase> ofGrants,
      Optional<Node> ownBases) {
    this.judges = judges;
    this.trials = new Trials(judges, variants, ownBases);
    this.ofRules = List.copyOf(ofRules);
    this.ofGrants = List.copyOf(ofGrants);
  }

  /**
   * What came of one case.
   *
   * @param subject the rule's id or the grant's name
   * @param name what the case shows
   * @param line where it is written, from 1
   * @param failure what was expected, what came instead and which clauses decided it; empty when it
   *     passed
   */
  public record Result(String subject, String name, int line, Optional<String> failure) {}

  List<TestCase> ofRules() {
    return ofRules;
  }

  Trials.Judges judges() {
    return judges;
  }

  /** Every case with what came of it, rules first, in the order written. */
  public List<Result> run() {
    List<Result> results = new ArrayList<>();
    ofRules.forEach(test -> results.add(result(test, false)));
    ofGrants.forEach(test -> results.add(result(test, true)));
    return results;
  }

  /** The cases beside that rule which come out as written. */
  List<Trial> passing(String rule) {
    List<Trial> passing = new ArrayList<>();
    for (TestCase test : ofRules) {
      if (test.subject().equals(rule)) {
        trial(test).filter(trial -> passes(trial, trial.verdict())).ifPresent(passing::add);
      }
    }
    return passing;
  }

  /** Whether that verdict is what a case beside a rule expects. */
  static boolean passes(Trial trial, Verdict verdict) {
    TestCase test = trial.test();
    return found(test, verdict) == test.expect()
        && test.severity()
            .map(wanted -> severity(test, verdict).filter(wanted::equals).isPresent())
            .orElse(true);
  }

  private Optional<Trial> trial(TestCase test) {
    try {
      return Optional.of(trials.of(test));
    } catch (Trials.NoTrial _) {
      return Optional.empty();
    }
  }

  private Result result(TestCase test, boolean ofGrant) {
    Optional<String> failure;
    try {
      Trial trial = trials.of(test);
      failure = ofGrant ? failureOfGrant(trial) : failureOfRule(trial);
    } catch (Trials.NoTrial broken) {
      failure = Optional.of(broken.getMessage());
    }
    return new Result(test.subject(), test.name(), test.at().line(), failure);
  }

  private static Optional<String> failureOfRule(Trial trial) {
    TestCase test = trial.test();
    Verdict verdict = trial.verdict();
    if (passes(trial, verdict)) {
      return Optional.empty();
    }
    TestCase.Expect found = found(test, verdict);
    return Optional.of(
        found == test.expect()
            ? "expected severity %s and found %s: %s"
                .formatted(
                    test.severity().map(Severity::word).orElse("none"),
                    severity(test, verdict).map(Severity::word).orElse("none"),
                    words(verdict.breaches()))
            : "expected %s and found %s: %s"
                .formatted(word(test.expect()), word(found), why(trial, verdict)));
  }

  private static Optional<String> failureOfGrant(Trial trial) {
    TestCase test = trial.test();
    boolean kept = trial.judge().keepsGrant(test.subject(), trial.facts());
    TestCase.Expect found = kept ? TestCase.Expect.QUIET : TestCase.Expect.ALERT;
    return found == test.expect()
        ? Optional.empty()
        : Optional.of(
            "expected %s and found %s: %s"
                .formatted(
                    word(test.expect()),
                    word(found),
                    trial.judge().consider(test.subject(), trial.facts())));
  }

  private static TestCase.Expect found(TestCase test, Verdict verdict) {
    if (verdict.breaches().stream().anyMatch(breach -> breach.rule().id().equals(test.subject()))) {
      return TestCase.Expect.ALERT;
    }
    return switch (verdict) {
      case Verdict.Ignored _, Verdict.Allowed _, Verdict.Broken _ -> TestCase.Expect.QUIET;
      case Verdict.CannotJudge _ -> TestCase.Expect.UNJUDGED;
    };
  }

  private static Optional<Severity> severity(TestCase test, Verdict verdict) {
    return verdict.breaches().stream()
        .map(Breach::rule)
        .filter(rule -> rule.id().equals(test.subject()))
        .map(BrokenRule::severity)
        .findFirst();
  }

  private static String why(Trial trial, Verdict verdict) {
    return trial
        .ofRule()
        .map(Explanation.OfRule::why)
        .orElseGet(() ->
            verdict.breaches().isEmpty()
                ? "the rule does not read such an event"
                : words(verdict.breaches()));
  }

  private static String words(List<Breach> breaches) {
    return String.join(
        "; ", breaches.stream().map(b -> b.rule().id() + " (" + b.reason() + ")").toList());
  }

  private static String word(TestCase.Expect expect) {
    return expect.name().toLowerCase(Locale.ROOT);
  }
}
