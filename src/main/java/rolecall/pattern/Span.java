package rolecall.pattern;

/**
 * Two bounds of one truth in an {@code int}, so that judging makes no objects: the least it can be,
 * and the most. They differ where fields stand in several objects of one array.
 */
final class Span {
  private static final Truth[] TRUTHS = {Truth.NO, Truth.UNKNOWN, Truth.YES};
  private static final int MOST = 3;
  private static final int LEAST = MOST << 2;

  static final int NO = of(Truth.NO, Truth.NO);
  static final int YES = of(Truth.YES, Truth.YES);
  static final int UNKNOWN = of(Truth.UNKNOWN, Truth.UNKNOWN);

  private Span() {}

  static int of(Truth least, Truth most) {
    return (rank(least) << 2) | rank(most);
  }

  private static int rank(Truth truth) {
    return switch (truth) {
      case NO -> 0;
      case UNKNOWN -> 1;
      case YES -> 2;
    };
  }

  static Truth least(int span) {
    return TRUTHS[span >> 2];
  }

  static Truth most(int span) {
    return TRUTHS[span & MOST];
  }

  static int and(int a, int b) {
    return Math.min(a & LEAST, b & LEAST) | Math.min(a & MOST, b & MOST);
  }

  static int or(int a, int b) {
    return Math.max(a & LEAST, b & LEAST) | Math.max(a & MOST, b & MOST);
  }
}
