package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rolecall.aws.Answers;
import rolecall.aws.StandIn;
import rolecall.json.JsonReader;

/** What is told once, what is counted, and when the count is told. */
class RepeatsTest {
  private static final String COUNTS =
      """
      {"version":"0","id":"b0000000-0000-4000-8000-000000009004","detail-type":"Scheduled Event",
       "source":"rolecall.schedule","detail":{"schedule":"Counts"}}\
      """;

  private final StandIn sns = StandIn.start().otherwise(_ -> Answers.published("id-1"));
  private final InProcess function = new InProcess(InProcess.variables(sns));

  @AfterEach
  void stop() {
    sns.close();
  }

  /** The refused edit with another id, by that caller, so many minutes after nine. */
  private static String edit(int id, String caller, int minutes) throws IOException {
    return Files.readString(Path.of("events/eventbridge/chime-slr-edit-refused.json"))
        .replaceAll(
            "(\"eventID\"\\s*:\\s*\")[^\"]*", "$100000000-0000-4000-8000-%012d".formatted(id))
        .replaceAll(
            "(\"eventTime\"\\s*:\\s*\")[^\"]*",
            "$12026-03-02T%02d:%02d:00Z".formatted(9 + minutes / 60, minutes % 60))
        .replace("dana", caller);
  }

  private int told() {
    return sns.asked().size();
  }

  private String email(int number) throws Exception {
    String message = sns.asked().get(number).form().get("Message");
    return JsonReader.read(message).get("email").text().orElseThrow();
  }

  @Test
  void repeats_by_the_same_caller_are_counted_and_the_next_alert_tells_the_count()
      throws Exception {
    function.invoke(edit(1, "dana", 0));
    function.invoke(edit(2, "dana", 10));
    function.invoke(edit(3, "dana", 59));
    assertThat(told()).isEqualTo(1);
    function.invoke(edit(4, "dana", 60));
    assertThat(told()).isEqualTo(2);
    assertThat(email(1)).contains("2 further").contains("2026-03-02T09:00:00Z");
  }

  @Test
  void another_caller_is_never_silenced() throws Exception {
    function.invoke(edit(1, "dana", 0));
    function.invoke(edit(2, "erin", 1));
    assertThat(told()).isEqualTo(2);
  }

  @Test
  void a_count_that_no_alert_told_is_told_on_schedule_and_once() throws Exception {
    function.invoke(edit(1, "dana", 0));
    function.invoke(edit(2, "dana", 10));
    function.invoke(edit(2, "dana", 10));
    function.invoke(COUNTS);
    assertThat(told()).as("the window is not over").isEqualTo(1);
    function.later(Duration.ofMinutes(65));
    function.invoke(COUNTS);
    function.invoke(COUNTS);
    assertThat(told()).isEqualTo(2);
    assertThat(email(1))
        .contains("chime-slr-edit-refused")
        .contains("After the alert about 2026-03-02T09:00:00Z, 1 more of the same");
  }

  @Test
  void a_count_that_cannot_go_out_is_told_the_next_time() throws Exception {
    function.invoke(edit(1, "dana", 0));
    function.invoke(edit(2, "dana", 10));
    function.later(Duration.ofMinutes(65));
    sns.then(Answers.snsError(403, "AuthorizationError", "no"));
    assertThat(function.invoke(JsonTexts.sqs(COUNTS)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-0\"}]}");
    assertThat(function.invoke(JsonTexts.sqs(COUNTS))).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(List.of(told())).containsExactly(3);
  }
}
