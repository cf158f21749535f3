package rolecall.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import rolecall.ledger.Ledger;
import rolecall.ledger.Seen;
import rolecall.ledger.SeenEvent;
import rolecall.ledger.SeenHour;
import rolecall.record.TrailRecord;

/**
 * The memory of handled events, asked for by the hour and kept for the hours that were asked about
 * last: records come by falling time, so each hour is read about once. Not thread-safe.
 */
public final class SeenHours {
  /** Some 40 MB; at least the last hour is kept, however many events it has. */
  private static final long MOST_EVENTS = 1_000_000;

  private static final int MOST_HOURS = 200;

  private final Ledger ledger;
  private final Instant from;
  private final Instant now;
  private final Duration patience;
  private final SequencedMap<Hour, Seen> hours = new LinkedHashMap<>();

  private record Hour(String region, Instant begin) {}

  /**
   * @param from the earliest moment that any record is of; what says no time was handled since then
   * @param patience for one hour's answer
   */
  public SeenHours(Ledger ledger, Instant from, Instant now, Duration patience) {
    this.ledger = Objects.requireNonNull(ledger, "ledger is null");
    this.from = Objects.requireNonNull(from, "from is null");
    this.now = Objects.requireNonNull(now, "now is null");
    this.patience = Objects.requireNonNull(patience, "patience is null");
  }

  /** Whether a record is among the handled ones. */
  sealed interface Answer {
    record Yes() implements Answer {}

    record No() implements Answer {}

    record Unchecked(String why) implements Answer {}
  }

  Answer holds(TrailRecord record) {
    String region = record.awsRegion().orElse(SeenEvent.NOWHERE);
    for (Instant hour : hours(record)) {
      switch (hour(new Hour(region, hour))) {
        case SeenHour.Known(Seen seen) -> {
          if (seen.holds(record.eventId(), record.recipientAccountId())) {
            return new Answer.Yes();
          }
        }
        case SeenHour.Unchecked(String why) -> {
          return new Answer.Unchecked(why);
        }
      }
    }
    return new Answer.No();
  }

  /** Where it stands if it was handled: under its own time, else under that of its handling. */
  private List<Instant> hours(TrailRecord record) {
    return record
        .eventTime()
        .map(time -> List.of(time.truncatedTo(ChronoUnit.HOURS)))
        .orElseGet(() ->
            Stream.iterate(
                    from.truncatedTo(ChronoUnit.HOURS),
                    hour -> !hour.isAfter(now),
                    hour -> hour.plus(1, ChronoUnit.HOURS))
                .toList());
  }

  private SeenHour hour(Hour hour) {
    Seen kept = hours.remove(hour);
    if (kept != null) {
      hours.putLast(hour, kept);
      return new SeenHour.Known(kept);
    }
    SeenHour answer = ledger.seen(hour.region(), hour.begin(), patience);
    if (answer instanceof SeenHour.Known(Seen seen)) {
      hours.putLast(hour, seen);
      makeRoom();
    }
    return answer;
  }

  private void makeRoom() {
    long events = hours.values().stream().mapToLong(Seen::size).sum();
    while (hours.size() > MOST_HOURS || (events > MOST_EVENTS && hours.size() > 1)) {
      events -= hours.pollFirstEntry().getValue().size();
    }
  }
}
