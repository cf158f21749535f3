package rolecall.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A store for when there is no table: it knows what this process told, as long as it lives. When it
 * is full it drops what is over, else what was put longest ago. Thread-safe.
 */
public final class MemoryStore implements Store {
  private final InstantSource clock;
  private final int most;
  private final SequencedMap<Entry.Place, Entry> entries = new LinkedHashMap<>();

  /**
   * @param most how many entries to keep, at least one
   */
  public MemoryStore(InstantSource clock, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("a store must keep at least one entry, not " + most);
    }
    this.clock = Objects.requireNonNull(clock, "clock is null");
    this.most = most;
  }

  @Override
  public synchronized Optional<Entry> get(Entry.Place place, Duration patience) {
    return Optional.ofNullable(entries.get(place));
  }

  @Override
  public synchronized List<Entry> all(String partition, Duration patience) {
    return entries.values().stream()
        .filter(entry -> entry.place().partition().equals(partition))
        .sorted(Comparator.comparing(entry -> entry.place().sort()))
        .toList();
  }

  @Override
  public synchronized boolean put(Entry entry, Optional<Entry> expected, Duration patience) {
    if (!stands(entry.place(), expected)) {
      return false;
    }
    entries.remove(entry.place());
    if (entries.size() >= most) {
      makeRoom();
    }
    entries.put(entry.place(), entry);
    return true;
  }

  @Override
  public synchronized boolean remove(Entry expected, Duration patience) {
    return stands(expected.place(), Optional.of(expected))
        && entries.remove(expected.place()) != null;
  }

  private boolean stands(Entry.Place place, Optional<Entry> expected) {
    return Optional.ofNullable(entries.get(place))
        .map(Entry::version)
        .equals(expected.map(Entry::version));
  }

  private void makeRoom() {
    entries.values().removeIf(entry -> !entry.expires().isAfter(clock.instant()));
    if (entries.size() >= most) {
      entries.pollFirstEntry();
    }
  }
}
