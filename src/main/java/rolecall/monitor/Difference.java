package rolecall.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.KnownFinding;
import rolecall.finding.Severity;
import rolecall.finding.Told;

/**
 * How two scans of the same input differ in what they tell.
 *
 * @param changes by event time, event id and rule
 * @param same how many findings both tell with one severity
 */
public record Difference(List<Change> changes, long same) {
  private static final Comparator<Change> ORDER =
      Comparator.comparing((Change c) -> c.finding().event().time().orElse(Instant.MAX))
          .thenComparing(c -> c.finding().event().id())
          .thenComparing(c -> c.finding().rule().id());

  public Difference {
    changes = List.copyOf(changes);
  }

  /** In which way a finding differs. */
  public enum Kind {
    /** Only the later scan tells it. */
    ADDED,
    /** Only the earlier scan tells it. */
    REMOVED,
    /** Both tell it, with different severities. */
    REGRADED
  }

  /**
   * One finding that is not told alike.
   *
   * @param finding as the later scan has it, where it has it
   * @param before the earlier severity; empty unless that is what differs
   */
  public record Change(Kind kind, Finding finding, Optional<Severity> before) {
    public Change {
      Objects.requireNonNull(kind, "kind is null");
      Objects.requireNonNull(finding, "finding is null");
      Objects.requireNonNull(before, "before is null");
    }
  }

  /** What differs from one scan to the other. */
  public static Difference between(ScanResult before, ScanResult after) {
    Map<KnownFinding, Finding> old = byName(before.told());
    List<Change> changes = new ArrayList<>();
    long same = 0;
    for (Map.Entry<KnownFinding, Finding> entry : byName(after.told()).entrySet()) {
      Finding now = entry.getValue();
      Finding then = old.remove(entry.getKey());
      if (then == null) {
        changes.add(new Change(Kind.ADDED, now, Optional.empty()));
      } else if (then.rule().severity() != now.rule().severity()) {
        changes.add(new Change(Kind.REGRADED, now, Optional.of(then.rule().severity())));
      } else {
        same++;
      }
    }
    old.values().forEach(gone -> changes.add(new Change(Kind.REMOVED, gone, Optional.empty())));
    changes.sort(ORDER);
    return new Difference(changes, same);
  }

  /** How many differ in that way. */
  public long count(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }

  private static Map<KnownFinding, Finding> byName(List<Told> told) {
    Map<KnownFinding, Finding> findings = new LinkedHashMap<>();
    for (Told one : told) {
      Event event = one.finding().event();
      findings.putIfAbsent(
          new KnownFinding(one.finding().rule().id(), event.id(), event.account()), one.finding());
    }
    return findings;
  }
}
