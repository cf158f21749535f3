package rolecall.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds where a JSON value ends, without making anything of it. Checks that brackets, keys, colons
 * and commas stand as they must, so that a broken value is noticed where it breaks; does not check
 * how numbers, words and escapes are spelled, nor that the text is UTF-8.
 *
 * <p>Works on bytes that end in zero bytes ({@link Window}). For one thread.
 */
final class Structure {
  /** What is returned instead of a place when the value does not go on as it must. */
  static final int STOPPED = -1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = 0x8080_8080_8080_8080L;
  private static final long BACKSLASHES = ONES * '\\';

  /** Changed by two, a quote is a space and stands right above the control characters. */
  private static final long TWOS = ONES * 2;

  private static final long BELOW_QUOTES = ONES * ' ' + ONES;
  private static final boolean[] SCALAR = new boolean[256];

  static {
    for (char c : "+-.0123456789EINaefilnrstuy".toCharArray()) {
      SCALAR[c] = true;
    }
  }

  private byte[] closers = new byte[64];
  private int stop;

  /** Where the last search stopped: at or behind the limit when bytes are missing. */
  int stop() {
    return stop;
  }

  /** Eight bytes from there on, the first one lowest. */
  static long eightBytes(byte[] bytes, int place) {
    return (long) LONGS.get(bytes, place);
  }

  /** The first place from there on that is no white space. */
  static int skipSpace(byte[] bytes, int place) {
    int p = place;
    while (bytes[p] == ' ' || bytes[p] == '\n' || bytes[p] == '\r' || bytes[p] == '\t') {
      p++;
    }
    return p;
  }

  /** The first place from there on that is a quote, a backslash or a control character. */
  static int firstSpecial(byte[] bytes, int place) {
    int p = place;
    while (true) {
      long eight = (long) LONGS.get(bytes, p);
      long backslash = eight ^ BACKSLASHES;
      long moved = eight ^ TWOS;
      long hits = (((moved - BELOW_QUOTES) & ~moved) | ((backslash - ONES) & ~backslash)) & HIGHS;
      if (hits != 0) {
        return p + (Long.numberOfTrailingZeros(hits) >>> 3);
      }
      p += Long.BYTES;
    }
  }

  /** The place behind a string whose opening quote stands before {@code place}. */
  int skipString(byte[] bytes, int place) {
    int p = place;
    while (true) {
      p = firstSpecial(bytes, p);
      if (bytes[p] == '"') {
        return p + 1;
      }
      if (bytes[p] != '\\') {
        return stopAt(p);
      }
      if (bytes[p + 1] >= 0 && bytes[p + 1] < ' ') {
        return stopAt(p + 1);
      }
      p += 2;
    }
  }

  /** The place of the value behind a key whose opening quote should stand at {@code place}. */
  int skipKey(byte[] bytes, int place) {
    if (bytes[place] != '"') {
      return stopAt(place);
    }
    int end = skipString(bytes, place + 1);
    return end < 0 ? STOPPED : skipColon(bytes, end);
  }

  /** The place of the value behind a colon, which may have white space around it. */
  int skipColon(byte[] bytes, int place) {
    int p = bytes[place] == ':' ? place : skipSpace(bytes, place);
    if (bytes[p] != ':') {
      return stopAt(p);
    }
    return bytes[p + 1] > ' ' ? p + 1 : skipSpace(bytes, p + 1);
  }

  /** The place behind the value that begins at {@code place}. */
  int skipValue(byte[] bytes, int place) {
    int depth = 0;
    int p = place;
    while (true) {
      byte first = bytes[p];
      if (first == '"') {
        p = skipString(bytes, p + 1);
        if (p < 0) {
          return STOPPED;
        }
      } else if (first == '{' || first == '[') {
        byte closer = (byte) (first + 2);
        p = skipSpace(bytes, p + 1);
        if (bytes[p] != closer) {
          push(depth++, closer);
          if (closer == '}') {
            p = skipKey(bytes, p);
            if (p < 0) {
              return STOPPED;
            }
          }
          continue;
        }
        p++;
      } else {
        int end = skipScalar(bytes, p);
        if (end == p) {
          return stopAt(p);
        }
        p = end;
      }
      while (true) {
        if (depth == 0) {
          return p;
        }
        byte next = bytes[p];
        if (next <= ' ') {
          p = skipSpace(bytes, p);
          next = bytes[p];
        }
        if (next == closers[depth - 1]) {
          depth--;
          p++;
          continue;
        }
        if (next != ',') {
          return stopAt(p);
        }
        break;
      }
      p = skipSpace(bytes, p + 1);
      if (closers[depth - 1] == '}') {
        p = skipKey(bytes, p);
        if (p < 0) {
          return STOPPED;
        }
      }
    }
  }

  private static int skipScalar(byte[] bytes, int place) {
    int p = place;
    while (SCALAR[bytes[p] & 0xff]) {
      p++;
    }
    return p;
  }

  private void push(int depth, byte closer) {
    if (depth == closers.length) {
      closers = Arrays.copyOf(closers, depth * 2);
    }
    closers[depth] = closer;
  }

  /** Notes where it stopped. */
  int stopAt(int place) {
    stop = place;
    return STOPPED;
  }
}
