package rolecall.ingest;

/** Says which records somebody wants to judge. Thread-safe, quick, without side effects. */
@FunctionalInterface
public interface EventFilter {
  /**
   * Whether a record with these two values must be read whole.
   *
   * @param eventSource as CloudTrail writes it: {@code sts.amazonaws.com}
   * @param eventName as CloudTrail writes it, letter case kept: {@code AssumeRole}
   */
  boolean watches(String eventSource, String eventName);
}
