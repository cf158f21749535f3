package rolecall.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However AWS nests a record, it is judged, told once, and answered as its sender expects. */
class NestingTest {
  private static final String RECORD = Stage.record("chime-slr-edit-refused");

  private final Stage stage = new Stage().object("b-1", "k.json.gz", Stage.packedLog(RECORD));

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void one_record_by_every_way_is_one_alert() {
    InProcess function = stage.function();
    String fate = "RecordsAlerted=1 AlertsPublished=1";
    for (var way : Ways.of(RECORD, "b-1", "k.json.gz").entrySet()) {
      String answer = stage.invoke(function, way.getValue());
      assertThat(stage.counters()).as(way.getKey()).isEqualTo(fate);
      assertThat(answer).as(way.getKey()).isEqualTo(expected(way.getKey(), fate));
      fate = "RecordsRepeated=1";
    }
    assertThat(stage.published()).isEqualTo(1);
  }

  private static String expected(String way, String fate) {
    if (way.startsWith("S3 Batch")) {
      return "{\"invocationSchemaVersion\":\"%s\",\"treatMissingKeysAs\":\"PermanentFailure\","
              .formatted(way.substring("S3 Batch ".length()))
          + "\"invocationId\":\"i\",\"results\":[{\"taskId\":\"t\","
          + "\"resultCode\":\"Succeeded\",\"resultString\":\"judged\"}]}";
    }
    if (way.startsWith("SQS") || way.startsWith("Kinesis")) {
      return "{\"batchItemFailures\":[]}";
    }
    return fate.startsWith("RecordsAlerted")
        ? "{\"alerted\":1,\"repeated\":0,\"observed\":0,\"allowed\":0,\"ignored\":0,\"failed\":0}"
        : "{\"alerted\":0,\"repeated\":1,\"observed\":0,\"allowed\":0,\"ignored\":0,\"failed\":0}";
  }

  @Test
  void a_batch_of_mixed_kinds_gives_back_only_what_cannot_be_read_in_its_order() {
    String batch =
        JsonTexts.sqs(
            "zzz",
            RECORD,
            Ways.lookup(RECORD),
            JsonTexts.s3Notice("b-1", "k.json.gz"),
            "null",
            Ways.sns(Ways.objectCreated("b-1", "k.json.gz")),
            "{\"Records\":[]}",
            Ways.logsMessage(RECORD),
            "{\"Records\":null}");
    assertThat(stage.invoke(stage.function(), batch))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-0\"},{\"itemIdentifier\":\"m-4\"},"
                + "{\"itemIdentifier\":\"m-8\"}]}");
    assertThat(stage.counters())
        .isEqualTo("RecordsAlerted=1 RecordsRepeated=4 RecordsFailed=3 AlertsPublished=4");
  }

  @Test
  void kinesis_gives_back_only_its_garbage() {
    String batch =
        Ways.kinesis(
            RECORD.getBytes(UTF_8),
            "garbage".getBytes(UTF_8),
            new byte[] {31, (byte) 139, 8, 0, 1, 2},
            new byte[0]);
    assertThat(stage.invoke(stage.function(), batch))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"s-1\"},{\"itemIdentifier\":\"s-2\"},"
                + "{\"itemIdentifier\":\"s-3\"}]}");
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 RecordsFailed=3 AlertsPublished=4");
  }

  @Test
  void an_empty_batch_of_any_kind_is_silent() {
    InProcess function = stage.function();
    for (String empty :
        new String[] {
          "{\"Records\":[]}",
          "{\"Events\":[]}",
          "{\"invocationSchemaVersion\":\"2.0\",\"invocationId\":\"i\",\"tasks\":[]}"
        }) {
      assertThat(stage.invoke(function, empty)).doesNotContain("error");
      assertThat(stage.counters()).as(empty).isEmpty();
    }
    assertThat(stage.published()).isZero();
  }
}
