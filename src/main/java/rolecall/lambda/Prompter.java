package rolecall.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;

/**
 * Answers in the place of AWS while the function rehearses, on a port of this machine: DynamoDB
 * knows nothing and keeps everything, SNS takes everything, CloudTrail lists who began the session
 * that the rehearsed event is of. One connection after the other, and no connection is left open
 * for the snapshot.
 */
final class Prompter implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 2_000;

  private static final String TAKEN =
      "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
          + "<MessageId>rehearsal</MessageId></PublishResult><ResponseMetadata>"
          + "<RequestId>rehearsal</RequestId></ResponseMetadata></PublishResponse>";

  private static final String LISTED =
      """
      {"Events":[{"EventId":"rehearsal","EventTime":1772442000,"CloudTrailEvent":"{\
      \\"eventID\\":\\"rehearsal\\",\\"eventTime\\":\\"2026-03-02T09:00:00Z\\",\
      \\"eventSource\\":\\"sts.amazonaws.com\\",\\"eventName\\":\\"AssumeRole\\",\
      \\"awsRegion\\":\\"us-east-1\\",\\"recipientAccountId\\":\\"111122223333\\",\
      \\"userIdentity\\":{\\"type\\":\\"IAMUser\\",\\"accountId\\":\\"111122223333\\",\
      \\"arn\\":\\"arn:aws:iam::111122223333:user/rehearsal\\",\\"userName\\":\\"rehearsal\\"},\
      \\"responseElements\\":{\\"credentials\\":{\\"accessKeyId\\":\\"ASIAEXAMPLEREHEARSAL\\"},\
      \\"assumedRoleUser\\":{\\"assumedRoleId\\":\\"AROAEXAMPLEADMIN0001:rehearsal\\",\
      \\"arn\\":\\"arn:aws:sts::111122223333:assumed-role/Admin/rehearsal\\"}}}"}]}\
      """;

  private final ServerSocket server;

  Prompter() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("rolecall-prompter").start(this::serve);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      serveOne();
    }
  }

  private void serveOne() {
    try (Socket socket = server.accept()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      answer(socket);
    } catch (IOException _) {
      // Closed, or a call that broke off: the rehearsal sees it as a failed one.
      return;
    }
  }

  private static void answer(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    String target = "";
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.startsWith("x-amz-target:")) {
        target = line;
      }
      if (line.startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    in.skipNBytes(length);
    String body = target.isEmpty() ? TAKEN : target.endsWith(".lookupevents") ? LISTED : "{}";
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(target.isEmpty() ? "text/xml" : "application/x-amz-json-1.0", body.length());
    socket.getOutputStream().write((head + body).getBytes(UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip().toLowerCase(Locale.ROOT);
  }
}
