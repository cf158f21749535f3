package rolecall.lineage;

import java.util.List;
import java.util.TreeSet;
import rolecall.record.TrailRecord;

/**
 * Remembers records that issue keys. When there are more than fit, the newest stay. Thread-safe.
 */
final class Heard {
  private final int most;
  private final TreeSet<Step> steps = new TreeSet<>(Step.ORDER);
  private final Shelf shelf = new Shelf();

  /**
   * @param most how many records to keep, at least one
   */
  Heard(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most is below 1");
    }
    this.most = most;
  }

  void add(TrailRecord record) {
    Shelf.place(record).ifPresent(this::keep);
  }

  private synchronized void keep(Step step) {
    if (!steps.add(step)) {
      return;
    }
    shelf.put(step);
    if (steps.size() > most) {
      shelf.remove(steps.pollFirst());
    }
  }

  /** The records that issued or handed out the key. */
  synchronized List<Step> naming(String key) {
    return shelf.naming(key);
  }

  /** The records with that shared event id that name their caller. */
  synchronized List<Step> sharing(String id) {
    return shelf.sharing(id);
  }

  synchronized int size() {
    return steps.size();
  }
}
