package rolecall.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers alerts whose chains were not known to the end, for a while and so many at most, until
 * somebody takes one to tell what was found since. Thread-safe.
 */
public final class OpenChains {
  /** How long after its alert one is remembered. */
  public static final Duration LASTS = Duration.ofHours(2);

  /** In this many places one may stand, so that there are never more, and nobody must count. */
  static final int PLACES = 128;

  /** The longest record that is kept, in characters: all of them together stay below 4 MB. */
  static final int LONGEST = 24_000;

  private final Visits visits;
  private final InstantSource clock;

  /**
   * @param random gives a new text each time
   */
  public OpenChains(Store store, InstantSource clock, Supplier<String> random) {
    this.visits = new Visits(store, clock, random);
    this.clock = Objects.requireNonNull(clock, "clock is null");
  }

  /** One that is remembered, as it was read. */
  public record Kept(OpenChain chain, Entry entry) {
    public Kept {
      Objects.requireNonNull(chain, "chain is null");
      Objects.requireNonNull(entry, "entry is null");
    }
  }

  /**
   * Remembers one.
   *
   * @param event as in {@code Act}
   * @return false when there is no room for it
   */
  public boolean keep(OpenChain chain, String event, Duration most) throws StoreTrouble {
    if (chain.rec().length() > LONGEST) {
      return false;
    }
    Visit visit = visits.begin(most);
    for (Entry.Place place : places(event)) {
      Optional<Entry> seen = visit.get(place);
      if (seen.filter(visit::isCurrent).isEmpty()
          && visit.put(place, OpenChainJson.write(chain, Optional.empty()), left(chain), seen)) {
        return true;
      }
    }
    return false;
  }

  /** All that nobody holds, the oldest alert first. */
  public List<Kept> all(Duration most) throws StoreTrouble {
    Visit visit = visits.begin(most);
    List<Kept> all = new ArrayList<>();
    for (Entry entry : visit.all(Keys.OPEN_CHAINS)) {
      Optional<Instant> held = Values.read(entry, OpenChainJson::heldUntil);
      if (visit.isCurrent(entry) && held.filter(until -> until.isAfter(visit.now())).isEmpty()) {
        all.add(new Kept(Values.read(entry, OpenChainJson::chain), entry));
      }
    }
    all.sort(Comparator.comparing(kept -> kept.chain().first()));
    return all;
  }

  /** Takes one for so long, so that nobody else tells it; empty when somebody else was faster. */
  public Optional<Kept> take(Kept kept, Duration held, Duration most) throws StoreTrouble {
    return change(kept, Optional.of(clock.instant().plus(held)), most);
  }

  /** It could not be told; anybody may take it again. */
  public boolean release(Kept kept, Duration most) throws StoreTrouble {
    return change(kept, Optional.empty(), most).isPresent();
  }

  /** It is told, or there is no more to tell. */
  public boolean forget(Kept kept, Duration most) throws StoreTrouble {
    return visits.begin(most).remove(kept.entry());
  }

  private Optional<Kept> change(Kept kept, Optional<Instant> heldUntil, Duration most)
      throws StoreTrouble {
    Visit visit = visits.begin(most);
    Entry before = kept.entry();
    String value = OpenChainJson.write(kept.chain(), heldUntil);
    if (!visit.put(before.place(), value, left(kept.chain()), Optional.of(before))) {
      return Optional.empty();
    }
    return Optional.of(
        new Kept(
            kept.chain(),
            new Entry(before.place(), before.version() + 1, value, before.expires())));
  }

  /** However often it is changed, it lasts no longer. */
  private Duration left(OpenChain chain) {
    return Duration.between(clock.instant(), chain.first().plus(LASTS));
  }

  /** Two, so that few are lost to another one in their place while there is room. */
  private static List<Entry.Place> places(String event) {
    String brief = Keys.brief(event);
    return List.of(place(brief.substring(0, 6)), place(brief.substring(6)));
  }

  private static Entry.Place place(String hex) {
    return new Entry.Place(Keys.OPEN_CHAINS, "%03d".formatted(Integer.parseInt(hex, 16) % PLACES));
  }
}
