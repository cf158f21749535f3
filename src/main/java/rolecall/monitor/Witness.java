package rolecall.monitor;

import rolecall.finding.Input;
import rolecall.record.TrailRecord;

/** Sees every record that a scan judges. Several threads may call at once. */
@FunctionalInterface
interface Witness {
  /** Nobody looks. */
  Witness NONE = (_, _) -> {};

  /** A record, before it is judged, and where it stands. */
  void see(TrailRecord record, Input input);
}
