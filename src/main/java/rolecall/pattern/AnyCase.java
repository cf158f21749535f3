package rolecall.pattern;

import java.util.Locale;

/**
 * A text compared in any letter case, the way Event Ruler does it: every UTF-16 character of the
 * pattern stands for its lower and its upper case, whatever their lengths. So {@code ß} takes
 * {@code ß} and {@code SS}, and {@code k} does not take the Kelvin sign. Immutable and thread-safe.
 */
final class AnyCase {
  private final String[] lower;
  private final String[] upper;
  private final boolean oneForOne;

  AnyCase(String text) {
    int length = text.length();
    lower = new String[length];
    upper = new String[length];
    boolean single = true;
    for (int i = 0; i < length; i++) {
      String letter = text.substring(i, i + 1);
      lower[i] = letter.toLowerCase(Locale.ROOT);
      upper[i] = letter.toUpperCase(Locale.ROOT);
      single &= lower[i].length() == 1 && upper[i].length() == 1;
    }
    oneForOne = single;
  }

  boolean equalTo(String text) {
    return (!oneForOne || text.length() == lower.length) && endOfMatch(text) == text.length();
  }

  /** Whether the text begins so. */
  boolean begins(String text) {
    return endOfMatch(text) >= 0;
  }

  /** Whether the text ends so. */
  boolean ends(String text) {
    int at = text.length();
    for (int i = lower.length - 1; i >= 0; i--) {
      if (text.startsWith(lower[i], at - lower[i].length())) {
        at -= lower[i].length();
      } else if (text.startsWith(upper[i], at - upper[i].length())) {
        at -= upper[i].length();
      } else {
        return false;
      }
    }
    return true;
  }

  private int endOfMatch(String text) {
    int at = 0;
    for (int i = 0; i < lower.length; i++) {
      if (text.startsWith(lower[i], at)) {
        at += lower[i].length();
      } else if (text.startsWith(upper[i], at)) {
        at += upper[i].length();
      } else {
        return -1;
      }
    }
    return at;
  }
}
