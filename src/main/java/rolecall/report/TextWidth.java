package rolecall.report;

/**
 * How many columns of a terminal a text takes: two for East Asian wide characters and emoji, one
 * for the rest. Combining marks count as one too, so a text may be narrower than said, never wider.
 */
final class TextWidth {
  /** Three bytes in every encoding, so that a row is as wide in bytes as in columns. */
  private static final String DOTS = "...";

  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** The text cut to at most {@code columns} columns; three dots stand for what was cut off. */
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    int room = columns - of(DOTS);
    if (room < 0) {
      return "";
    }
    int end = 0;
    while (end < text.length() && room >= of(text.codePointAt(end))) {
      room -= of(text.codePointAt(end));
      end += Character.charCount(text.codePointAt(end));
    }
    return text.substring(0, end).stripTrailing() + DOTS;
  }

  /** The text with blanks after it, up to {@code columns} columns. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  private static int of(int point) {
    return isWide(point) ? 2 : 1;
  }

  private static boolean isWide(int point) {
    if (point < 0x1100) {
      return false;
    }
    return Character.isEmojiPresentation(point)
        || between(point, 0x1100, 0x115F)
        || between(point, 0x2E80, 0x303E)
        || between(point, 0x3041, 0xA4CF)
        || between(point, 0xA960, 0xA97F)
        || between(point, 0xAC00, 0xD7A3)
        || between(point, 0xF900, 0xFAFF)
        || between(point, 0xFE30, 0xFE6F)
        || between(point, 0xFF00, 0xFF60)
        || between(point, 0xFFE0, 0xFFE6)
        || between(point, 0x1F300, 0x1F64F)
        || between(point, 0x1F680, 0x1FAFF)
        || between(point, 0x20000, 0x3FFFD);
  }

  private static boolean between(int point, int first, int last) {
    return point >= first && point <= last;
  }
}
