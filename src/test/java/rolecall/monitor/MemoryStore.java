package rolecall.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rolecall.ledger.Entry;
import rolecall.ledger.Store;
import rolecall.ledger.StoreTrouble;

/** A store in the memory, which can be down, and counts what is put. */
final class MemoryStore implements Store {
  private final Map<String, Entry> entries = new TreeMap<>();
  private boolean down;
  private int puts;
  private Optional<Entry> faster = Optional.empty();

  void setDown(boolean isDown) {
    down = isDown;
  }

  /** Another worker puts that entry just before the next one is put. */
  void setFaster(Entry entry) {
    faster = Optional.of(entry);
  }

  int puts() {
    return puts;
  }

  private void answer() throws StoreTrouble {
    if (down) {
      throw new StoreTrouble("the table rolecall-told did not answer (timeout)", null);
    }
  }

  private static String key(Entry.Place place) {
    return place.partition() + "|" + place.sort();
  }

  @Override
  public Optional<Entry> get(Entry.Place place, Duration most) throws StoreTrouble {
    answer();
    return Optional.ofNullable(entries.get(key(place)));
  }

  @Override
  public List<Entry> all(String partition, Duration most) throws StoreTrouble {
    answer();
    List<Entry> found = new ArrayList<>();
    entries.values().stream()
        .filter(e -> e.place().partition().equals(partition))
        .forEach(found::add);
    return found;
  }

  @Override
  public boolean put(Entry entry, Optional<Entry> expected, Duration most) throws StoreTrouble {
    answer();
    faster.ifPresent(other -> entries.put(key(other.place()), other));
    faster = Optional.empty();
    if (!Optional.ofNullable(entries.get(key(entry.place()))).equals(expected)) {
      return false;
    }
    entries.put(key(entry.place()), entry);
    puts++;
    return true;
  }

  @Override
  public boolean remove(Entry expected, Duration most) throws StoreTrouble {
    answer();
    return entries.remove(key(expected.place()), expected);
  }
}
