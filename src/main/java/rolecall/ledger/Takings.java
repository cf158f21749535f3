package rolecall.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Remembers whose acts the takings of a role were, by who took it as the record names them: a name
 * that more than one may use. So it answers only where all takings about that time were one
 * actor's. Thread-safe.
 */
public final class Takings {
  /** A console switch is recorded a second or two after the assumption that is the same act. */
  private static final Duration BEFORE = Duration.ofMinutes(1);

  private static final Duration AFTER = Duration.ofSeconds(5);

  private static final String SORT = "taking";

  private final Visits visits;

  /**
   * @param random gives a new text each time
   */
  public Takings(Store store, InstantSource clock, Supplier<String> random) {
    this.visits = new Visits(store, clock, random);
  }

  /**
   * One taking.
   *
   * @param by who took it, as the record names them
   * @param role which role
   * @param at event time
   */
  public record Taking(String by, String role, Instant at) {
    public Taking {
      Objects.requireNonNull(by, "by is null");
      Objects.requireNonNull(role, "role is null");
      Objects.requireNonNull(at, "at is null");
    }

    private Entry.Place minute(Instant time) {
      return new Entry.Place(
          Keys.takingPartition(by, role, time.truncatedTo(ChronoUnit.MINUTES)), SORT);
    }
  }

  /**
   * Keeps whose act it was.
   *
   * @return false when others were faster each time
   */
  public boolean note(Taking taking, String actor, Duration most) throws StoreTrouble {
    Visit visit = visits.begin(most);
    Entry.Place place = taking.minute(taking.at());
    for (int i = 0; i < Visit.TRIES; i++) {
      Optional<Entry> seen = visit.get(place);
      Set<String> actors = new HashSet<>(seen.isPresent() ? actors(visit, seen.get()) : Set.of());
      // Two are as good as many.
      if (actors.size() > 1
          || !actors.add(Keys.bounded(actor))
          || visit.put(place, write(actors), Claims.RETENTION, seen)) {
        return true;
      }
    }
    return false;
  }

  /** Whose act it was, as takings about that time tell; empty where none or more than one does. */
  public Optional<String> actorOf(Taking taking, Duration most) throws StoreTrouble {
    Visit visit = visits.begin(most);
    Set<String> actors = new HashSet<>();
    for (Entry.Place place : about(taking)) {
      Optional<Entry> seen = visit.get(place);
      if (seen.isPresent()) {
        actors.addAll(actors(visit, seen.get()));
      }
    }
    return actors.size() == 1 ? actors.stream().findFirst() : Optional.empty();
  }

  private static List<Entry.Place> about(Taking taking) {
    return Stream.of(taking.at().minus(BEFORE), taking.at(), taking.at().plus(AFTER))
        .map(taking::minute)
        .distinct()
        .toList();
  }

  private static Set<String> actors(Visit visit, Entry entry) throws StoreTrouble {
    return visit.isCurrent(entry)
        ? Values.read(
            entry,
            value ->
                value.get("actors").items().stream()
                    .map(actor -> actor.text().orElseThrow())
                    .collect(Collectors.toSet()))
        : Set.of();
  }

  private static String write(Set<String> actors) {
    return Values.write(json -> {
      json.writeArrayFieldStart("actors");
      for (String actor : actors) {
        json.writeString(actor);
      }
      json.writeEndArray();
    });
  }
}
