package rolecall.monitor;

import java.time.Duration;
import rolecall.record.TrailRecord;

/** One of the two times that each event is compared. */
enum Look {
  /** When CloudTrail should list it: most events are there within 15 minutes. */
  FIRST("", Duration.ofMinutes(15)),
  /** For what CloudTrail listed later than that. What was handled counted the first time. */
  SECOND("/again", Duration.ofHours(24));

  private final String suffix;
  private final Duration lag;

  Look(String suffix, Duration lag) {
    this.suffix = suffix;
    this.lag = lag;
  }

  /** How old events are when they are looked at. */
  Duration lag() {
    return lag;
  }

  /** What a Region's state of this look is kept under. */
  String key(String region) {
    return region + suffix;
  }

  /** Whether a state of this look is kept there. */
  boolean isKey(String key) {
    return key.endsWith(SECOND.suffix) == (this == SECOND);
  }

  /** Counts what this look found of a record. */
  void count(TrailRecord record, Compared compared, Coverages coverages) {
    if (this == FIRST || compared instanceof Compared.Missed) {
      coverages.count(record, compared);
    }
  }
}
