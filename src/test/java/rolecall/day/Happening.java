package rolecall.day;

import java.time.Instant;
import java.util.Map;

/** Something that CloudTrail records once. */
@FunctionalInterface
interface Happening {
  /** The record of it, were it to happen at {@code time}. */
  Map<String, Object> recordAt(Instant time, Draw draw);
}
