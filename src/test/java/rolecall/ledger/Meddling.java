package rolecall.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A store in which other workers get between any two calls, and which sometimes says of a change
 * that it failed though it was made, as when an answer is lost and the call is tried again.
 */
final class Meddling implements Store {
  private static final int DEEP = 3;

  private final Store store;
  private final RandomGenerator random;
  private Runnable others = () -> {};
  private int depth;

  Meddling(Store store, RandomGenerator random) {
    this.store = store;
    this.random = random;
  }

  /** What another worker does between two calls. */
  void between(Runnable work) {
    others = work;
  }

  private void meddle() {
    if (depth < DEEP && random.nextInt(6) == 0) {
      depth++;
      others.run();
      depth--;
    }
  }

  private boolean answered(boolean done) {
    return done && random.nextInt(10) > 0;
  }

  @Override
  public Optional<Entry> get(Entry.Place place, Duration most) throws StoreTrouble {
    meddle();
    return store.get(place, most);
  }

  @Override
  public List<Entry> all(String partition, Duration most) throws StoreTrouble {
    meddle();
    return store.all(partition, most);
  }

  @Override
  public boolean put(Entry entry, Optional<Entry> expected, Duration most) throws StoreTrouble {
    meddle();
    return answered(store.put(entry, expected, most));
  }

  @Override
  public boolean remove(Entry expected, Duration most) throws StoreTrouble {
    meddle();
    return answered(store.remove(expected, most));
  }
}
