package rolecall.ingest;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip of any number of members, checks every checksum, and stops at a bomb.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class GzipUnpacker implements Unpacker {
  /** An input that unpacks to more than this many bytes is looked at more closely. */
  static final long SUSPICIOUS_SIZE = 256L << 20;

  /** Above this ratio a large input is a bomb. Logs stay below 100, even one record repeated. */
  static final long BOMB_RATIO = 1000;

  private static final String ANEW =
      "Copy the file anew from where it came from and scan it again.";
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final StoredBytes stored;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private boolean inMember;
  private boolean first;
  private long unpacked;
  private long memberSize;

  GzipUnpacker(StoredBytes stored) {
    this.stored = stored;
  }

  /** Whether the input behind {@code stored} says of itself that it is gzip. */
  static boolean recognises(StoredBytes stored) throws Damage {
    return stored.startsWith(0x1f, 0x8b);
  }

  /** Starts over at the place where the stored bytes are. */
  void open() {
    inMember = false;
    first = true;
    unpacked = 0;
  }

  @Override
  public int unpack(byte[] target, int from, int to) throws Damage {
    while (inMember || startMember()) {
      if (inflater.needsInput() && !inflater.finished()) {
        feed();
      }
      int count = inflate(target, from, to);
      if (count > 0) {
        checksum.update(target, from, count);
        memberSize += count;
        unpacked += count;
        refuseBomb();
        return count;
      }
      if (inflater.finished()) {
        endMember();
      }
    }
    return -1;
  }

  private void feed() throws Damage {
    if (!stored.hasMore()) {
      throw cut();
    }
    inflater.setInput(stored.buffer(), stored.position(), stored.limit() - stored.position());
    stored.moveTo(stored.limit());
  }

  private int inflate(byte[] target, int from, int to) throws Damage {
    try {
      int count = inflater.inflate(target, from, to - from);
      if (count == 0 && inflater.needsDictionary()) {
        throw corrupt("it asks for a dictionary");
      }
      return count;
    } catch (DataFormatException broken) {
      throw corrupt(broken.getMessage());
    }
  }

  private void refuseBomb() throws Damage {
    if (unpacked > SUSPICIOUS_SIZE && unpacked / BOMB_RATIO > stored.taken()) {
      throw new Damage(
          "The gzip data is a bomb: "
              + stored.taken()
              + " bytes unpack to more than "
              + unpacked
              + ", so reading stopped there.",
          "Find out who wrote the file; if it is a log after all, unpack it and scan the result.");
    }
  }

  private boolean startMember() throws Damage {
    boolean padded = false;
    while (!first && stored.startsWith(0)) {
      stored.next();
      padded = true;
    }
    if (!stored.hasMore()) {
      return false;
    }
    if (!recognises(stored)) {
      throw new Damage(
          "After the end of the gzip data stand bytes that are no gzip"
              + (padded ? ", behind padding." : "."),
          "Check how the file was put together; all records before that place were read.");
    }
    first = false;
    skipHeader();
    inflater.reset();
    checksum.reset();
    memberSize = 0;
    inMember = true;
    return true;
  }

  private void skipHeader() throws Damage {
    skip(2);
    int method = must();
    int flags = must();
    if (method != 8) {
      throw corrupt("its compression method is " + method + " and not 8");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      int low = must();
      skip(low | (must() << 8));
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
  }

  private void endMember() throws Damage {
    stored.moveTo(stored.limit() - inflater.getRemaining());
    inMember = false;
    long expected = fourBytes();
    long size = fourBytes();
    if (expected != checksum.getValue() || size != (memberSize & 0xffff_ffffL)) {
      throw new Damage(
          "The gzip checksum is wrong: what was read is not what was written.",
          "Do not trust the findings of this file. " + ANEW);
    }
  }

  private long fourBytes() throws Damage {
    return must() | ((long) must() << 8) | ((long) must() << 16) | ((long) must() << 24);
  }

  private void skip(int count) throws Damage {
    for (int i = 0; i < count; i++) {
      must();
    }
  }

  private void skipText() throws Damage {
    int value;
    do {
      value = must();
    } while (value != 0);
  }

  private int must() throws Damage {
    int value = stored.next();
    if (value < 0) {
      throw cut();
    }
    return value;
  }

  private Damage cut() {
    return new Damage(
        "The gzip data is cut off after " + stored.taken() + " bytes; the rest is lost.", ANEW);
  }

  private static Damage corrupt(String why) {
    return new Damage("The gzip data is corrupt (" + why + "); the rest is lost.", ANEW);
  }
}
