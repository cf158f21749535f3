package rolecall.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Inputs for tests, and the reading of them. */
final class Inputs {
  /** Watches everything in IAM and STS. */
  static final EventFilter IAM_AND_STS =
      (source, _) -> source.equals("iam.amazonaws.com") || source.equals("sts.amazonaws.com");

  private Inputs() {}

  /** A record of STS, which is watched. */
  static String watched(String name) {
    return record("sts.amazonaws.com", name);
  }

  /** A record of S3, which is not. */
  static String unwatched(String name) {
    return record("s3.amazonaws.com", name);
  }

  static String record(String source, String name) {
    return "{\"eventVersion\":\"1.08\",\"userIdentity\":{\"type\":\"IAMUser\",\"userName\":\"dana\"},"
               + "\"eventSource\":\""
        + source
        + "\",\"eventName\":\""
        + name
        + "\",\"requestParameters\":{\"a\":[1,{\"b\":null}]}}";
  }

  static String log(String... records) {
    return "{\"Records\":[" + String.join(",", records) + "]}";
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return packed.toByteArray();
  }

  static byte[] gzip(String text) {
    return gzip(bytes(text));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A text as it stands in JSON, quotes included. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  static RecordingSink read(String text) {
    return read(bytes(text));
  }

  static RecordingSink read(byte[] bytes) {
    return read(true, () -> new ByteArrayInputStream(bytes));
  }

  static RecordingSink readInFolder(String text) {
    return read(false, () -> new ByteArrayInputStream(bytes(text)));
  }

  static RecordingSink read(boolean named, Supplier<InputStream> bytes) {
    RecordingSink sink = new RecordingSink();
    new LogReader(IAM_AND_STS).read(source(named, bytes), sink);
    return sink;
  }

  static LogSource source(boolean named, Supplier<InputStream> bytes) {
    return new LogSource() {
      @Override
      public String name() {
        return "in.json";
      }

      @Override
      public boolean named() {
        return named;
      }

      @Override
      public InputStream open() {
        return bytes.get();
      }
    };
  }
}
