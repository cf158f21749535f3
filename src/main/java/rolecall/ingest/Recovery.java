package rolecall.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the place behind broken input where the next value surely begins. That is a brace followed
 * by the key that the broken record began with: no JSON string can hold that, because its quotes
 * would be escaped. Between the values of a file it is also a line break, where lines are values.
 */
final class Recovery {
  /** What else than the key marks the next value. */
  enum Lines {
    /** Nothing: inside an array a line break proves nothing. */
    NONE,
    /** A line that begins with an object, or with an array of objects. */
    BEGINNING_A_VALUE,
    /** Any line. */
    ANY
  }

  private static final byte[] USUAL_KEY = "\"eventVersion\"".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_KEY = 64;
  private static final int LOOK_AHEAD = 256;

  private final Window window;
  private byte[] key = USUAL_KEY;

  Recovery(Window window) {
    this.window = window;
  }

  /** Starts over with another input. */
  void open() {
    key = USUAL_KEY;
  }

  /** Remembers the first key of the object at the window's position, when it has a plain one. */
  void rememberKey() {
    byte[] bytes = window.bytes;
    int from = Structure.skipSpace(bytes, window.position + 1);
    if (bytes[window.position] != '{' || bytes[from] != '"') {
      return;
    }
    int to = Structure.firstSpecial(bytes, from + 1);
    if (to < window.limit && bytes[to] == '"' && to - from < LONGEST_KEY) {
      key = Arrays.copyOfRange(bytes, from, to + 1);
    }
  }

  /**
   * Moves the window to the next value.
   *
   * @param from the first place of the window's bytes where it may begin
   * @return false when there is none; then the window is at its end
   */
  boolean recover(int from, Lines lines) {
    int p = from;
    while (true) {
      if (p >= window.limit) {
        window.position = window.limit;
        if (!window.more()) {
          return false;
        }
        p = window.position;
      }
      byte b = window.bytes[p];
      if (b == '{' || b == '\n' && lines != Lines.NONE) {
        window.position = p;
        window.lookAhead(LOOK_AHEAD);
        p = window.position;
        if (b == '{' ? isKeyAt(p) : isLineAt(p + 1, lines)) {
          window.position = b == '{' ? p : p + 1;
          return true;
        }
      }
      p++;
    }
  }

  private boolean isKeyAt(int brace) {
    int from = Structure.skipSpace(window.bytes, brace + 1);
    int to = from + key.length;
    return to <= window.limit
        && Arrays.equals(window.bytes, from, to, key, 0, key.length)
        && window.bytes[Structure.skipSpace(window.bytes, to)] == ':';
  }

  private boolean isLineAt(int place, Lines lines) {
    if (place >= window.limit) {
      return lines == Lines.ANY;
    }
    byte[] bytes = window.bytes;
    return lines == Lines.ANY
        || bytes[place] == '{'
        || bytes[place] == '[' && bytes[Structure.skipSpace(bytes, place + 1)] == '{';
  }
}
