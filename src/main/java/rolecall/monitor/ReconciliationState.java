package rolecall.monitor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rolecall.ingest.RecentTrail.Left;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.Members;
import rolecall.json.UnreadableJson;

/**
 * How far one Region's events are compared.
 *
 * @param to all events up to this second are
 * @param open the stretch after it that is being compared, its latest events first
 */
record ReconciliationState(Instant to, Optional<Stretch> open) {
  /** CloudTrail's events of one second are fewer, and an entry must not outgrow the store. */
  private static final int MOST_IDS = 5_000;

  /** What is missed within it is told in its order; from one stretch to the next it is anyway. */
  private static final Duration LONGEST = Duration.ofHours(1);

  ReconciliationState {
    Objects.requireNonNull(to, "to is null");
    Objects.requireNonNull(open, "open is null");
  }

  /**
   * A stretch of time.
   *
   * @param until its last second
   * @param left what of it is still to be compared
   */
  record Stretch(Instant until, Left left) {
    Stretch {
      Objects.requireNonNull(until, "until is null");
      Objects.requireNonNull(left, "left is null");
    }
  }

  /** Everything up to then needs no comparing. */
  static ReconciliationState upTo(Instant to) {
    return new ReconciliationState(to, Optional.empty());
  }

  /** Whether anything is to be compared up to that second. */
  boolean isDue(Instant target) {
    return open.isPresent() || target.isAfter(to);
  }

  /** With the stretch to compare next, an hour at most, and up to that second at most. */
  ReconciliationState opened(Instant target) {
    if (open.isPresent()) {
      return this;
    }
    Instant hour = to.plus(LONGEST);
    Instant until = hour.isBefore(target) ? hour : target;
    return new ReconciliationState(to, Optional.of(new Stretch(until, new Left(until, Set.of()))));
  }

  /** Without what lies wholly before that moment. */
  ReconciliationState without(Instant earliest) {
    return open.map(Stretch::until).orElse(to).isBefore(earliest) ? upTo(earliest) : this;
  }

  /** After a page of the open stretch. */
  ReconciliationState after(Left left, boolean last) {
    Stretch stretch = open.orElseThrow();
    return last
        ? upTo(stretch.until())
        : new ReconciliationState(to, Optional.of(new Stretch(stretch.until(), left)));
  }

  /** Whether it is small enough to be kept. */
  boolean isSmall() {
    return open.map(stretch -> stretch.left().read().size() <= MOST_IDS).orElse(true);
  }

  String json() {
    Members members = new Members().text("to", to.toString());
    open.ifPresent(stretch ->
        members
            .text("until", stretch.until().toString())
            .text("left", stretch.left().until().toString())
            .texts("read", stretch.left().read().stream().sorted().toList()));
    return CompactJson.write(members.build());
  }

  /** Empty for what {@link #json} did not write. */
  static Optional<ReconciliationState> of(String json) {
    try {
      Json value = JsonReader.read(json);
      Instant to = instant(value.get("to"));
      return Optional.of(
          value.get("until").isPresent()
              ? new ReconciliationState(to, Optional.of(stretch(value)))
              : upTo(to));
    } catch (UnreadableJson | DateTimeException | NoSuchElementException _) {
      return Optional.empty();
    }
  }

  private static Stretch stretch(Json value) {
    List<Json> read = value.get("read").items();
    return new Stretch(
        instant(value.get("until")),
        new Left(
            instant(value.get("left")),
            read.stream().map(id -> id.text().orElseThrow()).collect(Collectors.toSet())));
  }

  private static Instant instant(Json value) {
    return Instant.parse(value.text().orElseThrow());
  }
}
