package rolecall.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import rolecall.finding.Finding;
import rolecall.finding.Role;

/**
 * The entries that name windows with repeats, so that they are told of even if nothing of the kind
 * happens again. One may outlive its count; whoever wants to tell it takes it away then.
 */
final class OpenCounts {
  private final Visit visit;

  OpenCounts(Visit visit) {
    this.visit = visit;
  }

  /** Names the window that just counted its first untold repeat. */
  void name(Finding repeat, Opener opener) throws StoreTrouble {
    OpenCount count =
        new OpenCount(
            Keys.rule(repeat),
            repeat.rule().severity(),
            Keys.bounded(repeat.rule().category()),
            Keys.bounded(repeat.act().actor()),
            Keys.bounded(repeat.act().target()),
            repeat.event().account().map(Keys::bounded),
            repeat.event().region().map(Keys::bounded),
            repeat.role().map(Role::name).map(Keys::bounded),
            opener.at(),
            opener.at().plus(repeat.act().quiet()),
            Keys.window(repeat).partition(),
            opener.event());
    Entry.Place place = place(count);
    Optional<Entry> seen = visit.get(place);
    if (seen.filter(visit::isCurrent).isEmpty()) {
      visit.put(place, OpenCountJson.write(count), Claims.RETENTION, seen);
    }
  }

  List<OpenCount> over(Instant before) throws StoreTrouble {
    List<OpenCount> counts = new ArrayList<>();
    for (Entry entry : visit.all(Keys.REPEATS)) {
      OpenCount count = OpenCountJson.read(entry);
      if (visit.isCurrent(entry) && !count.over().isAfter(before)) {
        counts.add(count);
      }
    }
    return counts;
  }

  OpenCount.Telling take(OpenCount count, String holder, Duration held) throws StoreTrouble {
    Instant until = visit.now().plus(held);
    boolean done =
        change(
            count,
            tally ->
                tally.open(visit.now()) > 0 || tally.isCarriedBy(holder)
                    ? tally.carriedBy(holder, until)
                    : tally);
    Tally tally = tally(count);
    if (done && tally.isCarriedBy(holder)) {
      return new OpenCount.Telling.Held(
          count, tally.carrier().orElseThrow().count(), tally.last().orElseThrow(), holder);
    }
    if (tally.untold() == 0) {
      forget(count);
    }
    return new OpenCount.Telling.Nothing();
  }

  boolean confirm(OpenCount.Telling.Held telling) throws StoreTrouble {
    boolean done = change(telling.count(), tally -> tally.delivered(telling.holder()));
    if (tally(telling.count()).untold() == 0) {
      forget(telling.count());
    }
    return done;
  }

  boolean release(OpenCount.Telling.Held telling) throws StoreTrouble {
    return change(telling.count(), tally -> tally.dropped(telling.holder()));
  }

  private boolean change(OpenCount count, UnaryOperator<Tally> how) throws StoreTrouble {
    return new Windows(visit, new Claims(visit))
        .change(
            Keys.window(count),
            window ->
                window.replacing(
                    opener -> isOf(opener, count),
                    opener -> opener.with(how.apply(opener.tally()))));
  }

  private Tally tally(OpenCount count) throws StoreTrouble {
    return new Windows(visit, new Claims(visit))
        .read(visit.get(Keys.window(count))).openers().stream()
            .filter(opener -> isOf(opener, count))
            .map(Opener::tally)
            .findFirst()
            .orElse(Tally.NONE);
  }

  private static boolean isOf(Opener opener, OpenCount count) {
    return opener.told()
        && opener.event().equals(count.event())
        && opener.at().equals(count.since());
  }

  private void forget(OpenCount count) throws StoreTrouble {
    Optional<Entry> seen = visit.get(place(count));
    if (seen.isPresent()) {
      visit.remove(seen.get());
    }
  }

  private static Entry.Place place(OpenCount count) {
    return new Entry.Place(
        Keys.REPEATS,
        "%s#%s#%s"
            .formatted(
                count.over().truncatedTo(ChronoUnit.SECONDS),
                count.window(),
                Keys.brief(count.event())));
  }
}
