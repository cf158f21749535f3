package rolecall.monitor;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import rolecall.ingest.LogObject;
import rolecall.ingest.LogSource;

/**
 * A log file whose stream is open already. Keeps why the stream broke, if it did: that may go
 * better the next time, while what was read and makes no sense will not.
 */
final class OnceOpened implements LogSource {
  private final LogObject object;
  private final InputStream bytes;
  private Optional<String> broke = Optional.empty();

  OnceOpened(LogObject object, InputStream bytes) {
    this.object = object;
    this.bytes = bytes;
  }

  @Override
  public String name() {
    return object.uri();
  }

  @Override
  public boolean named() {
    return false;
  }

  @Override
  public InputStream open() {
    return new FilterInputStream(bytes) {
      @Override
      public int read() throws IOException {
        try {
          return super.read();
        } catch (IOException failed) {
          throw broken(failed);
        }
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        try {
          return super.read(into, from, length);
        } catch (IOException failed) {
          throw broken(failed);
        }
      }
    };
  }

  /** Why the stream broke. */
  Optional<String> broke() {
    return broke;
  }

  private IOException broken(IOException failed) {
    broke = Optional.of("the connection to S3 broke while " + name() + " was read");
    return failed;
  }
}
