package rolecall.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import rolecall.finding.Finding;

/**
 * The times in which a further act of the same actor on the same target against the same rule is
 * only counted. Must be asked in the order of event time. Not thread-safe.
 */
final class QuietWindows {
  private record Sameness(String rule, String actor, String target) {
    static Sameness of(Finding finding) {
      return new Sameness(finding.rule().id(), finding.act().actor(), finding.act().target());
    }
  }

  private final Map<Sameness, Telling> openers = new HashMap<>();

  /** The finding in whose quiet window this one lies. */
  Optional<Telling> around(Finding finding) {
    if (finding.act().quiet().isZero()) {
      return Optional.empty();
    }
    return Optional.ofNullable(openers.get(Sameness.of(finding)))
        .filter(opener -> reaches(opener.finding(), finding));
  }

  /** Opens the window of a finding that is told, if it has one. */
  void open(Telling telling) {
    Finding finding = telling.finding();
    if (!finding.act().quiet().isZero() && finding.event().time().isPresent()) {
      openers.put(Sameness.of(finding), telling);
    }
  }

  private static boolean reaches(Finding opener, Finding later) {
    Optional<Instant> time = later.event().time();
    return time.isPresent()
        && Duration.between(opener.event().time().orElseThrow(), time.get())
                .compareTo(opener.act().quiet())
            < 0;
  }
}
