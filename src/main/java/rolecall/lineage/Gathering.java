package rolecall.lineage;

import java.util.Objects;
import java.util.TreeSet;
import rolecall.record.TrailRecord;

/**
 * Takes records, in any order and any number, and keeps of those that issue keys what a chain
 * needs. When there are more than fit, the newest stay, so what is kept does not depend on the
 * order either. Thread-safe.
 */
public final class Gathering {
  /** Some 300 MB of them. */
  public static final int MOST = 200_000;

  private final int most;
  private final SharedSteps parts = new SharedSteps();
  private final TreeSet<Step> steps = new TreeSet<>(Step.ORDER);
  private long dropped;

  /** Keeps up to {@link #MOST} records. */
  public Gathering() {
    this(MOST);
  }

  /**
   * @param most how many records to keep, at least one
   */
  public Gathering(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most is below 1");
    }
    this.most = most;
  }

  /** Takes one more record. */
  public void add(TrailRecord record) {
    Objects.requireNonNull(record, "record is null");
    Shelf.place(record).ifPresent(this::keep);
  }

  private synchronized void keep(Step step) {
    if (steps.add(parts.one(step)) && steps.size() > most) {
      steps.pollFirst();
      dropped++;
    }
  }

  /** What can be traced with the records so far. */
  public synchronized Lineage lineage() {
    return new Lineage(new Index(steps, dropped));
  }
}
