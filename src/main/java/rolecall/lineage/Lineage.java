package rolecall.lineage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.record.TrailRecord;

/**
 * Traces events back to who stands behind them, with the records of a {@link Gathering}. Records
 * are joined by the key that one issued and another was signed with, and by the id that both copies
 * of a cross-account call carry; never by a name. Immutable and thread-safe.
 */
public final class Lineage {
  private final Index index;

  Lineage(Index index) {
    this.index = Objects.requireNonNull(index, "index is null");
  }

  /** The chain behind a record, which need not be one of those gathered. */
  public Chain trace(TrailRecord record) {
    return trace(Step.of(record));
  }

  /** The chain behind a record of which only this was kept. */
  public Chain trace(Step step) {
    return new Walk(index).from(step);
  }

  /** What was gathered: the records that issue keys, the oldest first. */
  public List<Step> gathered() {
    return index.steps();
  }

  /** That records were left out for want of room, as a sentence; empty when none were. */
  public Optional<String> losses() {
    if (index.dropped() == 0) {
      return Optional.empty();
    }
    String since = index.oldest().map(time -> " from before " + time).orElse("");
    return Optional.of(
        "%d records that issue keys%s were left out, since the newest %d are kept: name fewer logs."
            .formatted(index.dropped(), since, index.steps().size()));
  }
}
