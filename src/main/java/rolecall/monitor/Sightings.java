package rolecall.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import rolecall.finding.Input;
import rolecall.lineage.Gathering;
import rolecall.lineage.Lineage;
import rolecall.record.TrailRecord;

/** Keeps the records of one event id, and a few ids that begin like it. Thread-safe. */
final class Sightings implements Witness {
  /** How much of an id must be the same for it to be meant, perhaps. */
  private static final int ALIKE = 6;

  private static final int MOST_NEAR = 3;

  /** A record and where it stands. */
  record Sighting(TrailRecord record, Input input) {}

  private static final Comparator<Sighting> ORDER =
      Comparator.comparing((Sighting s) -> s.record().eventTime().orElse(Instant.MAX))
          .thenComparing(s -> s.input().file())
          .thenComparingLong(s -> s.input().record());

  private final String eventId;
  private final List<Sighting> found = new ArrayList<>();
  private final Map<Input, String> actors = new HashMap<>();
  private Lineage lineage = new Gathering().lineage();
  private final NavigableSet<String> near = new TreeSet<>();

  Sightings(String eventId) {
    this.eventId = Objects.requireNonNull(eventId, "eventId is null");
  }

  @Override
  public void judging(TrailRecord record, Input input) {
    String id = record.eventId();
    if (id.equals(eventId)) {
      keep(new Sighting(record, input));
    } else if (isAlike(id)) {
      keepNear(id);
    }
  }

  private boolean isAlike(String id) {
    int length = Math.min(eventId.length(), ALIKE);
    return length >= 4 && id.regionMatches(true, 0, eventId, 0, length);
  }

  private synchronized void keep(Sighting sighting) {
    found.add(sighting);
    actors.put(sighting.input(), "");
  }

  @Override
  public synchronized void read(Lineage whole) {
    lineage = whole;
  }

  /** What can be traced with what was read; nothing before all is. */
  synchronized Lineage lineage() {
    return lineage;
  }

  @Override
  public synchronized void settling(Input where, String actor) {
    actors.replace(where, actor);
  }

  /** Who did what stands there; of nothing that breaks a rule. */
  synchronized String actorOf(Input where) {
    return actors.getOrDefault(where, "");
  }

  /** Of very many those that share most, and of these the first of the alphabet. */
  private synchronized void keepNear(String id) {
    near.add(id);
    if (near.size() > MOST_NEAR) {
      near.remove(farthest());
    }
  }

  private String farthest() {
    String farthest = near.getFirst();
    for (String id : near) {
      if (shared(id) <= shared(farthest)) {
        farthest = id;
      }
    }
    return farthest;
  }

  private int shared(String id) {
    int length = 0;
    while (length < Math.min(id.length(), eventId.length())
        && Character.toLowerCase(id.charAt(length))
            == Character.toLowerCase(eventId.charAt(length))) {
      length++;
    }
    return length;
  }

  /** By event time, then by place. */
  synchronized List<Sighting> found() {
    return found.stream().sorted(ORDER).toList();
  }

  synchronized List<String> near() {
    return List.copyOf(near);
  }
}
