package rolecall.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Remembers for pairs of event source and event name, as bytes, what the filter says, so that a
 * record costs no text. For one thread.
 */
final class Decisions {
  private static final int SIZE = 4096;
  private static final int MOST = SIZE / 2;
  private static final long PRIME = 0x9e37_79b9_7f4a_7c15L;

  private final EventFilter filter;
  private final Pair[] pairs = new Pair[SIZE];
  private int count;

  private static final class Pair {
    private final byte[] source;
    private final byte[] name;
    private final boolean mayBeIgnored;

    Pair(byte[] source, byte[] name, boolean mayBeIgnored) {
      this.source = source;
      this.name = name;
      this.mayBeIgnored = mayBeIgnored;
    }

    boolean is(byte[] bytes, ObjectScan scan) {
      return Arrays.equals(name, 0, name.length, bytes, scan.nameFrom(), scan.nameTo())
          && Arrays.equals(source, 0, source.length, bytes, scan.sourceFrom(), scan.sourceTo());
    }
  }

  Decisions(EventFilter filter) {
    this.filter = Objects.requireNonNull(filter, "filter is null");
  }

  /**
   * Whether the plain object found last is surely a record that nobody watches. What only looks
   * like a record, such as an SQS message, may not be ignored unread.
   */
  boolean mayBeIgnored(byte[] bytes, ObjectScan scan) {
    int slot = hash(bytes, scan);
    while (pairs[slot] != null) {
      if (pairs[slot].is(bytes, scan)) {
        return pairs[slot].mayBeIgnored;
      }
      slot = (slot + 1) & (SIZE - 1);
    }
    Pair pair = decide(bytes, scan);
    if (count < MOST) {
      pairs[slot] = pair;
      count++;
    }
    return pair.mayBeIgnored;
  }

  private Pair decide(byte[] bytes, ObjectScan scan) {
    byte[] source = Arrays.copyOfRange(bytes, scan.sourceFrom(), scan.sourceTo());
    byte[] name = Arrays.copyOfRange(bytes, scan.nameFrom(), scan.nameTo());
    if (!isAscii(source) || !isAscii(name)) {
      return new Pair(source, name, false);
    }
    String sourceText = new String(source, StandardCharsets.US_ASCII);
    String nameText = new String(name, StandardCharsets.US_ASCII);
    return new Pair(
        source, name, !Envelopes.isNotice(sourceText) && !filter.watches(sourceText, nameText));
  }

  private static boolean isAscii(byte[] text) {
    for (byte b : text) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static int hash(byte[] bytes, ObjectScan scan) {
    long hash =
        mix(
            mix(0, bytes, scan.sourceFrom(), scan.sourceTo()),
            bytes,
            scan.nameFrom(),
            scan.nameTo());
    return (int) (hash >>> 40) & (SIZE - 1);
  }

  private static long mix(long seed, byte[] bytes, int from, int to) {
    long hash = seed + to - from;
    for (int p = from; p < to; p += Long.BYTES) {
      long eight = Structure.eightBytes(bytes, p);
      int missing = p + Long.BYTES - to;
      hash = ((missing > 0 ? eight << (missing * 8) : eight) ^ hash) * PRIME;
      hash ^= hash >>> 29;
    }
    return hash;
  }
}
