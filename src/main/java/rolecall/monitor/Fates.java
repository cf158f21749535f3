package rolecall.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.Told;
import rolecall.policy.Breach;
import rolecall.record.TrailRecord;

/**
 * Says whether a record's breaches were told, and if not, for what other finding.
 *
 * @param actor who did it, as findings carry it
 */
record Fates(TrailRecord record, Input input, String actor, List<Told> told) {
  /** In words: {@code told}, {@code observed only}, {@code a repeat of EVENT-ID, told at TIME}. */
  String of(Breach breach) {
    if (breach.rule().observed()) {
      return "observed only, since the rule is on trial";
    }
    List<Finding> ofRule =
        told.stream()
            .map(Told::finding)
            .filter(finding -> finding.rule().id().equals(breach.rule().id()))
            .toList();
    if (ofRule.stream().anyMatch(finding -> finding.input().equals(input))) {
      return "told";
    }
    return sameEvent(ofRule)
        .map(other -> "told once for this event, by " + place(other))
        .or(() -> settledElsewhere(breach))
        .or(() -> window(breach, ofRule).map(other -> "counted as a repeat of " + place(other)))
        .orElse("not told: it repeats a finding of the same actor on the same target");
  }

  private Optional<Finding> sameEvent(List<Finding> ofRule) {
    Copy copy = Copy.of(record);
    List<String> names = Stream.concat(Stream.of(copy.event()), copy.otherNames()).toList();
    return ofRule.stream().filter(finding -> names.contains(finding.act().event())).findFirst();
  }

  private static Optional<String> settledElsewhere(Breach breach) {
    return breach.settledByCallersCopy()
        ? Optional.of("settled by the caller's own copy of the event, where that is at hand")
        : Optional.empty();
  }

  /**
   * The latest finding of the same actor on the same target whose quiet window holds this record's
   * time.
   */
  private Optional<Finding> window(Breach breach, List<Finding> ofRule) {
    Optional<Instant> time = record.eventTime();
    return ofRule.stream()
        .filter(finding -> finding.act().actor().equals(actor))
        .filter(finding -> finding.act().target().equals(breach.target()))
        .filter(finding -> time.isPresent() && finding.event().time().isPresent())
        .filter(finding -> {
          Instant opened = finding.event().time().get();
          return !time.get().isBefore(opened)
              && time.get().isBefore(opened.plus(finding.act().quiet()));
        })
        .reduce((_, later) -> later);
  }

  private static String place(Finding finding) {
    return "event %s (%s, record %d)"
        .formatted(finding.event().id(), finding.input().file(), finding.input().record());
  }
}
