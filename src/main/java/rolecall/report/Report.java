package rolecall.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.alert.Secrets;
import rolecall.finding.Finding;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Severity;
import rolecall.finding.Told;
import rolecall.monitor.Balance;
import rolecall.monitor.ScanResult;

/**
 * What of a scan's result is to be told.
 *
 * @param policy which policy judged; named even when nothing was found
 * @param floor findings below it are left out; the summary still counts them
 * @param withObserved whether findings of rules on trial are told too
 * @param balance what the monitor handled of it, where that was asked
 */
public record Report(
    ScanResult result,
    PolicyStamp policy,
    Severity floor,
    boolean withObserved,
    Optional<Balance> balance) {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.event().time().orElse(Instant.MAX))
          .thenComparing(f -> f.event().id())
          .thenComparing(f -> f.rule().id());

  public Report {
    Objects.requireNonNull(result, "result is null");
    Objects.requireNonNull(policy, "policy is null");
    Objects.requireNonNull(floor, "floor is null");
    Objects.requireNonNull(balance, "balance is null");
  }

  /** Of a result that nobody compared with what a monitor handled. */
  public Report(ScanResult result, PolicyStamp policy, Severity floor, boolean withObserved) {
    this(result, policy, floor, withObserved, Optional.empty());
  }

  /** The findings to tell, at or above the floor, without secrets. */
  List<Told> told() {
    return shown(result.told());
  }

  /** The findings of rules on trial, at or above the floor; none unless asked for. */
  List<Told> observed() {
    return withObserved ? shown(result.observed()) : List.of();
  }

  private List<Told> shown(List<Told> findings) {
    return findings.stream().filter(this::isGraveEnough).map(Secrets::hide).toList();
  }

  /** How many told findings the floor leaves out. */
  int leftOut() {
    return (int) result.told().stream().filter(told -> !isGraveEnough(told)).count();
  }

  /**
   * Told and observed findings, one after the other by event time, event id and rule. Each kind
   * keeps its own order, so a cross-account pair that the scan put together stays together.
   */
  List<Told> all() {
    List<Told> first = told();
    List<Told> second = observed();
    List<Told> merged = new ArrayList<>(first.size() + second.size());
    int taken = 0;
    for (Told next : first) {
      while (taken < second.size() && goesBefore(second.get(taken), next)) {
        merged.add(second.get(taken++));
      }
      merged.add(next);
    }
    merged.addAll(second.subList(taken, second.size()));
    return merged;
  }

  private static boolean goesBefore(Told one, Told other) {
    return ORDER.compare(one.finding(), other.finding()) < 0;
  }

  private boolean isGraveEnough(Told told) {
    return told.finding().rule().severity().atLeast(floor);
  }
}
