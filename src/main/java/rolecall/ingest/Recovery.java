package rolecall.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the place behind broken input where the next value surely begins. That is a brace followed
 * by the key that the record before it, or the broken one, began with: no JSON string can hold
 * that, because its quotes would be escaped. Between the values of a file it is also a line break,
 * where lines are values.
 */
final class Recovery {
  /** What was found. */
  enum Next {
    /** The brace of a record with a known key. */
    RECORD,
    /** The start of a line. */
    LINE,
    /** Nothing; the window is at its end. */
    NOTHING
  }

  /** Which lines begin a value. */
  enum Lines {
    /** A line that begins with an object, or with an array of objects. */
    BEGINNING_A_VALUE,
    /** Any line. */
    ANY
  }

  private static final byte[] USUAL_KEY = "\"eventVersion\"".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_KEY = 64;
  private static final int LOOK_AHEAD = 256;

  private static final long GOING_BACK_FREE = 8L << 20;
  private static final int GOING_BACK_FACTOR = 4;

  private final Window window;
  private byte[] usualKey = USUAL_KEY;
  private byte[] ownKey = USUAL_KEY;
  private boolean remembers;
  private long wentBack;

  Recovery(Window window) {
    this.window = window;
  }

  /** Forgets the key of the records before. */
  void forgetKey() {
    remembers = false;
    usualKey = USUAL_KEY;
  }

  /** Remembers the first key of the object at the window's position, for all that follow. */
  void rememberKey() {
    if (remembers) {
      return;
    }
    remembers = true;
    usualKey = keyAtPosition().orElse(usualKey);
  }

  private Optional<byte[]> keyAtPosition() {
    byte[] bytes = window.bytes;
    int from = Structure.skipSpace(bytes, window.position + 1);
    if (bytes[window.position] != '{' || bytes[from] != '"') {
      return Optional.empty();
    }
    int to = Structure.firstSpecial(bytes, from + 1);
    return to < window.limit && bytes[to] == '"' && to - from < LONGEST_KEY
        ? Optional.of(Arrays.copyOfRange(bytes, from, to + 1))
        : Optional.empty();
  }

  /**
   * Moves the window from the broken value at its position to the next value, which often begins
   * before the place where the break shows: a string without its end runs into the next record.
   * Going back is bounded, so that values made to break late cannot make the reading take forever.
   *
   * @param stop where the break shows
   */
  Next recoverWithin(int stop, Lines lines) {
    ownKey = keyAtPosition().orElse(usualKey);
    long stopOffset = window.offset(Math.min(stop, window.limit));
    boolean mayGoBack =
        wentBack <= GOING_BACK_FREE + GOING_BACK_FACTOR * window.offset(window.position);
    Next found = recover(mayGoBack ? window.position + 1 : Math.min(stop, window.limit), lines);
    wentBack += Math.max(0, stopOffset - window.offset(window.position));
    return found;
  }

  /**
   * Moves the window to the next value.
   *
   * @param from the first place of the window's bytes where it may begin
   */
  Next recover(int from, Lines lines) {
    int p = from;
    while (true) {
      if (p >= window.limit) {
        window.position = window.limit;
        if (!window.more()) {
          return Next.NOTHING;
        }
        p = window.position;
      }
      byte b = window.bytes[p];
      if (b == '{' || b == '\n') {
        boolean inObject = isMember(p);
        window.position = p;
        window.lookAhead(LOOK_AHEAD);
        p = window.position;
        if (b == '{'
            ? isKeyAt(p, usualKey) || (!inObject && isKeyAt(p, ownKey))
            : isLineAt(p + 1, lines)) {
          window.position = b == '{' ? p : p + 1;
          return b == '{' ? Next.RECORD : Next.LINE;
        }
      }
      p++;
    }
  }

  /** Whether a colon stands before it: what is a member of an object is not the next value. */
  private boolean isMember(int place) {
    int p = place - 1;
    while (p >= 0 && (window.bytes[p] == ' ' || window.bytes[p] == '\t')) {
      p--;
    }
    return p >= 0 && window.bytes[p] == ':';
  }

  private boolean isKeyAt(int brace, byte[] key) {
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
        || (bytes[place] == '[' && bytes[Structure.skipSpace(bytes, place + 1)] == '{');
  }
}
