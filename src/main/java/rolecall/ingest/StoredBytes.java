package rolecall.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The bytes of one input as they are stored, with a look at the first ones before reading. */
final class StoredBytes implements Unpacker {
  private static final int SIZE = 128 * 1024;

  private final byte[] buffer = new byte[SIZE];
  private InputStream input = InputStream.nullInputStream();
  private int position;
  private int limit;
  private long taken;

  /** Starts over with another input. */
  void open(InputStream fresh) {
    input = Objects.requireNonNull(fresh, "fresh is null");
    position = 0;
    limit = 0;
    taken = 0;
  }

  /** Whether the bytes that come next are these. */
  boolean startsWith(int... expected) throws Damage {
    boolean more = true;
    while (limit - position < expected.length && more) {
      more = fill();
    }
    if (limit - position < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((buffer[position + i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int unpack(byte[] target, int from, int to) throws Damage {
    if (position < limit) {
      int count = Math.min(limit - position, to - from);
      System.arraycopy(buffer, position, target, from, count);
      position += count;
      return count;
    }
    return read(target, from, to);
  }

  /** The next byte, 0 to 255; -1 at the end. */
  int next() throws Damage {
    return hasMore() ? buffer[position++] & 0xff : -1;
  }

  /** Whether {@link #buffer} holds at least one byte between {@link #position} and limit. */
  boolean hasMore() throws Damage {
    return position < limit || fill();
  }

  byte[] buffer() {
    return buffer;
  }

  int position() {
    return position;
  }

  int limit() {
    return limit;
  }

  /** Goes on at another place of the buffer. */
  void moveTo(int place) {
    position = place;
  }

  /** Bytes that were taken from the input so far. */
  long taken() {
    return taken;
  }

  private boolean fill() throws Damage {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    int count = read(buffer, limit, buffer.length);
    if (count <= 0) {
      return false;
    }
    limit += count;
    return true;
  }

  private int read(byte[] target, int from, int to) throws Damage {
    try {
      int count = input.read(target, from, to - from);
      taken += Math.max(count, 0);
      return count;
    } catch (CannotOpen failed) {
      throw new Damage(failed.getMessage(), failed.fix());
    } catch (IOException failed) {
      throw new Damage(
          "Reading failed after " + taken + " bytes: " + IoReason.of(failed) + ".",
          "Check the disk or the connection that the file comes from, then scan it again.");
    }
  }
}
