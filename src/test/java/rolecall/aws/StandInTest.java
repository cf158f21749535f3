package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StandInTest {
  private final StandIn aws = StandIn.start();
  private int patience = 60_000;

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void requests_are_kept_as_they_came_and_answered_in_the_order_of_the_script() throws Exception {
    aws.then(Answer.reply(200, "text/plain", "one")).otherwise(asked -> Answers.published("two"));

    assertThat(post("/a%2Fb?x=1&y=%20", "Action=Publish&Subject=a+b")).isEqualTo("one");
    assertThat(post("/", "")).contains("<MessageId>two</MessageId>");
    Asked first = aws.awaitAsked(2).getFirst();
    assertThat(first.method()).isEqualTo("POST");
    assertThat(first.path()).isEqualTo("/a%2Fb");
    assertThat(first.query()).containsEntry("x", "1").containsEntry("y", " ");
    assertThat(first.form()).containsEntry("Subject", "a b");
    assertThat(first.signedFor()).isEmpty();
  }

  @Test
  void faults_are_what_they_say() {
    aws.then(
        new Answer.Silence(),
        new Answer.Stalled(Answer.reply(200, "text/plain", "abcdef"), 3),
        new Answer.Cut(Answer.reply(200, "text/plain", "abcdef"), 3));

    patience = 200;
    assertThatThrownBy(() -> post("/", "x")).isInstanceOf(SocketTimeoutException.class);
    assertThatThrownBy(() -> post("/", "x")).isInstanceOf(SocketTimeoutException.class);
    patience = 60_000;
    assertThatThrownBy(() -> post("/", "x")).hasMessageContaining("Premature EOF");
    aws.otherwise(asked -> new Answer.Reset());
    assertThatThrownBy(() -> post("/", "x")).hasMessageContaining("reset");
    aws.otherwise(asked -> new Answer.Garbage());
    assertThatThrownBy(() -> post("/", "x")).isInstanceOf(IOException.class);
  }

  @Test
  void a_held_answer_comes_when_the_latch_is_down() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    aws.then(new Answer.Held(latch, Answer.reply(200, "text/plain", "late")));
    Thread opener =
        Thread.ofVirtual()
            .start(() -> {
              try {
                aws.awaitAsked(1);
                latch.countDown();
              } catch (InterruptedException _) {
                return;
              }
            });

    assertThat(post("/", "x")).isEqualTo("late");
    opener.join();
  }

  private String post(String target, String body) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(aws.url() + target).toURL().openConnection();
    connection.setReadTimeout(patience);
    connection.setDoOutput(true);
    connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
