package rolecall.monitor;

/**
 * How much of what should have been handled was.
 *
 * @param expected events that CloudTrail has and the monitor should have met
 * @param handled those of them that it met by itself
 */
public record Coverage(long expected, long handled) {
  /** Of no events. */
  public static final Coverage NONE = new Coverage(0, 0);

  public Coverage {
    if (handled < 0 || handled > expected) {
      throw new IllegalArgumentException(
          "%d events of %d cannot have been handled".formatted(handled, expected));
    }
  }

  /** Events that nobody handled. */
  public long missed() {
    return expected - handled;
  }

  /** From 0 to 1; of no events it is 1, since none was missed. */
  public double share() {
    return expected == 0 ? 1 : (double) handled / expected;
  }

  /** The same of a hundred. */
  public double percent() {
    return expected == 0 ? 100 : 100.0 * handled / expected;
  }

  /** Of both together. */
  public Coverage plus(Coverage other) {
    return new Coverage(expected + other.expected, handled + other.handled);
  }
}
