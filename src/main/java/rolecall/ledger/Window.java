package rolecall.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The quiet windows of one actor on one target under one rule. Pure: each change gives a new one.
 *
 * @param openers by event time
 */
record Window(List<Opener> openers) {
  static final Window EMPTY = new Window(List.of());

  /** So many windows are kept; of one that is forgotten, a late event is told once more. */
  static final int MOST = 16;

  Window {
    openers = openers.stream().sorted(Comparator.comparing(Opener::at)).toList();
  }

  /** Whether that very event was told. */
  boolean hasTold(String event) {
    return openers.stream().anyMatch(opener -> opener.told() && opener.event().equals(event));
  }

  /** The told finding in whose window that moment lies: the last before it, else the next. */
  Optional<Opener> around(Instant time, Duration quiet) {
    List<Opener> reaching =
        openers.stream().filter(o -> o.told() && o.reaches(time, quiet)).toList();
    return reaching.reversed().stream()
        .filter(opener -> !opener.at().isAfter(time))
        .findFirst()
        .or(() -> reaching.stream().findFirst());
  }

  /** The findings of other events, not known to be told, in whose window that moment would lie. */
  List<Opener> heldAround(Instant time, Duration quiet, String event) {
    return openers.stream()
        .filter(o -> !o.told() && o.reaches(time, quiet) && !o.event().equals(event))
        .toList();
  }

  /** One repeat more in the window of that finding. */
  Window counting(Opener around, String event, Instant at) {
    return replacing(around::equals, opener -> opener.with(opener.tally().counting(event, at)));
  }

  /** Whether exactly one repeat in that window is told to nobody. */
  boolean hasOneUntold(Opener around) {
    return openers.stream()
        .filter(opener -> isSame(opener, around))
        .anyMatch(opener -> opener.tally().untold() == 1);
  }

  /** With a finding that is about to be told, and tells the counts of windows that are over. */
  Window opening(Opener mine, Duration quiet, Instant now, Instant until) {
    List<Opener> all = new ArrayList<>();
    for (Opener opener : openers) {
      boolean carries =
          opener.told() && opener.isOverAt(mine.at(), quiet) && opener.tally().open(now) > 0;
      if (carries) {
        all.add(opener.with(opener.tally().carriedBy(mine.holder(), until)));
      } else if (opener.told() || !opener.event().equals(mine.event())) {
        all.add(opener);
      }
    }
    return new Window(all).adding(mine);
  }

  private Window adding(Opener opener) {
    List<Opener> all = new ArrayList<>(openers);
    while (all.size() >= MOST) {
      all.remove(leastMissed(all));
    }
    all.add(opener);
    return new Window(all);
  }

  private static Opener leastMissed(List<Opener> all) {
    return all.stream()
        .min(
            Comparator.comparing((Opener opener) -> opener.tally().untold() > 0)
                .thenComparing(opener -> !opener.told())
                .thenComparing(Opener::at))
        .orElseThrow();
  }

  /** What that worker is to tell besides its finding. */
  Optional<Claim.Counted> carriedBy(String holder) {
    List<Opener> carried =
        openers.stream().filter(opener -> opener.tally().isCarriedBy(holder)).toList();
    long repeats = carried.stream().mapToLong(o -> o.tally().carrier().orElseThrow().count()).sum();
    return carried.stream().findFirst().map(first -> new Claim.Counted(repeats, first.at()));
  }

  /** That worker's finding is out, with the counts that it carried. */
  Window told(Opener mine) {
    Window delivered = delivered(mine.holder());
    boolean isThere = delivered.openers.stream().anyMatch(o -> isSame(o, mine));
    return isThere
        ? delivered.replacing(opener -> isSame(opener, mine), Opener::asTold)
        : delivered.adding(mine.asTold());
  }

  /** The counts that this worker carried are out. */
  Window delivered(String holder) {
    return replacing(_ -> true, opener -> opener.with(opener.tally().delivered(holder)));
  }

  /** That worker's finding could not go out, nor what it carried. */
  Window released(String holder) {
    return new Window(
        openers.stream()
            .filter(opener -> opener.told() || !opener.holder().equals(holder))
            .map(opener -> opener.with(opener.tally().dropped(holder)))
            .toList());
  }

  private static boolean isSame(Opener one, Opener other) {
    return one.event().equals(other.event()) && one.holder().equals(other.holder());
  }

  Window replacing(Predicate<Opener> which, UnaryOperator<Opener> by) {
    return new Window(openers.stream().map(o -> which.test(o) ? by.apply(o) : o).toList());
  }
}
