package rolecall.policy;

import rolecall.finding.PolicyStamp;
import rolecall.record.TrailRecord;

/** A policy ready to judge. Immutable and thread-safe. */
public final class CompiledPolicy implements Judge {
  private final PolicyStamp stamp;

  CompiledPolicy(PolicyStamp stamp) {
    this.stamp = stamp;
  }

  /** Which policy this is. */
  @Override
  public PolicyStamp stamp() {
    return stamp;
  }

  /** Whether some rule reads events of that source and name; the rest need not be read whole. */
  @Override
  public boolean watches(String eventSource, String eventName) {
    return false;
  }

  /** Judges one record. */
  @Override
  public Verdict judge(TrailRecord record) {
    return new Verdict.Ignored();
  }
}
