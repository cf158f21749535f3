package rolecall.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.finding.Act;
import rolecall.finding.BrokenRule;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Severity;
import rolecall.ingest.Unreadable;

/**
 * Findings about what the monitor itself was given: no event broke a rule, but something went
 * unjudged or may be judged wrongly.
 *
 * @param account the monitor's own
 * @param region the monitor's own
 */
public record OwnFindings(Optional<String> account, Optional<String> region) {
  private static final int SHOWN = 3;

  public OwnFindings {
    Objects.requireNonNull(account, "account is null");
    Objects.requireNonNull(region, "region is null");
  }

  /**
   * A delivery in which something could not be read.
   *
   * @param name what the delivery is called, the same whenever it comes again
   * @param losses at least one, the first few of them
   * @param count how many there are
   */
  Finding unreadable(String name, List<Unreadable> losses, long count, PolicyStamp policy) {
    StringBuilder reason = new StringBuilder("Something in " + name + " could not be read");
    reason.append(count == 1 ? ", so it was not judged." : " in %d places.".formatted(count));
    losses.stream().limit(SHOWN).forEach(lost -> reason.append(' ').append(words(name, lost)));
    return finding(
        "An input could not be read",
        "input",
        "What cannot be read is not judged, and may hide anything.",
        List.of(
            losses.getFirst().fix(),
            "Find out what sent it; what was handed back lies in the dead-letter queue.",
            "Judge the same hours from the trail's log files with rolecall scan."),
        reason.toString(),
        name,
        policy);
  }

  /**
   * A policy that was not taken.
   *
   * @param policy the one that goes on judging
   */
  Finding rejectedPolicy(PolicyNews.Rejected rejected, PolicyStamp policy) {
    return finding(
        "A new policy was not taken",
        "policy",
        "The policy that people wrote last is not the one that judges.",
        List.of(
            "Run rolecall policy lint on it, mend what it says, and store it again.",
            "Find out who stored it: a policy that does not lint may be an attempt to silence the"
                + " monitor."),
        "The policy %s was not taken, and the last good one judges on. Errors: %d. %s"
            .formatted(rejected.text(), rejected.errors(), rejected.first()),
        "policy " + rejected.text() + " " + rejected.tag(),
        policy);
  }

  private Finding finding(
      String title,
      String category,
      String why,
      List<String> runbook,
      String reason,
      String subject,
      PolicyStamp policy) {
    return new Finding(
        new BrokenRule(
            "not-judged",
            title,
            Severity.MEDIUM,
            category,
            why,
            runbook,
            List.of(),
            Integer.MAX_VALUE,
            false),
        reason,
        new Event(subject, "", "", Optional.empty(), account, region, "failed"),
        new Caller("unknown", Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        policy,
        new Input(subject, 0),
        new Act("input/" + subject, "", subject, Duration.ZERO));
  }

  private static String words(String delivery, Unreadable lost) {
    String where = lost.file().equals(delivery) ? "" : lost.file() + ": ";
    return lost.record().isPresent()
        ? "%sRecord %d: %s".formatted(where, lost.record().getAsLong(), lost.what())
        : where + lost.what();
  }
}
