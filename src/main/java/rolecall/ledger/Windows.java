package rolecall.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import rolecall.finding.Finding;

/** The entries that hold the quiet windows. */
final class Windows {
  private final Visit visit;
  private final Claims claims;

  Windows(Visit visit, Claims claims) {
    this.visit = visit;
    this.claims = claims;
  }

  /** What a finding meets in the windows of its like. */
  sealed interface Met {
    /** No window; it opens its own. */
    record Nothing(Optional<Claim.Counted> before) implements Met {}

    /**
     * The window of a finding that was told, which counted it.
     *
     * @param first whether it is the only repeat in it that nobody was told of
     */
    record Counted(Opener by, boolean first) implements Met {}

    /** The window that a finding of another worker will open, perhaps. */
    record Perhaps() implements Met {}

    /** Itself, told. */
    record Itself() implements Met {}
  }

  static boolean concern(Finding finding) {
    return finding.event().time().isPresent() && !finding.act().quiet().isZero();
  }

  Met enter(Token token, Duration held) throws StoreTrouble {
    Finding finding = token.finding();
    Entry.Place place = Keys.window(finding);
    Opener mine = opener(token);
    Duration quiet = finding.act().quiet();
    for (int i = 0; i < Visit.TRIES; i++) {
      Optional<Entry> seen = visit.get(place);
      Window read = read(seen);
      if (read.hasTold(mine.event())) {
        return new Met.Itself();
      }
      Window window = read.around(mine.at(), quiet).isPresent() ? read : settled(read, finding);
      Optional<Opener> around = window.around(mine.at(), quiet);
      if (around.isPresent()) {
        Window counted = window.counting(around.get(), mine.event(), mine.at());
        if (put(place, counted, seen)) {
          return new Met.Counted(around.get(), counted.hasOneUntold(around.get()));
        }
      } else if (!window.heldAround(mine.at(), quiet, mine.event()).isEmpty()) {
        return new Met.Perhaps();
      } else {
        Instant until = visit.now().plus(held);
        Window opened = window.opening(mine, quiet, visit.now(), until);
        if (put(place, opened, seen)) {
          return new Met.Nothing(opened.carriedBy(mine.holder()));
        }
      }
    }
    return new Met.Perhaps();
  }

  /** Of findings in reach that nobody confirmed, their own claims know what became of them. */
  private Window settled(Window read, Finding finding) throws StoreTrouble {
    Instant time = finding.event().time().orElseThrow();
    Window window = read;
    for (Opener held : read.heldAround(time, finding.act().quiet(), Keys.event(finding))) {
      Optional<Claimed> claimed = claims.of(held.event(), Keys.rule(finding));
      if (claimed.filter(one -> one.isTold() && one.isBy(held.holder())).isPresent()) {
        window = window.told(held);
      } else if (claimed.filter(Claimed::isTold).isPresent()) {
        window = window.released(held.holder()).told(held);
      } else if (claimed.filter(one -> one.isAlive(visit.now())).isEmpty()) {
        window = window.released(held.holder());
      }
    }
    return window;
  }

  /** The finding is out, with what its worker carried. */
  boolean confirm(Token token) throws StoreTrouble {
    Opener mine = opener(token);
    return change(Keys.window(token.finding()), window -> window.told(mine));
  }

  boolean release(Token token) throws StoreTrouble {
    return change(Keys.window(token.finding()), window -> window.released(token.holder()));
  }

  /**
   * @return false when others were faster each time
   */
  boolean change(Entry.Place place, UnaryOperator<Window> how) throws StoreTrouble {
    for (int i = 0; i < Visit.TRIES; i++) {
      Optional<Entry> seen = visit.get(place);
      Window before = read(seen);
      Window after = how.apply(before);
      if (after.equals(before) || put(place, after, seen)) {
        return true;
      }
    }
    return false;
  }

  private static Opener opener(Token token) {
    Finding finding = token.finding();
    return new Opener(
        finding.event().time().orElseThrow(),
        Keys.event(finding),
        false,
        token.holder(),
        Tally.NONE);
  }

  Window read(Optional<Entry> seen) throws StoreTrouble {
    return seen.filter(visit::isCurrent).isPresent() ? WindowJson.read(seen.get()) : Window.EMPTY;
  }

  private boolean put(Entry.Place place, Window window, Optional<Entry> seen) throws StoreTrouble {
    return visit.put(place, WindowJson.write(window), Claims.RETENTION, seen);
  }
}
