package rolecall.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What no sender should send: it is handed back alone, told once, and breaks nothing. */
class PoisonTest {
  private static final String RECORD = Stage.record("chime-slr-edit-refused");
  private static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKEN";

  private final Stage stage = new Stage();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void poison_is_handed_back_alone_and_told_once_over_two_copies_of_the_function() {
    stage.withTable();
    List<InProcess> copies = List.of(stage.function(), stage.function());
    List<String> poisons =
        List.of(
            "not json",
            "",
            " ",
            "null",
            "5",
            "true",
            "\"text\"",
            "{}",
            "{\"Records\":{}}",
            "[".repeat(10_000),
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
            "{\"eventSource\":\"a\",\"eventSource\":\"b\",\"eventName\":\"c\"}",
            "\"\\ud800\"",
            "\u0000",
            "x".repeat(1_000_000));
    for (String poison : poisons) {
      String shown = poison.substring(0, Math.min(40, poison.length()));
      // Each poison in a message of its own.
      String batch = JsonTexts.sqs(RECORD, poison).replace("m-1", "p-" + poisons.indexOf(poison));
      int before = stage.published();
      for (int i = 0; i < 4; i++) {
        assertThat(stage.invoke(copies.get(i % 2), batch))
            .as(shown)
            .isEqualTo(
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"p-%d\"}]}"
                    .formatted(poisons.indexOf(poison)));
        assertThat(stage.counters()).as(shown).contains("RecordsFailed=1");
      }
      int told = stage.published() - before;
      assertThat(told).as(shown).isEqualTo(poison.equals("not json") ? 2 : 1);
    }
  }

  @Test
  void a_word_of_broken_json_goes_nowhere_since_it_may_be_a_secret() {
    for (String body : List.of(TOKEN, "{\"sessionToken\": " + TOKEN + "}")) {
      InProcess function = stage.function();
      stage.invoke(function, JsonTexts.sqs(body));
      assertThat(stage.log()).as(body).noneMatch(line -> line.contains(TOKEN));
      stage.invoke(function, body);
      assertThat(stage.log()).as(body).noneMatch(line -> line.contains(TOKEN));
    }
    assertThat(stage.asked("sns"))
        .hasSize(4)
        .noneMatch(asked -> asked.form().get("Message").contains(TOKEN));
    assertThat(stage.body(0, "email").replaceAll("\\s+", " "))
        .contains("An SQS message holds no JSON: a word stands there that is no JSON.");
  }

  @Test
  void a_time_beyond_all_reckoning_hands_nothing_else_back() {
    for (String time :
        List.of(
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "9999-12-31T23:59:59Z",
            "0000-01-01T00:00:00Z",
            "yesterday")) {
      InProcess function = stage.function();
      String batch =
          JsonTexts.sqs(
              Stage.with(Stage.with(RECORD, "eventID", "far"), "eventTime", time), RECORD);
      assertThat(stage.invoke(function, batch)).as(time).isEqualTo("{\"batchItemFailures\":[]}");
      assertThat(stage.counters()).as(time).isEqualTo("RecordsAlerted=2 AlertsPublished=2");
      stage.invoke(function, batch);
      assertThat(stage.counters()).as(time).isEqualTo("RecordsRepeated=2");
    }
  }

  @Test
  void a_bomb_in_a_logs_message_or_a_log_file_is_told_and_does_not_fill_the_memory() {
    byte[] bomb = Stage.bomb(300_000_000);
    InProcess function = stage.object("b-1", "bomb.json.gz", bomb).function();
    stage.invoke(function, Ways.logsSubscription(bomb));
    assertThat(stage.counters()).isEqualTo("RecordsFailed=1 AlertsPublished=1");
    stage.invoke(function, JsonTexts.sqs(JsonTexts.s3Notice("b-1", "bomb.json.gz"), RECORD));
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 RecordsFailed=1 AlertsPublished=2");
  }

  @Test
  void of_a_log_file_with_one_broken_record_all_others_are_judged() {
    String quiet = Stage.record("quiet--service-linked-role-read");
    StringBuilder log = new StringBuilder("{\"Records\":[").append(quiet);
    for (int i = 1; i < 1000; i++) {
      log.append(',')
          .append(
              switch (i) {
                case 300 -> "{\"eventType\":\"AwsCloudTrailInsight\",\"insightDetails\":{}}";
                case 500 -> "{\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"X\",,}";
                case 700 -> RECORD;
                default -> Stage.with(quiet, "eventID", "q" + i);
              });
    }
    byte[] packed = Stage.gzip(log.append("]}").toString().getBytes(UTF_8));
    InProcess function = stage.object("b-1", "k.json.gz", packed).function();
    String batch = JsonTexts.sqs(JsonTexts.s3Notice("b-1", "k.json.gz"));
    assertThat(stage.invoke(function, batch))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-0\"}]}");
    assertThat(stage.counters())
        .isEqualTo("RecordsAlerted=1 RecordsIgnored=998 RecordsFailed=1 AlertsPublished=2");
    stage.invoke(function, batch);
    assertThat(stage.counters()).isEqualTo("RecordsRepeated=1 RecordsIgnored=998 RecordsFailed=1");
  }
}
