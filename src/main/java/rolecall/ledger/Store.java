package rolecall.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps small entries that several workers change at once, each by comparing and setting. Reads see
 * every write that was answered before them. Thread-safe.
 */
public interface Store {
  /**
   * The entry at that place; one whose time is over may still be there.
   *
   * @param most how long to wait at most
   * @throws StoreTrouble when the store did not answer
   */
  Optional<Entry> get(Entry.Place place, Duration most) throws StoreTrouble;

  /** All entries of one partition, in the order of their sort keys. */
  List<Entry> all(String partition, Duration most) throws StoreTrouble;

  /**
   * Puts an entry if the place still holds what was read there.
   *
   * @param expected what {@link #get} gave; empty if nothing was there
   * @return whether it was put; false when another worker was faster
   */
  boolean put(Entry entry, Optional<Entry> expected, Duration most) throws StoreTrouble;

  /** Takes an entry away if it is still as it was read. */
  boolean remove(Entry expected, Duration most) throws StoreTrouble;

  /**
   * Makes ready what takes long and asks nobody, such as building a client, so that no limit of
   * time has to hold it. Need not be called.
   */
  default void ready() {}
}
