package rolecall.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The side of Lambda that a runtime speaks to: hands out invocations one by one and takes their
 * answers.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda: runtime
 *     API</a>
 */
final class RuntimeApi implements AutoCloseable {
  /** The function's ARN in every invocation. */
  static final String FUNCTION_ARN =
      "arn:aws:lambda:us-east-1:111122223333:function:rolecall-AuditFunction";

  /** What a runtime said: the answer of an invocation, its error, or that it could not start. */
  record Reply(Kind kind, String body) {
    enum Kind {
      RESPONSE,
      ERROR,
      INIT_ERROR
    }
  }

  private record Invocation(String id, String event, long millis) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Invocation> due = new LinkedBlockingQueue<>();
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private int count;

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/2018-06-01/runtime/invocation/next", this::next);
    server.createContext("/2018-06-01/runtime/invocation/", this::reply);
    server.createContext("/2018-06-01/runtime/init/error", this::initError);
    server.start();
  }

  /** Host and port, as the variable AWS_LAMBDA_RUNTIME_API has them. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Hands out an event and waits for what becomes of it. */
  Reply invoke(String event) throws InterruptedException {
    return invoke(event, 60_000);
  }

  /** As {@link #invoke(String)}, with so much time for the invocation. */
  Reply invoke(String event, long millis) throws InterruptedException {
    due.add(new Invocation("00000000-0000-4000-8000-%012d".formatted(++count), event, millis));
    return reply();
  }

  /** Waits for the next word of the runtime. */
  Reply reply() throws InterruptedException {
    Reply reply = replies.poll(60, TimeUnit.SECONDS);
    if (reply == null) {
      throw new AssertionError("the function did not answer within a minute");
    }
    return reply;
  }

  private void next(HttpExchange exchange) throws IOException {
    Invocation invocation;
    try {
      invocation = due.take();
    } catch (InterruptedException stopped) {
      exchange.close();
      return;
    }
    var headers = exchange.getResponseHeaders();
    headers.add("Content-Type", "application/json");
    headers.add("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.add("Lambda-Runtime-Invoked-Function-Arn", FUNCTION_ARN);
    headers.add(
        "Lambda-Runtime-Deadline-Ms",
        Long.toString(System.currentTimeMillis() + invocation.millis()));
    send(exchange, 200, invocation.event());
  }

  private void reply(HttpExchange exchange) throws IOException {
    boolean error = exchange.getRequestURI().getPath().endsWith("/error");
    take(exchange, error ? Reply.Kind.ERROR : Reply.Kind.RESPONSE);
  }

  private void initError(HttpExchange exchange) throws IOException {
    take(exchange, Reply.Kind.INIT_ERROR);
  }

  private void take(HttpExchange exchange, Reply.Kind kind) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    exchange.getRequestBody().transferTo(body);
    send(exchange, 202, "{\"status\":\"OK\"}");
    replies.add(new Reply(kind, body.toString(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
