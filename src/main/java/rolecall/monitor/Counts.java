package rolecall.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import rolecall.alert.Alert;
import rolecall.alert.Announcement;
import rolecall.alert.Topic.Published;
import rolecall.finding.Act;
import rolecall.finding.BrokenRule;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Role;
import rolecall.finding.Told;
import rolecall.ledger.OpenCount;

/**
 * Tells what was only counted, once its quiet window is over and no later alert told it. For one
 * thread.
 */
final class Counts {
  /** CloudTrail delivers most events within a quarter of an hour; later ones are counted anew. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private final Alerting means;
  private final Deadline deadline;
  private final Tallies tallies;
  private final StoreHealth store;
  private final PolicyStamp policy;

  Counts(
      Alerting means, Deadline deadline, Tallies tallies, StoreHealth store, PolicyStamp policy) {
    this.means = means;
    this.deadline = deadline;
    this.tallies = tallies;
    this.store = store;
    this.policy = policy;
  }

  /** Tells all that is due; gives why the schedule must come again, when something is left. */
  Optional<String> tellDue() {
    if (store.isOut()) {
      return Optional.of("the store did not answer before");
    }
    Instant before = means.clock().instant().minus(LATE);
    return switch (means.ledger().openCounts(before, means.patience())) {
      case OpenCount.Listed.All(List<OpenCount> due) ->
          due.stream().map(this::tell).flatMap(Optional::stream).findFirst();
      case OpenCount.Listed.Unchecked(String why) -> storeFailed("counts", why);
    };
  }

  private Optional<String> tell(OpenCount due) {
    deadline.check();
    return switch (means.ledger().claimCount(due, deadline.time().left(), means.patience())) {
      case OpenCount.Telling.Nothing _ -> Optional.empty();
      case OpenCount.Telling.Unchecked(String why) -> storeFailed(due.event(), why);
      case OpenCount.Telling.Held held -> publish(held);
    };
  }

  private Optional<String> publish(OpenCount.Telling.Held held) {
    Alert alert = new Alert(List.of(new Told(finding(held), 0)), Map.of());
    Announcement announcement =
        new Announcement(alert, means.clock().instant(), Map.of(), List.of(), Optional.empty());
    return switch (means.topic().publish(means.messages().of(announcement))) {
      case Published.Sent(String messageId) -> {
        tallies.published();
        note(Journal.Level.INFO, "count published", held, "messageId", messageId);
        yield means
            .ledger()
            .confirmCount(held, means.patience())
            .flatMap(why -> storeFailed(held.count().event(), why));
      }
      case Published.NotSent(String why) -> notSent(held, why);
      case Published.Unacceptable(String why) -> notSent(held, why);
    };
  }

  private Optional<String> notSent(OpenCount.Telling.Held held, String why) {
    tallies.notPublished();
    note(Journal.Level.ERROR, "count not published", held, "why", why);
    means
        .ledger()
        .releaseCount(held, means.patience())
        .ifPresent(trouble -> store.failed(held.count().event(), trouble));
    return Optional.of("a count could not go out: " + why);
  }

  private Optional<String> storeFailed(String event, String why) {
    store.failed(event, why);
    return Optional.of("the store did not answer: " + why);
  }

  private Finding finding(OpenCount.Telling.Held held) {
    OpenCount count = held.count();
    String reason =
        "After the alert about %s, %d more of the same %s counted until %s: rule %s, by %s, on %s."
            .formatted(
                count.since(),
                held.repeats(),
                held.repeats() == 1 ? "was" : "were",
                held.last(),
                count.rule(),
                count.actor(),
                count.target());
    return new Finding(
        new BrokenRule(
            count.rule(),
            "More of the same was counted",
            count.severity(),
            count.category(),
            "Repeats inside the quiet window are counted, so that one act is one alert.",
            List.of("Look at the first alert; search CloudTrail for the same caller since then."),
            List.of(),
            Integer.MAX_VALUE,
            false),
        reason,
        new Event(
            "counted after " + count.event(),
            "",
            "",
            Optional.of(held.last()),
            count.account(),
            count.region(),
            "counted"),
        new Caller("unknown", Optional.empty(), Optional.empty(), Optional.of(count.actor())),
        count.role().map(name -> new Role(Optional.empty(), name, count.account())),
        policy,
        new Input("counts", 0),
        new Act(
            "counts/" + count.window() + "/" + count.since(),
            count.actor(),
            count.target(),
            Duration.ZERO));
  }

  private void note(
      Journal.Level level, String what, OpenCount.Telling.Held held, String name, String value) {
    SequencedMap<String, String> details = new LinkedHashMap<>();
    details.put("rule", held.count().rule());
    details.put("repeats", Long.toString(held.repeats()));
    details.put(name, value);
    means.journal().write(level, what, details);
  }
}
