package rolecall.monitor;

import java.util.SequencedMap;

/** Where the function writes down what it does. Thread-safe. */
public interface Journal {
  /** How much a person must care. */
  enum Level {
    /** All is well. */
    INFO,
    /** Something is not as it should be, and nothing is lost. */
    WARN,
    /** Something must be mended by a person. */
    ERROR
  }

  /**
   * Writes one line.
   *
   * @param what what happened, one of a few fixed texts: {@code alert published}
   * @param details by name, such as {@code eventId}; texts of a caller's choice among them, secrets
   *     never
   */
  void write(Level level, String what, SequencedMap<String, String> details);
}
