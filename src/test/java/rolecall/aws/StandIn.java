package rolecall.aws;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Stands in for AWS: an HTTP server on the loopback address that keeps each request as it came and
 * answers from a script. What is scripted by {@link #then} is answered first, in that order; after
 * that what {@link #otherwise} says, at first {@code 500}. Each answer is one write, so that no
 * acknowledgement is waited for.
 *
 * <pre>{@code
 * try (StandIn aws = StandIn.start()) {
 *   aws.then(Answers.snsError(400, "KMSThrottling", "slow down"), Answers.published("id-1"));
 *   aws.otherwise(asked -> Answers.published("id-2"));
 *   // ... AWS_ENDPOINT_URL = aws.url()
 *   aws.asked().getFirst().form().get("Message");
 * }
 * }</pre>
 */
public final class StandIn implements AutoCloseable {
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Deque<Answer> script = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();
  private Function<Asked, Answer> otherwise =
      request -> Answer.reply(500, "text/plain", "nothing is scripted for " + request.target());

  private StandIn(ServerSocket server) {
    this.server = server;
  }

  /** A server on a free port. */
  public static StandIn start() {
    try {
      StandIn started = new StandIn(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().start(started::accept);
      return started;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Its address: {@code http://127.0.0.1:12345}. */
  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Answers the next requests so, one each. */
  public synchronized StandIn then(Answer... answers) {
    script.addAll(List.of(answers));
    return this;
  }

  /** Answers so whatever comes when nothing else is scripted. */
  public synchronized StandIn otherwise(Function<Asked, Answer> answer) {
    otherwise = answer;
    return this;
  }

  /** All requests so far, in the order in which they came. */
  public synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** Waits until so many requests have come. */
  public synchronized List<Asked> awaitAsked(int count) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (asked.size() < count && System.nanoTime() < end) {
      wait(1_000);
    }
    if (asked.size() < count) {
      throw new AssertionError("only " + asked.size() + " of " + count + " requests came");
    }
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    closeQuietly(server);
    open.forEach(StandIn::closeQuietly);
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception alreadyGone) {
      // A socket that cannot be closed is closed.
      return;
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Optional<Asked> request = read(in, socket);
      while (request.isPresent() && answer(socket, in, next(request.get()))) {
        request = read(in, socket);
      }
    } catch (IOException | InterruptedException _) {
      // The client has gone, or the test is over.
      return;
    } finally {
      open.remove(socket);
    }
  }

  private synchronized Answer next(Asked request) {
    asked.add(request);
    notifyAll();
    return script.isEmpty() ? otherwise.apply(request) : script.poll();
  }

  /** Whether the connection stays open. */
  private boolean answer(Socket socket, InputStream in, Answer answer)
      throws IOException, InterruptedException {
    return switch (answer) {
      case Answer.Reply reply -> {
        write(socket, reply, reply.body().length);
        yield true;
      }
      case Answer.Silence _ -> waitForEnd(in);
      case Answer.Reset _ -> {
        socket.setSoLinger(true, 0);
        yield false;
      }
      case Answer.Garbage _ -> {
        socket
            .getOutputStream()
            .write("lskdu018973t09sylgasjkfg1][]'./.sdlv".getBytes(StandardCharsets.US_ASCII));
        yield false;
      }
      case Answer.Cut(Answer.Reply reply, int bytes) -> {
        write(socket, reply, bytes);
        yield false;
      }
      case Answer.Stalled(Answer.Reply reply, int bytes) -> {
        write(socket, reply, bytes);
        yield waitForEnd(in);
      }
      case Answer.Held(var until, Answer then) -> {
        until.await();
        yield answer(socket, in, then);
      }
    };
  }

  private static boolean waitForEnd(InputStream in) throws IOException {
    long ignored = in.transferTo(OutputStream.nullOutputStream());
    return ignored < 0;
  }

  private static void write(Socket socket, Answer.Reply reply, int bytes) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " As scripted\r\n");
    reply.headers().forEach(h -> head.append(h.name() + ": " + h.value() + "\r\n"));
    if (reply.status() != 304 && reply.status() != 204) {
      head.append("Content-Length: " + reply.body().length + "\r\n");
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    whole.write(reply.body(), 0, bytes);
    socket.getOutputStream().write(whole.toByteArray());
  }

  private static Optional<Asked> read(InputStream in, Socket socket) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<Answer.Header> headers = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.add(new Answer.Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    String[] words = first.split(" ");
    Asked head = new Asked(words[0], words[1], headers, new byte[0]);
    if (head.header("Expect").isPresent()) {
      socket
          .getOutputStream()
          .write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    return Optional.of(new Asked(words[0], words[1], headers, body(head, in)));
  }

  private static byte[] body(Asked head, InputStream in) throws IOException {
    if (head.header("Transfer-Encoding").isEmpty()) {
      return in.readNBytes(Integer.parseInt(head.header("Content-Length").orElse("0")));
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int size = Integer.parseInt(line(in), 16);
    while (size > 0) {
      whole.writeBytes(in.readNBytes(size));
      line(in);
      size = Integer.parseInt(line(in), 16);
    }
    line(in);
    return whole.toByteArray();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      if (next != '\r') {
        line.append((char) next);
      }
      next = in.read();
    }
    return line.toString();
  }
}
