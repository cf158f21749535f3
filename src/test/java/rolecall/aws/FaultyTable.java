package rolecall.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Something on loopback that takes connections as DynamoDB does and then misbehaves. */
final class FaultyTable implements AutoCloseable {
  /** What it does with a connection. */
  interface Misbehaviour {
    void on(Socket connection, CountDownLatch end) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger connections = new AtomicInteger();

  FaultyTable(Misbehaviour misbehaviour) {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofVirtual().start(() -> serve(misbehaviour));
  }

  /** Answers every request with that status and body. */
  static FaultyTable answering(int status, String body) {
    return new FaultyTable((connection, _) -> {
      readRequest(connection.getInputStream());
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      String head =
          "HTTP/1.1 %d Status\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
              .formatted(status, bytes.length);
      OutputStream out = connection.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      new ByteArrayInputStream(bytes).transferTo(out);
      connection.close();
    });
  }

  /** Answers with an error of DynamoDB. */
  static FaultyTable refusing(int status, String code) {
    return answering(
        status,
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"of secret things\"}"
            .formatted(code));
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  int connections() {
    return connections.get();
  }

  private void serve(Misbehaviour misbehaviour) {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> meet(connection, misbehaviour));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void meet(Socket connection, Misbehaviour misbehaviour) {
    try (connection) {
      misbehaviour.on(connection, end);
    } catch (IOException | InterruptedException gone) {
      // The client went away, as it should.
    }
  }

  static void readRequest(InputStream in) throws IOException {
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).trim());
      }
    }
    in.readNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    end.countDown();
    server.close();
  }
}
