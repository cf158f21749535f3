package rolecall.ledger;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The entries that say which events were handled: for each Region and hour of event time a
 * partition, and in it an entry for each time that some were noted, since many workers note at once
 * and none shall wait for another.
 */
final class SeenNotes {
  /** What reads the memory may take its time. */
  private static final Duration LINGER = Duration.ofDays(1);

  /** Longer than anybody runs the monitor; a store wants to know when it may drop an entry. */
  private static final Duration FOR_GOOD = Duration.ofDays(36_500);

  /** Ids in one entry: 96 KB, where DynamoDB takes 400. */
  static final int MOST = 4_500;

  private static final Entry.Place SINCE = new Entry.Place(Keys.SEEN_SINCE, "since");

  private final Visit visit;

  SeenNotes(Visit visit) {
    this.visit = visit;
  }

  /**
   * @return false when others were faster each time
   */
  boolean put(Collection<SeenEvent> events) throws StoreTrouble {
    Map<String, SequencedSet<SeenId>> hours = new LinkedHashMap<>();
    Instant oldest = visit.now().minus(SeenEvent.RETENTION);
    for (SeenEvent event : events) {
      if (!event.time().isBefore(oldest)) {
        hours
            .computeIfAbsent(
                Keys.seenPartition(event.region(), event.time()), _ -> new LinkedHashSet<>())
            .add(SeenId.of(event.id(), event.account()));
      }
    }
    boolean all = true;
    for (Map.Entry<String, SequencedSet<SeenId>> hour : hours.entrySet()) {
      List<SeenId> ids = List.copyOf(hour.getValue());
      for (int from = 0; from < ids.size(); from += MOST) {
        String value = value(ids.subList(from, Math.min(ids.size(), from + MOST)));
        all &= add(hour.getKey(), value);
      }
    }
    return all;
  }

  private boolean add(String partition, String value) throws StoreTrouble {
    for (int i = 0; i < Visit.TRIES; i++) {
      Entry.Place place = new Entry.Place(partition, visit.random());
      if (visit.put(place, value, SeenEvent.RETENTION.plus(LINGER), Optional.empty())) {
        return true;
      }
    }
    return false;
  }

  /** What was handled is so for good, also where the store may drop the entry. */
  Seen of(String region, Instant hour) throws StoreTrouble {
    List<byte[]> packed = new ArrayList<>();
    for (Entry entry : visit.all(Keys.seenPartition(region, hour))) {
      packed.add(Values.read(entry, value -> ids(value.get("ids").text().orElseThrow())));
    }
    return new Seen(packed);
  }

  private static String value(List<SeenId> ids) {
    ByteBuffer bytes = ByteBuffer.allocate(ids.size() * SeenId.BYTES);
    ids.forEach(id -> id.putInto(bytes));
    String text = Base64.getEncoder().encodeToString(bytes.array());
    return Values.write(json -> json.writeStringField("ids", text));
  }

  private static byte[] ids(String text) {
    byte[] packed = Base64.getDecoder().decode(text);
    if (packed.length % SeenId.BYTES != 0) {
      throw new IllegalArgumentException("an id is cut short");
    }
    return packed;
  }

  /**
   * Says, if nobody did, that from now on events are noted.
   *
   * @return false when others were faster each time
   */
  boolean begin() throws StoreTrouble {
    return begin(visit.now());
  }

  /**
   * The same with these events as the first, which happened a little before they were handled. What
   * is older than a day comes from log files and says nothing of the time since.
   */
  boolean begin(Collection<SeenEvent> first) throws StoreTrouble {
    Instant dayAgo = visit.now().minus(Duration.ofDays(1));
    return begin(
        first.stream()
            .map(SeenEvent::time)
            .filter(time -> time.isAfter(dayAgo) && time.isBefore(visit.now()))
            .min(Comparator.naturalOrder())
            .orElse(visit.now()));
  }

  private boolean begin(Instant since) throws StoreTrouble {
    for (int i = 0; i < Visit.TRIES; i++) {
      if (visit.get(SINCE).isPresent()
          || visit.put(
              SINCE,
              Values.write(json -> json.writeStringField("since", since.toString())),
              FOR_GOOD,
              Optional.empty())) {
        return true;
      }
    }
    return false;
  }

  SeenSince since() throws StoreTrouble {
    Optional<Entry> seen = visit.get(SINCE);
    if (seen.isEmpty()) {
      return new SeenSince.Never();
    }
    Instant began = Values.read(seen.get(), value -> Values.instant(value.get("since")));
    Instant oldest = visit.now().minus(SeenEvent.RETENTION);
    return new SeenSince.Known(began.isAfter(oldest) ? began : oldest);
  }
}
