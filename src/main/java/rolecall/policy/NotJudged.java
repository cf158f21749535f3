package rolecall.policy;

import java.time.Duration;
import java.util.List;
import rolecall.finding.BrokenRule;
import rolecall.finding.Severity;
import rolecall.record.Doubt;
import rolecall.record.Facts;

/**
 * The rule that is always there: what is watched and cannot be judged is told.
 *
 * @param about its words; a policy may write them anew, and cannot switch the rule off
 */
record NotJudged(BrokenRule about, Duration quiet) {
  static final String ID = "not-judged";

  /** For a policy that says nothing of it. */
  static NotJudged builtIn(int place, Duration quiet) {
    return new NotJudged(
        new BrokenRule(
            ID,
            "A watched event could not be judged",
            Severity.MEDIUM,
            "input",
            "What cannot be understood is not innocent.",
            List.of("Read the event in CloudTrail by its id and judge it yourself."),
            List.of(),
            place,
            false),
        quiet);
  }

  Breach breach(Facts facts) {
    String doubts =
        facts.doubts().isEmpty()
            ? "a field that a rule reads is not known"
            : String.join("; ", facts.doubts().stream().map(NotJudged::words).toList());
    return new Breach(
        about,
        "%s could not be judged: %s.".formatted(facts.record().eventName(), doubts),
        facts.record().eventSource() + " " + facts.record().eventName() + " " + doubts,
        quiet,
        false);
  }

  private static String words(Doubt doubt) {
    return doubt.path() + " " + doubt.what();
  }
}
