package rolecall.pattern;

/** Kleene's three values: what a record cannot tell is neither held nor not held. */
public enum Truth {
  /** Certainly not. */
  NO,
  /** The record cannot tell. */
  UNKNOWN,
  /** Certainly. */
  YES;

  /** {@link #YES} or {@link #NO}. */
  public static Truth of(boolean value) {
    return value ? YES : NO;
  }

  /** The lesser of the two. */
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The greater of the two. */
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The opposite; of {@link #UNKNOWN} itself. */
  public Truth not() {
    return switch (this) {
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
      case YES -> NO;
    };
  }
}
