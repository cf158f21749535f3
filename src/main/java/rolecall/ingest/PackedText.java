package rolecall.ingest;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Base64;

/**
 * Unpacks text in the form in which Kinesis and CloudWatch Logs hand it over: Base64, often of
 * gzip. Keeps its buffers; for one thread.
 */
final class PackedText {
  private static final String FIX = "Look at the sender of that message.";

  private final StoredBytes stored = new StoredBytes();
  private final GzipUnpacker gzip = new GzipUnpacker(stored);

  /** The bytes of the text. */
  byte[] unpack(String base64) throws Damage {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException broken) {
      throw new Damage("it is no Base64 (" + broken.getMessage() + ").", FIX);
    }
    stored.open(new ByteArrayInputStream(bytes));
    if (!GzipUnpacker.recognises(stored)) {
      return bytes;
    }
    gzip.open();
    return inflate();
  }

  private byte[] inflate() throws Damage {
    byte[] text = new byte[64 * 1024];
    int length = 0;
    while (true) {
      int count = gzip.unpack(text, length, text.length);
      if (count < 0) {
        return Arrays.copyOf(text, length);
      }
      length += count;
      if (length == text.length) {
        if (length >= Window.MAX_VALUE) {
          throw new Damage("it unpacks to more than " + Window.MAX_VALUE + " bytes.", FIX);
        }
        text = Arrays.copyOf(text, length * 2);
      }
    }
  }
}
