package rolecall.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.Asked;
import rolecall.aws.StandIn;
import rolecall.json.Json;
import rolecall.json.JsonReader;

/** What goes in, what SNS is asked, what is answered, and how it is counted. */
class AuditHandlerTest {
  private final StandIn aws = StandIn.start().otherwise(AuditHandlerTest::answer);

  @AfterEach
  void stop() {
    aws.close();
  }

  private static Answer answer(Asked asked) {
    return asked.signedFor().orElse("").equals("sns")
        ? Answers.published("id-1")
        : Answers.s3Error(404, "NoSuchKey", "The specified key does not exist.");
  }

  private static String sample(String name) {
    try {
      return Files.readString(Path.of("events", name));
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }

  private static String refusedEdit() {
    return sample("eventbridge/chime-slr-edit-refused.json");
  }

  /** The same event with other ids and another caller. */
  private static String another(String event, int number) {
    return event
        .replaceAll(
            "(\"eventID\"\\s*:\\s*\"[0-9a-f-]{35})[0-9a-f]", "$1" + Integer.toHexString(number))
        .replaceAll("dana", "dana" + number);
  }

  private InProcess function() {
    return new InProcess(InProcess.variables(aws));
  }

  private List<Asked> published() {
    return aws.asked().stream().filter(a -> a.signedFor().orElse("").equals("sns")).toList();
  }

  private Json body(int number, String protocol) throws Exception {
    String message = published().get(number).form().get("Message");
    return JsonReader.read(JsonReader.read(message).get(protocol).text().orElseThrow());
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  private static String gzip(String text) throws IOException {
    return Base64.getEncoder().encodeToString(packed(text));
  }

  private static String detail(String event) throws Exception {
    Json json = JsonReader.read(event).get("detail");
    return rolecall.json.CompactJson.write(json);
  }

  @Test
  void an_event_that_breaks_a_rule_is_published_once() {
    InProcess function = function();
    function.invoke(refusedEdit());
    assertThat(published()).hasSize(1);
    assertThat(function.counters())
        .containsEntry("RecordsReceived", "1")
        .containsEntry("RecordsAlerted", "1")
        .containsEntry("AlertsPublished", "1")
        .doesNotContainKeys("RecordsFailed", "AlertPublishFailed");
    function.invoke(refusedEdit());
    assertThat(published()).hasSize(1);
    assertThat(function.counters()).containsEntry("RecordsRepeated", "1");
  }

  @Test
  void every_way_of_delivery_gives_the_same_alert() throws Exception {
    String event = refusedEdit();
    String record = detail(event);
    String logs =
        """
        {"messageType":"DATA_MESSAGE","owner":"111122223333","logGroup":"g","logStream":"s",
         "subscriptionFilters":["f"],"logEvents":[{"id":"1","timestamp":1,"message":%s}]}\
        """
            .formatted(JsonTexts.quote(record));
    String sns = "{\"Type\":\"Notification\",\"Message\":%s}".formatted(JsonTexts.quote(event));
    List<String> ways =
        List.of(
            event,
            JsonTexts.sqs(event),
            JsonTexts.sqs(sns),
            "{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":{\"Message\":%s}}]}"
                .formatted(JsonTexts.quote(event)),
            "{\"awslogs\":{\"data\":\"%s\"}}".formatted(gzip(logs)),
            "{\"Records\":[{\"eventSource\":\"aws:kinesis\",\"kinesis\":{\"sequenceNumber\":\"1\",\"data\":\"%s\"}}]}"
                .formatted(gzip(logs)),
            "{\"Records\":[" + record + "]}");
    String first = null;
    for (String way : ways) {
      try (StandIn sns1 = StandIn.start().otherwise(_ -> Answers.published("id-1"))) {
        InProcess function = new InProcess(InProcess.variables(sns1));
        function.invoke(way);
        assertThat(sns1.asked()).as(way).hasSize(1);
        String email =
            JsonReader.read(sns1.asked().getFirst().form().get("Message"))
                .get("email")
                .text()
                .orElseThrow();
        first = first == null ? email : first;
        assertThat(email).isEqualTo(first);
      }
    }
  }

  @Test
  void a_batch_gives_back_only_what_cannot_be_read() throws Exception {
    InProcess function = function();
    String batch =
        JsonTexts.sqs(another(refusedEdit(), 1), "not json", another(refusedEdit(), 2), "{}", "");
    assertThat(function.invoke(batch))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"},{\"itemIdentifier\":\"m-3\"},"
                + "{\"itemIdentifier\":\"m-4\"}]}");
    assertThat(function.counters())
        .containsEntry("RecordsReceived", "5")
        .containsEntry("RecordsAlerted", "2")
        .containsEntry("RecordsFailed", "3")
        .containsEntry("AlertsPublished", "5");
    Json poison = body(1, "sqs");
    assertThat(poison.get("finding_info").get("analytic").get("uid").text()).contains("not-judged");
    assertThat(published().get(1).form())
        .containsEntry("MessageAttributes.entry.1.Name", "severity")
        .containsValue("input");
    assertThat(poison.get("cloud").get("account").get("uid").text()).contains("111122223333");

    // It comes back as often as the queue allows, and is told once.
    function.invoke(batch);
    assertThat(published()).hasSize(5);
    assertThat(function.counters())
        .containsEntry("RecordsReceived", "5")
        .containsEntry("RecordsRepeated", "2")
        .containsEntry("RecordsFailed", "3");
  }

  @Test
  void a_message_whose_alert_cannot_go_out_is_handed_back_alone() {
    aws.then(
        Answers.published("id-1"),
        Answers.snsError(404, "NotFound", "Topic does not exist"),
        Answers.published("id-3"));
    InProcess function = function();
    String batch =
        JsonTexts.sqs(
            another(refusedEdit(), 1), another(refusedEdit(), 2), another(refusedEdit(), 3));
    assertThat(function.invoke(batch))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
    assertThat(function.counters())
        .containsEntry("RecordsAlerted", "2")
        .containsEntry("RecordsFailed", "1")
        .containsEntry("AlertPublishFailed", "1");
    assertThat(function.invoke(JsonTexts.sqs(another(refusedEdit(), 2))))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(function.counters()).containsEntry("RecordsAlerted", "1");
    assertThat(published()).hasSize(4);
  }

  @Test
  void a_message_that_sns_will_never_take_goes_out_in_its_shortest_form() {
    aws.then(
        Answers.snsError(400, "InvalidParameter", "Invalid parameter: Message too long"),
        Answers.published("id-1"));
    InProcess function = function();
    function.invoke(refusedEdit());
    assertThat(published()).hasSize(2);
    assertThat(published().get(1).body().length).isLessThan(published().get(0).body().length);
    assertThat(function.counters())
        .containsEntry("RecordsAlerted", "1")
        .doesNotContainKey("AlertPublishFailed");
  }

  @Test
  void a_direct_invocation_whose_alert_cannot_go_out_is_an_error() {
    aws.then(Answers.snsError(403, "AuthorizationError", "no"));
    InProcess function = function();
    assertThatThrownBy(() -> function.invoke(refusedEdit()))
        .isInstanceOf(NotHandled.class)
        .hasMessageContaining("sns:Publish");
  }

  @Test
  void what_nobody_watches_is_silent() {
    InProcess function = function();
    assertThat(function.invoke(sample("eventbridge/quiet--service-linked-role-read.json")))
        .startsWith("{\"alerted\":0,\"repeated\":0");
    assertThat(published()).isEmpty();
  }

  @Test
  void heartbeats_test_notices_and_control_messages_pass_silently() {
    InProcess function = function();
    for (String name :
        List.of(
            "heartbeat/scheduled-event.json",
            "heartbeat/through-sqs.json",
            "s3-notice/test-event.json",
            "s3-notice/test-event-through-sqs.json")) {
      function.invoke(sample(name));
      assertThat(function.counters().keySet())
          .as(name)
          .allMatch(counter -> counter.equals("Heartbeat") == name.startsWith("heartbeat"));
    }
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void a_log_file_is_streamed_from_where_the_notice_points() throws Exception {
    byte[] log = packed("{\"Records\":[" + detail(refusedEdit()) + "]}");
    aws.otherwise(asked ->
        asked.signedFor().orElse("").equals("sns")
            ? Answers.published("id-1")
            : Answers.object(log));
    InProcess function = function();
    assertThat(
            function.invoke(
                JsonTexts.sqs(JsonTexts.s3Notice("example-trail-bucket", "a%2Bb.json.gz"))))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(aws.asked().getFirst().path()).isEqualTo("/example-trail-bucket/a%2Bb.json.gz");
    assertThat(published()).hasSize(1);
    assertThat(body(0, "sqs").get("unmapped").get("inputs").items().getFirst().get("file").text())
        .contains("s3://example-trail-bucket/a+b.json.gz");
  }

  @Test
  void a_log_file_that_is_gone_is_told_and_handed_back() {
    InProcess function = function();
    assertThat(function.invoke(JsonTexts.sqs(JsonTexts.s3Notice("b-1", "gone.json.gz"))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-0\"}]}");
    assertThat(published()).hasSize(1);
    assertThat(published().getFirst().form().get("Message")).contains("s3://b-1/gone.json.gz");
    assertThat(function.counters())
        .containsEntry("RecordsReceived", "1")
        .containsEntry("RecordsFailed", "1");
  }

  @Test
  void a_log_file_that_s3_cannot_give_now_is_handed_back_in_silence() {
    aws.otherwise(asked ->
        asked.signedFor().orElse("").equals("sns")
            ? Answers.published("id-1")
            : Answers.s3Error(503, "SlowDown", "Please reduce your request rate."));
    InProcess function = function();
    assertThat(function.invoke(JsonTexts.sqs(JsonTexts.s3Notice("b-1", "k.json.gz"))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-0\"}]}");
    assertThat(published()).isEmpty();
  }

  @Test
  void tasks_of_s3_batch_operations_get_a_result_each() throws Exception {
    byte[] log = packed("{\"Records\":[" + detail(refusedEdit()) + "]}");
    aws.otherwise(asked ->
        switch (asked.path()) {
          case "/" -> Answers.published("id-1");
          case "/b-1/good.json.gz" -> Answers.object(log);
          case "/b-1/later.json.gz" -> Answers.s3Error(503, "SlowDown", "slow down");
          default -> Answers.s3Error(404, "NoSuchKey", "gone");
        });
    String tasks =
        """
        {"invocationSchemaVersion":"2.0","invocationId":"inv-1","job":{"id":"j"},"tasks":[
          {"taskId":"t-1","s3Key":"good.json.gz","s3VersionId":null,"s3Bucket":"b-1"},
          {"taskId":"t-2","s3Key":"later.json.gz","s3VersionId":null,"s3Bucket":"b-1"},
          {"taskId":"t-3","s3Key":"gone.json.gz","s3VersionId":null,"s3Bucket":"b-1"}]}\
        """;
    Json answer = JsonReader.read(function().invoke(tasks));
    assertThat(answer.get("invocationSchemaVersion").text()).contains("2.0");
    assertThat(answer.get("invocationId").text()).contains("inv-1");
    assertThat(answer.get("results").items())
        .extracting(result ->
            result.get("taskId").text().orElse("")
                + " "
                + result.get("resultCode").text().orElse(""))
        .containsExactly("t-1 Succeeded", "t-2 TemporaryFailure", "t-3 PermanentFailure");
  }

  @Test
  void what_there_is_no_time_for_is_not_begun() {
    InProcess function = function();
    String batch = JsonTexts.sqs(refusedEdit(), another(refusedEdit(), 2));
    assertThat(function.invoke(batch, () -> published().isEmpty() ? 60_000 : 11_000))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
    assertThat(published()).hasSize(1);
    assertThat(function.counters())
        .containsEntry("RecordsAlerted", "1")
        .containsEntry("RecordsFailed", "1");
  }

  @Test
  void a_short_invocation_and_one_of_unknown_length_do_their_work() {
    assertThat(function().invoke(JsonTexts.sqs(refusedEdit()), () -> 3_000))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(function().invoke(JsonTexts.sqs(refusedEdit()), () -> -1))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(published()).hasSize(2);
  }

  @Test
  void without_its_store_it_alerts_and_says_so() throws Exception {
    Map<String, String> variables = InProcess.variables(aws);
    variables.put("ROLECALL_TABLE_NAME", "rolecall");
    aws.otherwise(asked ->
        asked.signedFor().orElse("").equals("sns")
            ? Answers.published("id-1")
            : Answers.jsonError(400, "ResourceNotFoundException", "no table"));
    InProcess function = new InProcess(variables);
    function.invoke(refusedEdit());
    function.invoke(refusedEdit());
    assertThat(published()).hasSize(2);
    String message = published().getFirst().form().get("Message");
    assertThat(JsonReader.read(message).get("email").text().orElseThrow())
        .contains("repeats could not be checked");
    assertThat(function.counters())
        .containsEntry("RecordsAlerted", "1")
        .containsEntry("StoreUnavailable", "1");
  }

  @Test
  void a_heartbeat_goes_to_machines_and_counts_only_when_it_went_out() {
    Map<String, String> variables = InProcess.variables(aws);
    String topic = "arn:aws:sns:us-east-1:111122223333:rolecall-heartbeats";
    variables.put("ROLECALL_HEARTBEAT_TOPIC_ARN", topic);
    InProcess function = new InProcess(variables);
    aws.then(Answers.snsError(403, "AuthorizationError", "no"));
    assertThat(function.invoke(sample("heartbeat/through-sqs.json")))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":"
                + "\"f0000000-0000-4000-8000-000000000007\"}]}");
    assertThat(function.counters()).doesNotContainKey("Heartbeat");
    function.invoke(sample("heartbeat/through-sqs.json"));
    assertThat(published().getLast().form())
        .containsEntry("TopicArn", topic)
        .containsEntry("Subject", "Rolecall heartbeat");
    assertThat(function.counters()).containsEntry("Heartbeat", "1");
  }
}
