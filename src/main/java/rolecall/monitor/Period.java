package rolecall.monitor;

import java.time.Instant;
import java.util.Optional;
import rolecall.record.TrailRecord;

/**
 * The time that a scan is asked about.
 *
 * @param since its first moment; empty for no beginning
 * @param until the first moment after it; empty for no end
 */
record Period(Optional<Instant> since, Optional<Instant> until) {
  /** Whether such a record is asked about. One whose time is unknown always is. */
  boolean holds(TrailRecord record) {
    if (since.isEmpty() && until.isEmpty()) {
      return true;
    }
    Optional<Instant> time = record.eventTime();
    boolean early = time.flatMap(t -> since.filter(t::isBefore)).isPresent();
    boolean late = time.flatMap(t -> until.filter(end -> !t.isBefore(end))).isPresent();
    return !early && !late;
  }
}
