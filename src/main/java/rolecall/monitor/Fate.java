package rolecall.monitor;

/** What became of one record that the function received: the first that holds. */
public enum Fate {
  /** At least one finding was told. */
  ALERTED,
  /** Every finding was told before, or lies in a quiet window and was counted. */
  REPEATED,
  /** Only rules on trial fired. */
  OBSERVED,
  /** A rule watches it and is content, or an exception excused it. */
  ALLOWED,
  /** Nothing watches it. */
  IGNORED,
  /** It could not be read, or its alert could not go out. */
  FAILED
}
