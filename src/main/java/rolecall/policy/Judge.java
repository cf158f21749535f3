package rolecall.policy;

import rolecall.finding.PolicyStamp;
import rolecall.record.TrailRecord;

/** Judges records. Immutable and thread-safe. */
public interface Judge {
  /** Which policy judges. */
  PolicyStamp stamp();

  /**
   * Whether some rule reads events of that source and name; the rest need not be read whole.
   *
   * @param eventSource as CloudTrail writes it: {@code sts.amazonaws.com}
   * @param eventName as CloudTrail writes it, letter case kept: {@code AssumeRole}
   */
  boolean watches(String eventSource, String eventName);

  /** Judges one record; never throws for what stands in it. */
  Verdict judge(TrailRecord record);
}
