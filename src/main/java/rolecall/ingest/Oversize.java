package rolecall.ingest;

/** Passes over a value that is too large to take as a whole, without keeping it. */
final class Oversize {
  /** How it ended. */
  enum End {
    /** The window stands behind the value. */
    PASSED,
    /** The window stands at a control character inside a string. */
    BROKEN,
    /** The input ended first. */
    CUT
  }

  private final Window window;

  Oversize(Window window) {
    this.window = window;
  }

  /** Passes over the object, array or string that begins at the window's position. */
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
}
