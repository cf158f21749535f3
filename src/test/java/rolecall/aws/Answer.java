package rolecall.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** What a {@link StandIn} does with one request. */
public sealed interface Answer {
  /** One header of an answer. */
  record Header(String name, String value) {
    public Header {
      Objects.requireNonNull(name, "name is null");
      Objects.requireNonNull(value, "value is null");
    }
  }

  /** A whole answer; its length is said by itself. Two are equal only if they are one. */
  @SuppressWarnings("ArrayRecordComponent")
  record Reply(int status, List<Header> headers, byte[] body) implements Answer {
    public Reply {
      headers = List.copyOf(headers);
      Objects.requireNonNull(body, "body is null");
    }

    /** The same with one more header. */
    public Reply with(String name, String value) {
      List<Header> more = new java.util.ArrayList<>(headers);
      more.add(new Header(name, value));
      return new Reply(status, more, body);
    }
  }

  /** Nothing at all, until the client hangs up. */
  record Silence() implements Answer {}

  /** The connection breaks with a reset. */
  record Reset() implements Answer {}

  /** Bytes that are no HTTP; then the connection ends. */
  record Garbage() implements Answer {}

  /** The head of a reply and so many bytes of its body; then the connection ends. */
  record Cut(Reply reply, int bytes) implements Answer {}

  /** The head of a reply and so many bytes of its body; then nothing, until the client hangs up. */
  record Stalled(Reply reply, int bytes) implements Answer {}

  /** Another answer, once the latch is down. */
  record Held(CountDownLatch until, Answer then) implements Answer {}

  /** Any status and body. */
  static Reply reply(int status, String type, String body) {
    return new Reply(
        status, List.of(new Header("Content-Type", type)), body.getBytes(StandardCharsets.UTF_8));
  }
}
