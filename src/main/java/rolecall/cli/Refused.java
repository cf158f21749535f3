package rolecall.cli;

/**
 * What was asked for cannot be done, and nothing was scanned. The message says what, where, why and
 * the fix.
 */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean usage;

  private Refused(String message, boolean usage, Throwable cause) {
    super(message, cause);
    this.usage = usage;
  }

  /** The words on the command line are wrong. */
  static Refused usage(String message) {
    return new Refused(message, true, null);
  }

  /** A file that the command line names cannot be used. */
  static Refused file(String message, Throwable cause) {
    return new Refused(message, false, cause);
  }

  /** Whether the help would say how to do better. */
  boolean isUsage() {
    return usage;
  }
}
