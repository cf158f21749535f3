package rolecall.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import rolecall.finding.Finding;
import rolecall.json.Json;

/**
 * What the ledger keeps of one rule broken by one event.
 *
 * @param holder who claimed it last
 * @param at when the claim runs out; of a finding that was told or counted, when it was
 * @param eventId of the copy that the holder has
 * @param account of that copy
 */
record Claimed(State state, String holder, Instant at, String eventId, Optional<String> account) {
  enum State {
    HELD,
    TOLD,
    COUNTED;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Claimed {
    Objects.requireNonNull(state, "state is null");
    Objects.requireNonNull(holder, "holder is null");
    Objects.requireNonNull(at, "at is null");
    Objects.requireNonNull(eventId, "eventId is null");
    Objects.requireNonNull(account, "account is null");
  }

  static Claimed of(Finding finding, State state, String holder, Instant at) {
    return new Claimed(
        state,
        holder,
        at,
        Keys.bounded(finding.event().id()),
        finding.event().account().map(Keys::bounded));
  }

  static Claimed read(Entry entry) throws StoreTrouble {
    return Values.read(entry, Claimed::of);
  }

  private static Claimed of(Json value) {
    return new Claimed(
        State.valueOf(value.get("state").text().orElseThrow().toUpperCase(Locale.ROOT)),
        value.get("holder").text().orElseThrow(),
        Values.instant(value.get("at")),
        value.get("eventId").text().orElseThrow(),
        value.get("account").text());
  }

  String value() {
    return Values.write(json -> {
      json.writeStringField("state", state.word());
      json.writeStringField("holder", holder);
      json.writeStringField("at", at.toString());
      json.writeStringField("eventId", eventId);
      if (account.isPresent()) {
        json.writeStringField("account", account.get());
      }
    });
  }

  /** Whether somebody is at it. */
  boolean isAlive(Instant now) {
    return state == State.HELD && at.isAfter(now);
  }

  /** Whether that worker may end it: nobody did, and nobody else is at it. */
  boolean isFor(String who, Instant now) {
    return state == State.HELD && (isBy(who) || !isAlive(now));
  }

  boolean isTold() {
    return state == State.TOLD;
  }

  boolean isBy(String who) {
    return holder.equals(who);
  }

  boolean isHeldBy(String who) {
    return state == State.HELD && isBy(who);
  }

  /** Whether this was told from another record of the event than the finding's. */
  boolean toldAnotherCopyOf(Finding finding) {
    Claimed own = of(finding, State.TOLD, holder, at);
    return isTold() && !equals(own);
  }
}
