package rolecall.ingest;

/** Passes over a value that is too large to take as a whole, without keeping it. */
final class Oversize {
  /** How it ended. */
  enum End {
    /** The window stands behind the value. */
    PASSED,
    /** The window stands at a control character inside a string. */
    BROKEN,
    /** The window stands at a line break, and behind it begins what looks like the next value. */
    NEXT_LINE,
    /** The input ended first. */
    CUT
  }

  /** Bounds how often a value is taken up again, since each time costs a window full of it. */
  private static final int MOST_EARLY_ENDS = 16;

  private static final int LOOK_AHEAD = 256;

  private final Window window;
  private int earlyEnds;

  Oversize(Window window) {
    this.window = window;
  }

  /**
   * Passes over the object, array or string that begins at the window's position. Brackets that are
   * never closed must not hide the lines behind theirs.
   */
  End pass() {
    long depth = 0;
    boolean string = false;
    boolean escaped = false;
    do {
      byte[] bytes = window.bytes;
      for (int p = window.position; p < window.limit; p++) {
        byte b = bytes[p];
        if (string) {
          if (b >= 0 && b < ' ') {
            window.position = p;
            return End.BROKEN;
          }
          string = escaped || b != '"';
          escaped = !escaped && b == '\\';
        } else if (b == '"') {
          string = true;
        } else if (b == '\n' && earlyEnds < MOST_EARLY_ENDS) {
          window.position = p;
          window.lookAhead(LOOK_AHEAD);
          bytes = window.bytes;
          p = window.position;
          if (isObjectAt(p + 1)) {
            earlyEnds++;
            return End.NEXT_LINE;
          }
        } else if (b == '{' || b == '[') {
          depth++;
        } else if (b == '}' || b == ']') {
          depth--;
        }
        if (depth <= 0 && !string) {
          window.position = p + 1;
          return End.PASSED;
        }
      }
      window.position = window.limit;
    } while (window.more());
    return End.CUT;
  }

  /** A value that is written over several lines is indented, so this is the next one. */
  private boolean isObjectAt(int place) {
    return window.bytes[place] == '{'
        && window.bytes[Structure.skipSpace(window.bytes, place + 1)] == '"';
  }
}
