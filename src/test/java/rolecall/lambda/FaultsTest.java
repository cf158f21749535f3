package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.Asked;

/** What the function does while a service of AWS fails, and what it does afterwards. */
class FaultsTest {
  private static final String RECORD = Stage.record("chime-slr-edit-refused");
  private static final String QUIET = Stage.record("quiet--service-linked-role-read");
  private static final Answer SENT = Answers.published("id-1");

  private final Stage stage = new Stage();

  @AfterEach
  void stop() {
    stage.close();
  }

  /** The record of another event by another caller. */
  private static String other(int number) {
    return Stage.with(RECORD, "eventID", id(number)).replace("dana", "dana" + number);
  }

  private static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  private static Map<String, Answer> topicFaults() {
    Map<String, Answer> faults = new LinkedHashMap<>();
    faults.put("odd", Answers.snsError(400, "Weird", "x"));
    faults.put("too long", Answers.snsError(400, "InvalidParameter", "Message too long"));
    faults.put("denied", Answers.snsError(403, "AuthorizationError", "x"));
    faults.put("gone", Answers.snsError(404, "NotFound", "x"));
    faults.put("throttled", Answers.snsError(429, "Throttling", "x"));
    faults.put("fault", Answers.snsError(500, "InternalError", "x"));
    faults.put("no XML", Answer.reply(503, "text/html", "<html>no</html>"));
    faults.put("not SNS", Answer.reply(200, "text/html", "<html>no</html>"));
    faults.put("moved", Answer.reply(302, "text/html", "x"));
    faults.put("reset", new Answer.Reset());
    faults.put("garbage", new Answer.Garbage());
    faults.put("cut", new Answer.Cut(Answers.published("x"), 20));
    return faults;
  }

  @Test
  void whatever_the_topic_answers_that_message_comes_back_alone_and_is_told_then() {
    stage.withTable();
    InProcess function = stage.function();
    int number = 0;
    for (var fault : topicFaults().entrySet()) {
      String bad = id(number + 2);
      String batch = JsonTexts.sqs(other(number + 1), other(number + 2), other(number + 3));
      number += 3;
      stage.topic(asked -> asked.form().get("Message").contains(bad) ? fault.getValue() : SENT);
      assertThat(stage.invoke(function, batch))
          .as(fault.getKey())
          .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
      assertThat(stage.counters())
          .as(fault.getKey())
          .isEqualTo("RecordsAlerted=2 RecordsFailed=1 AlertsPublished=2 AlertPublishFailed=1");
      stage.topic(_ -> SENT);
      assertThat(stage.invoke(function, batch)).isEqualTo("{\"batchItemFailures\":[]}");
      assertThat(stage.counters())
          .as(fault.getKey())
          .isEqualTo("RecordsAlerted=1 RecordsRepeated=2 AlertsPublished=1");
    }
  }

  private static Map<String, Answer> tableFaults() {
    Map<String, Answer> faults = new LinkedHashMap<>();
    faults.put("odd", Answers.jsonError(400, "Weird", "x"));
    faults.put("throttled", Answers.jsonError(400, "ProvisionedThroughputExceededException", "x"));
    faults.put("fault", Answers.jsonError(500, "InternalServerError", "x"));
    faults.put("denied", Answers.jsonError(403, "AccessDeniedException", "x"));
    faults.put("no JSON", Answers.json(200, "[1"));
    faults.put("garbage", new Answer.Garbage());
    faults.put("reset", new Answer.Reset());
    faults.put("silence", new Answer.Silence());
    return faults;
  }

  private static boolean isWrite(Asked asked) {
    return asked.header("X-Amz-Target").orElse("").matches(".*(Put|Delete)Item");
  }

  @Test
  void however_the_table_fails_alerts_go_out_and_say_that_repeats_were_not_checked() {
    stage.withTable();
    InProcess function = stage.function();
    int number = 100;
    for (var fault : tableFaults().entrySet()) {
      for (boolean writesOnly : List.of(false, true)) {
        String batch = JsonTexts.sqs(other(++number), other(++number));
        int before = stage.published();
        stage.table(
            asked -> writesOnly && !isWrite(asked) ? Stage.forward(asked) : fault.getValue());
        assertThat(stage.invoke(function, batch))
            .as(fault.getKey())
            .isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(stage.counters())
            .as(fault.getKey())
            .isEqualTo("RecordsAlerted=2 AlertsPublished=2 StoreUnavailable=1");
        for (int i = before; i < before + 2; i++) {
          assertThat(stage.body(i, "email").replaceAll("\\s+", " "))
              .as(fault.getKey())
              .contains("repeats could not be checked");
        }
      }
    }
  }

  @Test
  void with_table_and_topic_down_everything_comes_back() {
    stage.withTable();
    InProcess function = stage.function();
    stage.table(_ -> new Answer.Reset());
    stage.topic(_ -> Answers.snsError(403, "AuthorizationError", "x"));
    String batch = JsonTexts.sqs(other(1), "junk");
    assertThat(stage.invoke(function, batch))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-0\"},{\"itemIdentifier\":\"m-1\"}]}");
    assertThat(stage.counters())
        .isEqualTo("RecordsFailed=2 AlertPublishFailed=2 StoreUnavailable=1");
    stage.table(Stage::forward).topic(_ -> SENT);
    stage.invoke(function, batch);
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 RecordsFailed=1 AlertsPublished=2");
  }

  @Test
  void a_table_that_falls_silent_after_an_alert_is_waited_for_once_whatever_that_alert_told() {
    stage.withTable();
    InProcess function = stage.function();
    String twoRules = Stage.record("cross-account-assumption--watched-role");
    Set<String> askedFor = ConcurrentHashMap.newKeySet();
    stage.table(asked -> {
      if (stage.published() == 0) {
        return Stage.forward(asked);
      }
      askedFor.add(asked.text());
      return new Answer.Silence();
    });
    stage.invoke(function, JsonTexts.sqs(twoRules, other(1)));
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=2 AlertsPublished=2 StoreUnavailable=2");
    assertThat(askedFor).as("what was asked for after the alert").hasSize(1);
    assertThat(stage.told(0)).hasSize(2);
  }

  @Test
  void a_log_file_whose_stream_breaks_comes_back_and_is_judged_to_its_end_without_repeats() {
    String[] records = new String[300];
    for (int i = 0; i < records.length; i++) {
      records[i] = i % 100 == 0 ? other(i) : Stage.with(QUIET, "eventID", id(i));
    }
    byte[] log = Stage.packedLog(records);
    Answer.Reply whole = Answers.object(log);
    InProcess function = stage.function();
    String batch = JsonTexts.sqs(JsonTexts.s3Notice("b-1", "k.json.gz"));
    String back = "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-0\"}]}";

    stage.bucket(_ -> new Answer.Cut(whole, log.length * 2 / 3));
    assertThat(stage.invoke(function, batch)).isEqualTo(back);
    int told = stage.published();
    assertThat(told).isBetween(1, 2);
    assertThat(stage.counters()).contains("RecordsFailed=1").doesNotContain("PublishFailed");
    for (Answer fault :
        List.of(
            Answers.s3Error(503, "SlowDown", "x"),
            Answers.s3Error(500, "InternalError", "x"),
            new Answer.Garbage())) {
      stage.bucket(_ -> fault);
      assertThat(stage.invoke(function, batch)).isEqualTo(back);
      assertThat(stage.counters()).isEqualTo("RecordsFailed=1");
    }
    stage.bucket(_ -> whole);
    assertThat(stage.invoke(function, batch)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(stage.counters())
        .isEqualTo(
            "RecordsAlerted=%d RecordsRepeated=%d RecordsIgnored=297 AlertsPublished=%1$d"
                .formatted(3 - told, told));
    assertThat(stage.published()).isEqualTo(3);
  }

  /** Time that is nearly over after it was asked for so often. */
  private static IntSupplier overAfter(int times) {
    AtomicInteger asked = new AtomicInteger();
    return () -> asked.incrementAndGet() > times ? 5_000 : 60_000;
  }

  @Test
  void wherever_time_runs_out_what_was_told_is_not_told_again_and_nothing_is_lost() {
    String[] records = new String[20];
    for (int i = 0; i < records.length; i++) {
      records[i] = i % 4 == 0 ? other(i) : Stage.with(QUIET, "eventID", id(i));
    }
    stage.object("b-1", "k.json.gz", Stage.packedLog(records));
    String batch =
        JsonTexts.sqs(other(1), JsonTexts.s3Notice("b-1", "k.json.gz"), "junk", other(2));
    for (int times = 0; times < 40; times += 3) {
      int before = stage.published();
      InProcess function = stage.function();
      String first = stage.invoke(function, batch, overAfter(times));
      if (!stage.counters().contains("RecordsFailed=1")) {
        assertThat(first).as("%d", times).contains("m-3");
      }
      stage.invoke(function, batch);
      assertThat(stage.published() - before).as("%d", times).isEqualTo(5 + 2 + 1);
      function.later(Duration.ofMinutes(30));
      assertThat(stage.invoke(function, batch))
          .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"}]}");
      assertThat(stage.counters()).isEqualTo("RecordsRepeated=7 RecordsIgnored=15 RecordsFailed=1");
    }
  }
}
