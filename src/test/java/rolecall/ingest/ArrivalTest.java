package rolecall.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rolecall.record.TrailRecord;

/** What Lambda hands over, by who sent it and by what must be acknowledged. */
class ArrivalTest {
  private static Arrival sample(String name) throws IOException {
    return Arrival.of("i-1", Files.readAllBytes(Path.of("events", name)));
  }

  private static Arrival of(String json) {
    return Arrival.of("i-1", json.getBytes(UTF_8));
  }

  private static List<String> ids(Arrival arrival) {
    return arrival.deliveries().stream().map(Delivery::id).toList();
  }

  /** Everything that an arrival says, one line for each thing, in order. */
  private static List<String> heard(Arrival arrival) {
    List<String> heard = new ArrayList<>();
    DeliveryReader reader = new DeliveryReader((_, _) -> true);
    arrival.deliveries().forEach(delivery -> reader.read(delivery, new Listening(heard)));
    return heard;
  }

  private record Listening(List<String> heard) implements RecordSink {
    @Override
    public void ignored() {
      heard.add("ignored");
    }

    @Override
    public void record(TrailRecord record, long number) {
      heard.add("record " + number + " " + record.eventName());
    }

    @Override
    public void unreadable(Unreadable lost) {
      heard.add("unreadable in " + lost.file() + ": " + lost.what());
    }

    @Override
    public void misdirected(String what, Unreadable lost) {
      unreadable(lost);
    }

    @Override
    public void skipped(String why) {
      heard.add("skipped " + why);
    }

    @Override
    public void elsewhere(LogObject object, String why) {
      heard.add("log " + object.uri() + object.version().map(v -> " version " + v).orElse(""));
    }

    @Override
    public void scheduled(Schedule schedule, String why) {
      heard.add("schedule " + schedule.word());
    }

    @Override
    public void empty() {
      heard.add("empty");
    }
  }

  private static final String LOG =
      "log s3://example-trail-bucket/AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/02/"
          + "111122223333_CloudTrail_us-east-1_20260302T0915Z_EXAMPLE.json.gz";

  @Test
  void each_message_of_a_queue_is_a_delivery() throws IOException {
    Arrival arrival =
        of(
            """
            {"Records":[
              {"messageId":"m-1","eventSource":"aws:sqs","body":"not json"},
              {"messageId":"m-2","eventSource":"aws:sqs",
               "body":"{\\"eventSource\\":\\"iam.amazonaws.com\\",\\"eventName\\":\\"GetRole\\"}"}]}
            """);
    assertThat(arrival).isInstanceOf(Arrival.SqsBatch.class);
    assertThat(ids(arrival)).containsExactly("m-1", "m-2");
    assertThat(heard(arrival)).hasSize(2).last().isEqualTo("record 0 GetRole");
    assertThat(heard(arrival).getFirst()).startsWith("unreadable in SQS message m-1: ");
  }

  @Test
  void each_record_of_a_stream_is_a_delivery() {
    Arrival arrival =
        of(
            """
            {"Records":[{"eventSource":"aws:kinesis",
              "kinesis":{"sequenceNumber":"4959","data":"e30="}}]}
            """);
    assertThat(arrival).isInstanceOf(Arrival.KinesisBatch.class);
    assertThat(ids(arrival)).containsExactly("4959");
  }

  @Test
  void each_task_is_a_delivery_in_both_schemas() throws IOException {
    for (String schema : List.of("1", "2")) {
      Arrival arrival = sample("s3-batch/schema-" + schema + ".json");
      assertThat(arrival)
          .isInstanceOfSatisfying(
              Arrival.S3BatchTasks.class,
              tasks -> {
                assertThat(tasks.schemaVersion()).isEqualTo(schema + ".0");
                assertThat(tasks.invocationId()).isEqualTo("EXAMPLE-invocation-" + schema);
              });
      assertThat(ids(arrival)).containsExactly("EXAMPLE-task-" + schema);
      assertThat(heard(arrival))
          .containsExactly(schema.equals("1") ? LOG : LOG + " version EXAMPLE-version");
    }
  }

  @Test
  void one_task_that_names_no_bucket_does_not_hide_another() {
    assertThat(
            heard(
                of(
                    """
                    {"invocationSchemaVersion":"1.0","invocationId":"x","tasks":[
                      {"taskId":"a","s3Key":"k"},
                      {"taskId":"b","s3Key":"k%2B1+2","s3BucketArn":"arn:aws:s3:::bucket"}]}
                    """)))
        .containsExactly(
            "unreadable in S3 Batch Operations task a: It is an S3 Batch Operations task that"
                + " points to an object elsewhere, but it names no bucket.",
            "log s3://bucket/k+1 2");
  }

  @Test
  void notices_point_to_logs_through_every_wrapping() throws IOException {
    for (String name : List.of("direct", "through-sns", "through-sqs", "through-sns-and-sqs")) {
      assertThat(heard(sample("s3-notice/" + name + ".json"))).as(name).containsExactly(LOG);
    }
    assertThat(heard(sample("s3-notice/through-eventbridge.json"))).containsExactly(LOG);
  }

  @Test
  void the_key_of_a_notice_is_encoded_and_that_of_an_event_is_not() {
    String notice =
        """
        {"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Put",
          "s3":{"bucket":{"name":"b"},"object":{"key":"a+b%2Bc","versionId":"v"}}}]}
        """;
    String event =
        """
        {"source":"aws.s3","detail-type":"Object Created",
         "detail":{"bucket":{"name":"b"},"object":{"key":"a+b%2Bc","version-id":"v"}}}
        """;
    assertThat(heard(of(notice))).containsExactly("log s3://b/a b+c version v");
    assertThat(heard(of(event))).containsExactly("log s3://b/a+b%2Bc version v");
  }

  @Test
  void a_key_that_is_not_encoded_is_lost_aloud() {
    assertThat(
            heard(
                of(
                    """
                    {"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Put",
                      "s3":{"bucket":{"name":"b"},"object":{"key":"100%"}}}]}
                    """)))
        .singleElement()
        .asString()
        .contains("it names no object, or one whose name is not URL-encoded");
  }

  @Test
  void objects_that_go_are_no_logs() {
    assertThat(
            heard(
                of(
                    """
                    {"Records":[{"eventSource":"aws:s3","eventName":"ObjectRemoved:Delete",
                      "s3":{"bucket":{"name":"b"},"object":{"key":"k"}}}]}
                    """)))
        .containsExactly("skipped an S3 notice that points to an object elsewhere");
  }

  @Test
  void cloudtrails_own_notice_points_to_every_log_it_names() {
    assertThat(heard(of("{\"s3Bucket\":\"b\",\"s3ObjectKey\":[\"k1\",\"k2\"]}")))
        .containsExactly("log s3://b/k1", "log s3://b/k2");
  }

  @Test
  void test_notices_and_control_messages_are_skipped() throws IOException {
    assertThat(heard(sample("s3-notice/test-event.json")))
        .containsExactly("skipped an S3 test notice");
    assertThat(heard(sample("s3-notice/test-event-through-sqs.json")))
        .containsExactly("skipped an S3 test notice");
  }

  @Test
  void schedules_are_told_apart_by_their_names() throws IOException {
    assertThat(heard(sample("heartbeat/scheduled-event.json")))
        .containsExactly("schedule heartbeat");
    assertThat(heard(sample("heartbeat/through-sqs.json"))).containsExactly("schedule heartbeat");
    assertThat(
            heard(
                of(
                    """
                    {"detail-type":"Scheduled Event","source":"aws.scheduler","detail":{},
                     "resources":["arn:aws:scheduler:us-east-1:111122223333:schedule/default/X-Reconciliation-1"]}
                    """)))
        .containsExactly("schedule reconciliation");
    assertThat(
            heard(
                of(
                    """
                    {"detail-type":"Scheduled Event","source":"rolecall.schedule",
                     "detail":{"schedule":"Counts"}}
                    """)))
        .containsExactly("schedule counts");
  }

  @Test
  void the_word_of_a_schedule_stands_behind_whatever_its_stack_is_called() {
    for (String stack : List.of("chime-heartbeat", "reconciliation", "accounts", "counts")) {
      for (String due : List.of("Heartbeat", "Reconciliation")) {
        assertThat(
                heard(
                    of(
                        """
                        {"detail-type":"Scheduled Event","source":"aws.events","detail":{},
                         "resources":["arn:aws:events:us-east-1:111122223333:rule/%s-%sSchedule-EXAMPLE1"]}
                        """
                            .formatted(stack, due))))
            .containsExactly("schedule " + due.toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void a_schedule_of_somebody_else_is_skipped() {
    assertThat(
            heard(
                of(
                    """
                    {"detail-type":"Scheduled Event","source":"aws.events","detail":{},
                     "resources":["arn:aws:events:us-east-1:111122223333:rule/nightly"]}
                    """)))
        .containsExactly(
            "skipped an EventBridge event that is not from CloudTrail: Scheduled Event");
  }

  @Test
  void what_is_no_json_is_one_delivery_that_cannot_be_read() {
    Arrival arrival = of("{\"Records\":[");
    assertThat(arrival).isInstanceOf(Arrival.Whole.class);
    assertThat(heard(arrival))
        .singleElement()
        .asString()
        .startsWith("unreadable in invocation i-1: It is no JSON that can be read: ");
  }

  @Test
  void every_message_counts_its_records_from_zero() throws IOException {
    Arrival arrival = sample("eventbridge/" + first("events/eventbridge"));
    assertThat(arrival).isInstanceOf(Arrival.Whole.class);
    assertThat(heard(arrival)).singleElement().asString().startsWith("record 0 ");
  }

  private static String first(String folder) throws IOException {
    try (var files = Files.list(Path.of(folder))) {
      return files.map(f -> f.getFileName().toString()).sorted().findFirst().orElseThrow();
    }
  }

  @Test
  void a_batch_of_nothing_is_empty() {
    assertThat(heard(of("{\"Records\":[]}"))).containsExactly("empty");
    assertThat(Optional.of(of("{\"Records\":[]}"))).get().isInstanceOf(Arrival.Whole.class);
  }
}
