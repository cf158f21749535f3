package rolecall.monitor;

import java.time.Instant;
import java.util.Optional;
import rolecall.ingest.LogSource;
import rolecall.ingest.RecentTrail;
import rolecall.ingest.RecentTrail.Turn;

/** One look at a Region, on its way through its pages. For one run and one thread. */
final class ReconciliationWalk {
  private static final int MOST_SLOW = 3;

  private final String region;
  private final Look look;
  private final Instant earliest;
  private final Instant target;

  /** Up to what was taken; what is kept. */
  private ReconciliationState taken;

  /** Up to what was read. */
  private ReconciliationState reached;

  private HeldRecords held = new HeldRecords();
  private Optional<RecentTrail.Walk> walk = Optional.empty();
  private int slow;
  private boolean over;
  private boolean off;

  /**
   * @param earliest what is older is not remembered, so it is not compared
   * @param target the last second to compare
   */
  ReconciliationWalk(
      String region, Look look, ReconciliationState state, Instant earliest, Instant target) {
    this.region = region;
    this.look = look;
    this.earliest = earliest;
    this.target = target;
    this.taken = state.without(earliest);
    this.reached = taken;
  }

  /** Compares one page. */
  interface Pages {
    /** What of the page is to be taken; empty when it is left as it was. */
    Optional<HeldRecords> compare(Look look, String name, LogSource events);

    /** The Region is given up in this run. */
    void gaveUp(String region, String why);
  }

  String region() {
    return region;
  }

  String key() {
    return look.key(region);
  }

  /** Up to what was taken. */
  ReconciliationState state() {
    return taken;
  }

  /** How many records wait to be taken. */
  int held() {
    return held.size();
  }

  /** Whether there may be another page in this run. */
  boolean isDue() {
    return !over && reached.isDue(target);
  }

  /** Whether everything is compared. */
  boolean isDone() {
    return !over && !taken.isDue(target);
  }

  /** Whether a stretch is read to its end. */
  boolean isBetweenStretches() {
    return reached.open().isEmpty();
  }

  /** Whether the account does not have the Region on, so that nothing happens there. */
  boolean isOff() {
    return off;
  }

  /** Turns one page. */
  void turn(RecentTrail.Visit visit, Pages pages) {
    if (walk.isEmpty()) {
      reached = reached.opened(target);
      // Moments of CloudTrail are whole seconds, and both ends of a question belong to it.
      Instant since = reached.to().plusSeconds(1);
      walk =
          Optional.of(
              visit.walk(
                  region,
                  since.isBefore(earliest) ? earliest : since,
                  reached.open().orElseThrow().left()));
    }
    String name =
        "cloudtrail:%s until %s".formatted(region, reached.open().orElseThrow().left().until());
    switch (walk.get().turn()) {
      case Turn.Page(LogSource events, boolean last) ->
          pages
              .compare(look, name, events)
              .ifPresentOrElse(page -> goOn(page, last), () -> over = true);
      case Turn.Off _ -> {
        off = true;
        over = true;
      }
      case Turn.Slow(String why) -> {
        if (++slow == MOST_SLOW) {
          giveUp(pages, why);
        }
      }
      case Turn.Failed(String why) -> giveUp(pages, why);
    }
  }

  private void goOn(HeldRecords page, boolean last) {
    held.add(page);
    slow = 0;
    reached = reached.after(walk.orElseThrow().left(), last);
    if (last) {
      walk = Optional.empty();
    }
  }

  private void giveUp(Pages pages, String why) {
    over = true;
    pages.gaveUp(region, why);
  }

  /**
   * Takes what is held through the line.
   *
   * @return why it must be read again, and the Region is given up in this run
   * @throws OutOfTime when nothing more may begin; then what is kept stays as it was
   */
  Optional<String> take(LateLine line, Coverages counted) {
    Optional<String> again = held.take(line, counted);
    held = new HeldRecords();
    if (again.isPresent()) {
      over = true;
      reached = taken;
    } else {
      taken = reached;
    }
    return again;
  }
}
