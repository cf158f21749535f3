package rolecall.lineage;

import java.time.Duration;
import java.util.Objects;
import rolecall.record.TrailRecord;

/** Traces one record after the other, and may ask for records that are not at hand. */
public interface Tracer {
  /** Keeps a record that issues keys, for later chains. Asks nobody. */
  void hear(TrailRecord record);

  /**
   * The chain behind a record as far as it can be told in that time. Throws for nothing that comes
   * of asking: what could not be asked is why the chain ends.
   *
   * @param most how long to ask at most; zero to ask nobody
   */
  Traced trace(TrailRecord record, Duration most);

  /**
   * What came of it.
   *
   * @param open whether asking again later may tell more: nobody could be asked in time, or the
   *     record that is missing may be too young to be found
   */
  record Traced(Chain chain, boolean open) {
    public Traced {
      Objects.requireNonNull(chain, "chain is null");
    }
  }
}
