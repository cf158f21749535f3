package rolecall.ingest;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The stretch of an input that is looked at: what is not yet dealt with, at most {@link #MAX_VALUE}
 * bytes of it. Kept between inputs so that nothing is allocated for the next one.
 *
 * <p>Behind {@link #limit} stand zero bytes, which no JSON holds: whoever runs over the limit stops
 * there without having to look for it, and may read eight bytes at once.
 */
final class Window {
  /** The longest value that is taken as a whole, in bytes. CloudTrail's records end at 256 KB. */
  static final int MAX_VALUE = 16 * 1024 * 1024;

  static final int PADDING = 32;
  private static final int FIRST_SIZE = 512 * 1024;

  /** Unpacked bytes; those in [position, limit) are still to be dealt with. */
  byte[] bytes = new byte[FIRST_SIZE + PADDING];

  int position;
  int limit;

  private Unpacker unpacker = (_, _, _) -> -1;
  private long start;
  private boolean ended;
  private Optional<Damage> damage = Optional.empty();

  /** Starts over with another input. */
  void open(Unpacker fresh) {
    unpacker = Objects.requireNonNull(fresh, "fresh is null");
    position = 0;
    limit = 0;
    start = 0;
    ended = false;
    damage = Optional.empty();
    pad();
  }

  /**
   * Brings more bytes behind those from {@link #position} on, which move to the start of {@link
   * #bytes}.
   *
   * @return false when there are no more, or when the window is full
   */
  boolean more() {
    if (ended || isFull()) {
      return false;
    }
    makeRoom();
    int before = limit;
    while (limit < bytes.length - PADDING && !ended) {
      take();
    }
    pad();
    return limit > before;
  }

  /** Makes sure of so many bytes from {@link #position} on, when the input has them. */
  void lookAhead(int count) {
    boolean more = true;
    while (limit - position < count && more) {
      more = more();
    }
  }

  /** Whether the window holds the longest value that it may. */
  boolean isFull() {
    return limit - position >= MAX_VALUE;
  }

  /** Whether nothing comes behind {@link #limit}. */
  boolean ended() {
    return ended;
  }

  /** Why the input ended before its end. */
  Optional<Damage> damage() {
    return damage;
  }

  /** How many bytes of the input stand before that place of {@link #bytes}. */
  long offset(int place) {
    return start + place;
  }

  /** Whether a NUL byte stands among the next bytes. */
  boolean holdsNul() {
    int to = Math.min(limit, position + 4096);
    for (int p = position; p < to; p++) {
      if (bytes[p] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Ends the input here: nothing that follows is read. */
  void giveUp() {
    position = limit;
    ended = true;
  }

  private void makeRoom() {
    if (position > 0) {
      System.arraycopy(bytes, position, bytes, 0, limit - position);
      start += position;
      limit -= position;
      position = 0;
    }
    int size = bytes.length - PADDING;
    if (limit > size / 2 && size < MAX_VALUE) {
      int larger = Math.min(size * 2, MAX_VALUE);
      bytes = Arrays.copyOf(bytes, larger + PADDING);
    }
  }

  private void take() {
    try {
      int count = unpacker.unpack(bytes, limit, bytes.length - PADDING);
      if (count < 0) {
        ended = true;
      } else {
        limit += count;
      }
    } catch (Damage broken) {
      damage = Optional.of(broken);
      ended = true;
    }
  }

  private void pad() {
    Arrays.fill(bytes, limit, limit + PADDING, (byte) 0);
  }
}
