package rolecall.pattern;

import java.math.BigDecimal;

/**
 * The value of a JSON number, as far as Event Ruler compares it: exactly what a double holds. A
 * number with more digits than that has no value; it equals only a number written the same.
 */
final class NumberText {
  /** Stands for "no value"; compares false with everything, itself too. */
  static final double NOT_COMPARABLE = Double.NaN;

  /** Every whole number of so many digits is exactly a double. */
  private static final int SHORT = 15;

  private NumberText() {}

  /** The number's value, or {@link #NOT_COMPARABLE}. Minus zero is zero. */
  static double value(String literal) {
    int length = literal.length();
    boolean negative = length > 0 && literal.charAt(0) == '-';
    int from = negative ? 1 : 0;
    if (length == from || length - from > SHORT) {
      return exact(literal);
    }
    long whole = 0;
    for (int i = from; i < length; i++) {
      int digit = literal.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return exact(literal);
      }
      whole = whole * 10 + digit;
    }
    return negative ? -whole : whole;
  }

  private static double exact(String literal) {
    try {
      BigDecimal written = new BigDecimal(literal);
      double nearest = written.doubleValue();
      return Double.isInfinite(nearest) || BigDecimal.valueOf(nearest).compareTo(written) != 0
          ? NOT_COMPARABLE
          : nearest;
    } catch (NumberFormatException beyondEveryScale) {
      return NOT_COMPARABLE;
    }
  }
}
