package rolecall.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The repeats in one quiet window.
 *
 * @param repeats all that were counted
 * @param passedOn how many of them were told
 * @param last the event time of the latest one
 * @param recent briefs of the events counted last, so that none counts twice when its worker dies
 *     between two writes
 * @param carrier who is about to tell them
 */
record Tally(
    long repeats,
    long passedOn,
    Optional<Instant> last,
    List<String> recent,
    Optional<Carrier> carrier) {
  static final Tally NONE = new Tally(0, 0, Optional.empty(), List.of(), Optional.empty());

  private static final int RECENT = 16;

  /**
   * A worker that is about to tell a count.
   *
   * @param until when it is taken to have died
   */
  record Carrier(String holder, long count, Instant until) {
    Carrier {
      Objects.requireNonNull(holder, "holder is null");
      Objects.requireNonNull(until, "until is null");
    }
  }

  Tally {
    Objects.requireNonNull(last, "last is null");
    Objects.requireNonNull(carrier, "carrier is null");
    recent = List.copyOf(recent);
  }

  /** One repeat more, unless that event is among those counted last. */
  Tally counting(String event, Instant at) {
    String brief = Keys.brief(event);
    if (recent.contains(brief)) {
      return this;
    }
    List<String> kept = new ArrayList<>(recent);
    kept.add(brief);
    Instant latest = last.filter(before -> before.isAfter(at)).orElse(at);
    return new Tally(
        repeats + 1,
        passedOn,
        Optional.of(latest),
        kept.subList(Math.max(0, kept.size() - RECENT), kept.size()),
        carrier);
  }

  /** How many nobody told. */
  long untold() {
    return repeats - passedOn;
  }

  /** How many nobody told or is about to tell. */
  long open(Instant now) {
    return carrier.filter(one -> one.until().isAfter(now)).isPresent() ? 0 : untold();
  }

  Tally carriedBy(String holder, Instant until) {
    return with(passedOn, Optional.of(new Carrier(holder, untold(), until)));
  }

  boolean isCarriedBy(String holder) {
    return carrier.filter(one -> one.holder().equals(holder)).isPresent();
  }

  /** That worker told what it carried. */
  Tally delivered(String holder) {
    return isCarriedBy(holder)
        ? with(passedOn + carrier.orElseThrow().count(), Optional.empty())
        : this;
  }

  /** That worker could not tell what it carried. */
  Tally dropped(String holder) {
    return isCarriedBy(holder) ? with(passedOn, Optional.empty()) : this;
  }

  private Tally with(long told, Optional<Carrier> by) {
    return new Tally(repeats, told, last, recent, by);
  }
}
