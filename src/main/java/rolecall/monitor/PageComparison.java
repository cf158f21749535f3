package rolecall.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import rolecall.ingest.LogReader;
import rolecall.ingest.LogSource;
import rolecall.ingest.RecentTrail;
import rolecall.policy.CompiledPolicy;

/**
 * Compares page after page, one Region after the other, so that a busy one holds nobody up. What
 * was missed is held until its stretch is read, until that is much, or until the time is short. For
 * one run and one thread.
 */
final class PageComparison implements ReconciliationWalk.Pages {
  /** Some 30 MB, for a record takes some 15 KB. */
  static final int MOST_HELD = 2_000;

  private final Comparison comparison;
  private final LogReader reader;
  private final Instant remembered;
  private final LateLine line;
  private final BiConsumer<String, String> gaveUp;
  private final Coverages counted = new Coverages();
  private boolean stopped;

  /** When what is held is taken, so that time is left for it. */
  private Duration enough;

  /**
   * @param remembered as in {@link LateRecords}
   * @param gaveUp hears which Region is given up in this run, and why
   */
  PageComparison(
      Comparison comparison,
      CompiledPolicy policy,
      Instant remembered,
      LateLine line,
      BiConsumer<String, String> gaveUp) {
    this.comparison = comparison;
    this.reader = new LogReader(policy::watches);
    this.remembered = remembered;
    this.line = line;
    this.gaveUp = gaveUp;
    this.enough = left().dividedBy(2);
  }

  /** Turns pages while there are any and time is left, and takes all that was missed. */
  void turn(RecentTrail.Visit visit, List<ReconciliationWalk> walks) {
    Queue<ReconciliationWalk> due = new ArrayDeque<>();
    // Whoever had no turn before the last run's end has the first one now.
    walks.stream()
        .filter(ReconciliationWalk::isDue)
        .sorted(Comparator.comparing(walk -> walk.state().to()))
        .forEach(due::add);
    while (!due.isEmpty() && left().isPositive() && !stopped) {
      ReconciliationWalk walk = due.remove();
      walk.turn(visit, this);
      if (walk.isBetweenStretches()) {
        take(walk);
      }
      if (isTimeToTake(walks)) {
        walks.forEach(this::take);
        enough = left().dividedBy(2);
      }
      if (walk.isDue()) {
        due.add(walk);
      }
    }
    walks.forEach(this::take);
  }

  private boolean isTimeToTake(List<ReconciliationWalk> walks) {
    return left().compareTo(enough) <= 0
        || walks.stream().mapToInt(ReconciliationWalk::held).sum() >= MOST_HELD;
  }

  private void take(ReconciliationWalk walk) {
    if (stopped && walk.held() > 0) {
      return;
    }
    try {
      walk.take(line, counted).ifPresent(why -> gaveUp(walk.region(), why));
    } catch (OutOfTime _) {
      stopped = true;
    }
  }

  @Override
  public Optional<HeldRecords> compare(Look look, String name, LogSource events) {
    LateRecords late = new LateRecords(comparison, look, remembered, name);
    reader.read(events, late);
    if (late.unchecked().isPresent()) {
      line.store().failed("reconciliation", late.unchecked().get());
      stopped = true;
      return Optional.empty();
    }
    return Optional.of(late.held());
  }

  @Override
  public void gaveUp(String region, String why) {
    gaveUp.accept(region, why);
  }

  /** What was counted, by the records' Regions. */
  SortedMap<String, Coverage> counted() {
    return counted.byRegion();
  }

  private Duration left() {
    return line.deadline().spare();
  }
}
