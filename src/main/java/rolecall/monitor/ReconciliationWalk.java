package rolecall.monitor;

import java.time.Instant;
import java.util.Optional;
import rolecall.ingest.LogSource;
import rolecall.ingest.RecentTrail;
import rolecall.ingest.RecentTrail.Turn;

/** One Region on its way through its pages. For one run and one thread. */
final class ReconciliationWalk {
  private static final int MOST_SLOW = 3;

  private final String region;
  private final Instant earliest;
  private final Instant target;
  private ReconciliationState state;
  private Optional<RecentTrail.Walk> walk = Optional.empty();
  private int slow;

  /**
   * @param earliest what is older is not remembered, so it is not compared
   * @param target the last second to compare
   */
  ReconciliationWalk(String region, ReconciliationState state, Instant earliest, Instant target) {
    this.region = region;
    this.state = state;
    this.earliest = earliest;
    this.target = target;
  }

  /** Compares one page. */
  interface Pages {
    /** Whether the page is done; else it is left as it was. */
    boolean compare(String name, LogSource events);

    /** The Region is given up in this run. */
    void gaveUp(String region, String why);
  }

  String region() {
    return region;
  }

  ReconciliationState state() {
    return state;
  }

  boolean isDue() {
    return state.isDue(target);
  }

  /** Turns one page; tells whether there may be another in this run. */
  boolean turn(RecentTrail.Visit visit, Pages pages) {
    if (walk.isEmpty()) {
      state = state.opened(target);
      // Moments of CloudTrail are whole seconds, and both ends of a question belong to it.
      Instant since = state.to().plusSeconds(1);
      walk =
          Optional.of(
              visit.walk(
                  region,
                  since.isBefore(earliest) ? earliest : since,
                  state.open().orElseThrow().left()));
    }
    String name =
        "cloudtrail:%s until %s".formatted(region, state.open().orElseThrow().left().until());
    return switch (walk.get().turn()) {
      case Turn.Page(LogSource events, boolean last) ->
          pages.compare(name, events) && goesOnAfter(last);
      case Turn.Off _ -> {
        // Nothing happens there; the events after it is switched on count.
        state = ReconciliationState.upTo(state.open().orElseThrow().until());
        yield false;
      }
      case Turn.Slow(String why) -> {
        if (++slow == MOST_SLOW) {
          pages.gaveUp(region, why);
        }
        yield slow < MOST_SLOW;
      }
      case Turn.Failed(String why) -> {
        pages.gaveUp(region, why);
        yield false;
      }
    };
  }

  private boolean goesOnAfter(boolean last) {
    slow = 0;
    state = state.after(walk.orElseThrow().left(), last);
    if (last) {
      walk = Optional.empty();
    }
    return isDue();
  }
}
