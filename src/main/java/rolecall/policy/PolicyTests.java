package rolecall.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rolecall.finding.BrokenRule;
import rolecall.finding.Severity;
import rolecall.record.TrailRecord;

/** Runs the cases that stand beside the rules and grants of a policy. */
public final class PolicyTests {
  private final CompiledPolicy policy;
  private final PolicyVariants variants;
  private final List<TestCase> ofRules;
  private final List<TestCase> ofGrants;
  private final Bases bases;

  PolicyTests(
      CompiledPolicy policy,
      PolicyVariants variants,
      List<TestCase> ofRules,
      List<TestCase> ofGrants,
      Bases bases) {
    this.policy = policy;
    this.variants = variants;
    this.ofRules = List.copyOf(ofRules);
    this.ofGrants = List.copyOf(ofGrants);
    this.bases = bases;
  }

  /**
   * What came of one case.
   *
   * @param subject the rule's id or the grant's name
   * @param name what the case shows
   * @param line where it is written, from 1
   * @param failure what was expected and what came instead; empty when it passed
   */
  public record Result(String subject, String name, int line, Optional<String> failure) {}

  List<TestCase> ofRules() {
    return ofRules;
  }

  /** Every case with what came of it, rules first, in the order written. */
  public List<Result> run() {
    List<Result> results = new ArrayList<>();
    ofRules.forEach(test -> results.add(result(test, failureOfRule(test))));
    ofGrants.forEach(test -> results.add(result(test, failureOfGrant(test))));
    return results;
  }

  private static Result result(TestCase test, Optional<String> failure) {
    return new Result(test.subject(), test.name(), test.at().line(), failure);
  }

  /** Whether every case beside that rule comes out as written. */
  boolean allPass(String rule) {
    return ofRules.stream()
        .filter(test -> test.subject().equals(rule))
        .allMatch(test -> failureOfRule(test).isEmpty());
  }

  private Optional<String> failureOfRule(TestCase test) {
    return failure(test, (_, verdict, _) -> found(test, verdict));
  }

  private Optional<String> failureOfGrant(TestCase test) {
    return failure(
        test,
        (judge, _, record) ->
            judge.keepsGrant(test.subject(), record)
                ? TestCase.Expect.QUIET
                : TestCase.Expect.ALERT);
  }

  /** What came of a case. */
  private interface Outcome {
    TestCase.Expect of(CompiledPolicy judge, Verdict verdict, TrailRecord record);
  }

  private Optional<String> failure(TestCase test, Outcome outcome) {
    Optional<TrailRecord> record = bases.record(test);
    if (record.isEmpty()) {
      return noRecord(test);
    }
    Optional<PolicyFile> variant = test.with().map(variants::with);
    if (variant.isPresent() && variant.get().loaded().isEmpty()) {
      return variant.map(broken -> "what stands under 'with':\n" + broken.problems().render());
    }
    CompiledPolicy judge =
        variant.flatMap(PolicyFile::loaded).map(PolicyFile.Loaded::policy).orElse(policy);
    Verdict verdict = judge.judge(record.get());
    return compare(test, outcome.of(judge, verdict, record.get()), words(verdict))
        .or(() -> compareSeverity(test, breaches(verdict)));
  }

  private static Optional<String> compare(TestCase test, TestCase.Expect found, String verdict) {
    return found == test.expect()
        ? Optional.empty()
        : Optional.of(
            "expected %s and found %s: %s".formatted(word(test.expect()), word(found), verdict));
  }

  private static Optional<String> compareSeverity(TestCase test, List<Breach> breaches) {
    Optional<Severity> found =
        breaches.stream()
            .map(Breach::rule)
            .filter(rule -> rule.id().equals(test.subject()))
            .map(BrokenRule::severity)
            .findFirst();
    return test.severity()
        .filter(wanted -> found.filter(wanted::equals).isEmpty())
        .map(wanted ->
            "expected severity %s and found %s: %s"
                .formatted(
                    wanted.word(), found.map(Severity::word).orElse("none"), words(breaches)));
  }

  private static TestCase.Expect found(TestCase test, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Ignored _, Verdict.Allowed _ -> TestCase.Expect.QUIET;
      case Verdict.Broken broken ->
          fires(test, broken.breaches()) ? TestCase.Expect.ALERT : TestCase.Expect.QUIET;
      case Verdict.CannotJudge cannot ->
          fires(test, cannot.breaches()) ? TestCase.Expect.ALERT : TestCase.Expect.UNJUDGED;
    };
  }

  private static boolean fires(TestCase test, List<Breach> breaches) {
    return breaches.stream().anyMatch(breach -> breach.rule().id().equals(test.subject()));
  }

  private static List<Breach> breaches(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Ignored _, Verdict.Allowed _ -> List.of();
      case Verdict.Broken broken -> broken.breaches();
      case Verdict.CannotJudge cannot -> cannot.breaches();
    };
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Ignored _ -> "no rule reads such an event";
      case Verdict.Allowed _ -> "every rule that reads it is content";
      case Verdict.Broken broken -> words(broken.breaches());
      case Verdict.CannotJudge cannot -> words(cannot.breaches());
    };
  }

  private static String words(List<Breach> breaches) {
    return String.join(
        "; ", breaches.stream().map(b -> b.rule().id() + " (" + b.reason() + ")").toList());
  }

  private static String word(TestCase.Expect expect) {
    return expect.name().toLowerCase(java.util.Locale.ROOT);
  }

  private Optional<String> noRecord(TestCase test) {
    return Optional.of(
        bases.names().contains(test.base())
            ? "the event has no eventSource or no eventName"
            : "there is no base '"
                + test.base()
                + "'; there are "
                + String.join(", ", bases.names().stream().sorted().toList()));
  }
}
