package rolecall.monitor;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What the monitor handled of that which CloudTrail has.
 *
 * @param since where the time begins that was compared
 * @param until where it ends
 * @param places by account and Region, those with the most missed events first
 * @param quiet the earliest of the missed events that break no rule
 * @param moreQuiet how many such events are not listed
 * @param unchecked how many events nobody could compare
 * @param why why not, each reason once
 */
public record Balance(
    Instant since,
    Instant until,
    SequencedMap<Place, Coverage> places,
    List<MissedEvent> quiet,
    long moreQuiet,
    long unchecked,
    List<String> why) {

  /** Where an event was recorded. */
  public record Place(Optional<String> account, String region) {
    public Place {
      Objects.requireNonNull(account, "account is null");
      Objects.requireNonNull(region, "region is null");
    }
  }

  public Balance {
    Objects.requireNonNull(since, "since is null");
    Objects.requireNonNull(until, "until is null");
    places = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(places));
    quiet = List.copyOf(quiet);
    why = List.copyOf(why);
  }

  /** The worst of a place: nothing that it should have met, the monitor handled. */
  public static boolean isBlind(Coverage coverage) {
    return coverage.expected() > 0 && coverage.handled() == 0;
  }

  /** Of all places together. */
  public Coverage whole() {
    return places.values().stream().reduce(Coverage.NONE, Coverage::plus);
  }
}
