package rolecall.ingest;

import rolecall.record.TrailRecord;

/**
 * Takes what one input holds, in the order in which it stands there. One call of {@link #ignored},
 * {@link #record} or {@link #unreadable} for every record, so that their number is the number of
 * records: a stretch whose records cannot be told apart counts as one. {@link #skipped} for what is
 * no record. Called by one thread at a time.
 */
public interface RecordSink {
  /** A record that the filter does not watch, or an Insight record. */
  void ignored();

  /**
   * A record to judge.
   *
   * @param number its place in the input, counted from 0 over all records, ignored ones included
   */
  void record(TrailRecord record, long number);

  /** Input that was lost: one record, or as much of the input as could not be told apart. */
  void unreadable(Unreadable lost);

  /**
   * Something that is whole, and no record: a digest, a notice that points elsewhere, a heartbeat.
   *
   * @param why in a person's words: {@code "a CloudTrail digest"}
   */
  void skipped(String why);

  /**
   * A notice that points to a log in S3. Skipped by who reads no S3.
   *
   * @param why the notice in a person's words
   */
  default void elsewhere(LogObject object, String why) {
    skipped(why);
  }

  /**
   * A notice that should point to a log in S3 and does not say where. Skipped by who reads no S3.
   *
   * @param what the notice in a person's words
   */
  default void misdirected(String what, Unreadable lost) {
    skipped(what);
  }

  /**
   * An event that a schedule sent. Skipped by who does nothing on schedule.
   *
   * @param why the event in a person's words
   */
  default void scheduled(Schedule schedule, String why) {
    skipped(why);
  }

  /** The input is whole and has nothing in it; then nothing else is called for it. */
  void empty();
}
