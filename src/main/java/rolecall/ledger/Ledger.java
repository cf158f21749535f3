package rolecall.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import rolecall.finding.Finding;

/**
 * Sees to it that each rule is told once for an event and once in a quiet window. A claim that is
 * neither confirmed nor released ends by itself, so that a crash costs a second alert and never the
 * first. Thread-safe.
 *
 * <p>Whatever it is asked, it waits for the store as long as it may in all, and gives up at the
 * first trouble.
 */
public final class Ledger {
  private final Store store;
  private final InstantSource clock;
  private final Supplier<String> holders;
  private final LongSupplier nanos;

  /** Whether the store is known to say since when events are noted. */
  private volatile boolean isNoting;

  /**
   * @param holders gives a new random text each time
   */
  public Ledger(Store store, InstantSource clock, Supplier<String> holders) {
    this(store, clock, holders, System::nanoTime);
  }

  /**
   * @param nanos monotonic time in nanoseconds
   */
  Ledger(Store store, InstantSource clock, Supplier<String> holders, LongSupplier nanos) {
    this.store = Objects.requireNonNull(store, "store is null");
    this.clock = Objects.requireNonNull(clock, "clock is null");
    this.holders = Objects.requireNonNull(holders, "holders is null");
    this.nanos = Objects.requireNonNull(nanos, "nanos is null");
  }

  /**
   * Claims a finding before it is told.
   *
   * @param held how long the claim lasts if nobody confirms or releases it
   * @param most how long to wait for the store at most, over all its calls
   */
  public Claim claim(Finding finding, Duration held, Duration most) {
    Token token = new Token(finding, holders.get());
    Visit visit = visit(most);
    Claims claims = new Claims(visit);
    try {
      return switch (claims.take(token, held)) {
        case Claims.Taken.Done() -> new Claim.AlreadyTold();
        case Claims.Taken.Elsewhere() -> new Claim.HeldByAnother();
        case Claims.Taken.Mine(Optional<Claim.Earlier> follows) when !Windows.concern(finding) ->
            new Claim.Held(token, Optional.empty(), follows);
        case Claims.Taken.Mine(Optional<Claim.Earlier> follows) ->
            enter(token, held, follows, visit, claims);
      };
    } catch (StoreTrouble trouble) {
      return new Claim.Unchecked(trouble.getMessage());
    }
  }

  private static Claim enter(
      Token token, Duration held, Optional<Claim.Earlier> follows, Visit visit, Claims claims)
      throws StoreTrouble {
    return switch (new Windows(visit, claims).enter(token, held)) {
      case Windows.Met.Nothing(Optional<Claim.Counted> before) ->
          new Claim.Held(token, before, follows);
      case Windows.Met.Perhaps() -> {
        claims.giveBack(token);
        yield new Claim.HeldByAnother();
      }
      case Windows.Met.Itself() -> {
        claims.end(token, Claimed.State.TOLD);
        yield new Claim.AlreadyTold();
      }
      case Windows.Met.Counted(Opener by, boolean first) -> {
        claims.end(token, Claimed.State.COUNTED);
        if (first) {
          name(token.finding(), by, visit);
        }
        yield new Claim.Repeat();
      }
    };
  }

  private static void name(Finding repeat, Opener opener, Visit visit) {
    try {
      new OpenCounts(visit).name(repeat, opener);
    } catch (StoreTrouble trouble) {
      // It is counted: the next finding of the kind tells of it.
    }
  }

  /** The finding is out. Gives why, when the store could not be told. */
  public Optional<String> confirm(Token token, Duration most) {
    Visit visit = visit(most);
    Claims claims = new Claims(visit);
    Windows windows = new Windows(visit, claims);
    return said(() -> {
      boolean ended = claims.end(token, Claimed.State.TOLD);
      return ended && (!Windows.concern(token.finding()) || windows.confirm(token));
    });
  }

  /** The finding could not go out; anybody may claim it again. */
  public Optional<String> release(Token token, Duration most) {
    Visit visit = visit(most);
    Claims claims = new Claims(visit);
    Windows windows = new Windows(visit, claims);
    return said(() -> {
      claims.giveBack(token);
      return !Windows.concern(token.finding()) || windows.release(token);
    });
  }

  /**
   * Notes that the caller's own copy of a cross-account assumption was judged, and found the caller
   * content.
   *
   * @param event as in {@code Act}: the name that both copies share
   * @param actor who called, as that copy says
   * @return why, when it could not be noted
   */
  public Optional<String> noteCaller(String event, String actor, Duration most) {
    Visit visit = visit(most);
    return said(() -> new CallerNotes(visit).put(event, actor));
  }

  /** Whether the caller's own copy of that event was judged, and who called. */
  public CallerNote callerOf(String event, Duration most) {
    try {
      return new CallerNotes(visit(most)).get(event);
    } catch (StoreTrouble trouble) {
      return new CallerNote.Unchecked(trouble.getMessage());
    }
  }

  /**
   * Windows that were over by then, in event time, with repeats that perhaps nobody was told of.
   */
  public OpenCount.Listed openCounts(Instant before, Duration most) {
    try {
      return new OpenCount.Listed.All(new OpenCounts(visit(most)).over(before));
    } catch (StoreTrouble trouble) {
      return new OpenCount.Listed.Unchecked(trouble.getMessage());
    }
  }

  /** Claims a count before it is told. */
  public OpenCount.Telling claimCount(OpenCount count, Duration held, Duration most) {
    try {
      return new OpenCounts(visit(most)).take(count, holders.get(), held);
    } catch (StoreTrouble trouble) {
      return new OpenCount.Telling.Unchecked(trouble.getMessage());
    }
  }

  /** The count is out. Gives why, when the store could not be told. */
  public Optional<String> confirmCount(OpenCount.Telling.Held telling, Duration most) {
    Visit visit = visit(most);
    return said(() -> new OpenCounts(visit).confirm(telling));
  }

  /** The count could not go out; anybody may tell it. */
  public Optional<String> releaseCount(OpenCount.Telling.Held telling, Duration most) {
    Visit visit = visit(most);
    return said(() -> new OpenCounts(visit).release(telling));
  }

  /**
   * Notes events as handled, so that a later comparison with CloudTrail does not miss them. They
   * are kept for {@link SeenEvent#RETENTION}; older ones are not noted.
   *
   * @param most how long to wait for the store at most, over all its calls; one for each Region and
   *     hour, more for thousands of events
   * @return why, when not all could be noted
   */
  public Optional<String> noteSeen(Collection<SeenEvent> events, Duration most) {
    if (events.isEmpty()) {
      return Optional.empty();
    }
    SeenNotes notes = new SeenNotes(visit(most));
    return said(() -> {
      isNoting = isNoting || notes.begin(events);
      return isNoting && notes.put(events);
    });
  }

  /**
   * The events of one Region and hour that were handled.
   *
   * @param hour any moment of it
   */
  public SeenHour seen(String region, Instant hour, Duration most) {
    try {
      return new SeenHour.Known(new SeenNotes(visit(most)).of(region, hour));
    } catch (StoreTrouble trouble) {
      return new SeenHour.Unchecked(trouble.getMessage());
    }
  }

  /**
   * Since which event time events are noted as handled; what happened before may have been handled
   * unnoted.
   */
  public SeenSince seenSince(Duration most) {
    try {
      return new SeenNotes(visit(most)).since();
    } catch (StoreTrouble trouble) {
      return new SeenSince.Unchecked(trouble.getMessage());
    }
  }

  /** Begins to note events as handled, unless that was begun before, and says since when it is. */
  public SeenSince beginSeen(Duration most) {
    SeenNotes notes = new SeenNotes(visit(most));
    try {
      isNoting = notes.begin();
      return notes.since();
    } catch (StoreTrouble trouble) {
      return new SeenSince.Unchecked(trouble.getMessage());
    }
  }

  private Visit visit(Duration most) {
    store.ready();
    return new Visit(store, clock.instant(), most, nanos, holders);
  }

  private interface Asking {
    boolean succeeded() throws StoreTrouble;
  }

  private static Optional<String> said(Asking asking) {
    try {
      return asking.succeeded()
          ? Optional.empty()
          : Optional.of("too many workers change one entry of the ledger's table at once");
    } catch (StoreTrouble trouble) {
      return Optional.of(trouble.getMessage());
    }
  }
}
