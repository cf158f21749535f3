package rolecall.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import software.amazon.awssdk.core.ResponseInputStream;

/**
 * An object's bytes. Throws nothing but what streams throw, and closing it before the end drops the
 * connection rather than reading the rest.
 */
final class ObjectStream extends FilterInputStream {
  private final ResponseInputStream<?> response;
  private boolean ended;

  ObjectStream(ResponseInputStream<?> response) {
    super(response);
    this.response = response;
  }

  @Override
  public int read() throws IOException {
    try {
      int read = super.read();
      ended |= read < 0;
      return read;
    } catch (IOException | RuntimeException failed) {
      throw broken(failed);
    }
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    try {
      int read = super.read(buffer, from, length);
      ended |= read < 0;
      return read;
    } catch (IOException | RuntimeException failed) {
      throw broken(failed);
    }
  }

  @Override
  public void close() throws IOException {
    if (ended) {
      super.close();
    } else {
      response.abort();
    }
  }

  private static IOException broken(Exception failed) {
    return new IOException(
        failed instanceof SocketTimeoutException ? "S3 fell silent" : "the connection to S3 broke",
        failed);
  }
}
