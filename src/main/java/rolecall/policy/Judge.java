package rolecall.policy;

import rolecall.finding.PolicyStamp;
import rolecall.record.TrailRecord;

/** Says of a record what is wrong with it. Thread-safe: several threads ask at once. */
public interface Judge {
  /** Which policy speaks. */
  PolicyStamp stamp();

  /** Whether some rule reads events of that source and name; the rest need not be read whole. */
  boolean watches(String eventSource, String eventName);

  /** Judges one record. */
  Verdict judge(TrailRecord record);
}
