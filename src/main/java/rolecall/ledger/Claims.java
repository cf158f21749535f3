package rolecall.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rolecall.finding.Finding;

/** The entries that say of each rule broken by each event what became of it. */
final class Claims {
  /** Longer than any queue keeps a message. */
  static final Duration RETENTION = Duration.ofDays(30);

  /** How long a claim that ran out can still be looked at. */
  private static final Duration LINGER = Duration.ofDays(1);

  private final Visit visit;

  Claims(Visit visit) {
    this.visit = visit;
  }

  /** What became of wanting a claim. */
  sealed interface Taken {
    record Mine(Optional<Claim.Earlier> follows) implements Taken {}

    record Done() implements Taken {}

    record Elsewhere() implements Taken {}
  }

  /** Claims a finding for so long, unless somebody else does or did. */
  Taken take(Token token, Duration held) throws StoreTrouble {
    Finding finding = token.finding();
    Entry.Place place = Keys.claim(finding);
    Instant until = visit.now().plus(held);
    Claimed mine = Claimed.of(finding, Claimed.State.HELD, token.holder(), until);
    for (int i = 0; i < Visit.TRIES; i++) {
      List<Entry> entries = visit.all(place.partition());
      Optional<Entry> seen =
          entries.stream().filter(entry -> entry.place().equals(place)).findFirst();
      Optional<Claimed> claimed = read(seen);
      if (claimed.isPresent() && claimed.get().state() != Claimed.State.HELD) {
        return new Taken.Done();
      }
      if (claimed.filter(one -> one.isAlive(visit.now())).isPresent()) {
        return claimed.get().isHeldBy(token.holder())
            ? new Taken.Mine(follows(finding, entries))
            : new Taken.Elsewhere();
      }
      if (visit.put(place, mine.value(), held.plus(LINGER), seen)) {
        return new Taken.Mine(follows(finding, entries));
      }
    }
    return new Taken.Elsewhere();
  }

  /** The first alert that told another rule of the event from another copy. */
  private Optional<Claim.Earlier> follows(Finding finding, List<Entry> entries)
      throws StoreTrouble {
    List<Claimed> told = new ArrayList<>();
    for (Entry entry : entries) {
      String sort = entry.place().sort();
      if (visit.isCurrent(entry) && !sort.equals(Keys.CALLER) && !sort.equals(Keys.rule(finding))) {
        Claimed claimed = Claimed.read(entry);
        if (claimed.toldAnotherCopyOf(finding)) {
          told.add(claimed);
        }
      }
    }
    return told.stream()
        .min(Comparator.comparing(Claimed::at))
        .map(first -> new Claim.Earlier(first.eventId(), first.account()));
  }

  /**
   * Ends a claim: the finding was told, or counted. If it ran out and another worker is at it now,
   * it stays that worker's.
   *
   * @return false when others were faster each time
   */
  boolean end(Token token, Claimed.State as) throws StoreTrouble {
    Entry.Place place = Keys.claim(token.finding());
    Claimed ended = Claimed.of(token.finding(), as, token.holder(), visit.now());
    for (int i = 0; i < Visit.TRIES; i++) {
      Optional<Entry> seen = visit.get(place);
      Optional<Claimed> claimed = read(seen);
      if (claimed.filter(one -> !one.isFor(token.holder(), visit.now())).isPresent()
          || visit.put(place, ended.value(), RETENTION, seen)) {
        return true;
      }
    }
    return false;
  }

  /** Gives a claim back, if it is still that worker's. */
  void giveBack(Token token) throws StoreTrouble {
    Entry.Place place = Keys.claim(token.finding());
    for (int i = 0; i < Visit.TRIES; i++) {
      Optional<Entry> seen = visit.get(place);
      if (read(seen).filter(one -> one.isHeldBy(token.holder())).isEmpty()
          || visit.remove(seen.orElseThrow())) {
        return;
      }
    }
  }

  /** What became of that rule broken by that event. */
  Optional<Claimed> of(String event, String rule) throws StoreTrouble {
    return read(visit.get(Keys.claim(event, rule)));
  }

  private Optional<Claimed> read(Optional<Entry> seen) throws StoreTrouble {
    if (seen.filter(visit::isCurrent).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Claimed.read(seen.get()));
  }
}
