package rolecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.ingest.Inputs.base64;
import static rolecall.ingest.Inputs.bytes;
import static rolecall.ingest.Inputs.gzip;
import static rolecall.ingest.Inputs.log;
import static rolecall.ingest.Inputs.quoted;
import static rolecall.ingest.Inputs.read;
import static rolecall.ingest.Inputs.unwatched;
import static rolecall.ingest.Inputs.watched;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each row of the table above {@link Envelopes}. */
class EnvelopesTest {
  private static final String A = watched("A");
  private static final String B = unwatched("B");
  private static final String C = watched("C");
  private static final String[] ABC = {"record 0 A", "ignored", "record 2 C"};
  private static final String S3_NOTICE =
      "{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"awsRegion\":\"us-east-1\","
          + "\"eventTime\":\"2026-03-02T09:14:07Z\",\"eventName\":\"ObjectCreated:Put\","
          + "\"userIdentity\":{\"principalId\":\"AWS:AIDAEXAMPLE\"},\"s3\":{\"object\":{\"key\":\"k\"}}}";

  @Test
  void row_1_an_insight_record_is_ignored_and_hides_no_neighbour() {
    String insight =
        "{\"eventVersion\":\"1.07\",\"eventType\":\"AwsCloudTrailInsight\",\"eventCategory\":"
            + "\"Insight\",\"insightDetails\":{\"state\":\"Start\",\"eventSource\":"
            + "\"sts.amazonaws.com\",\"eventName\":\"AssumeRole\"}}";
    String renamed =
        "{\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"A\",\"insightDetails\":{}}";

    assertThat(read(log(A, insight, C, renamed)).calls)
        .containsExactly("record 0 A", "ignored", "record 2 C", "ignored");
  }

  @Test
  void row_2_a_record_is_known_by_source_and_name() {
    String bare = "{\"eventName\":\"A\",\"eventSource\":\"sts.amazonaws.com\"}";
    String odd =
        "{\"eventName\":\"C\",\"eventSource\":\"sts.amazonaws.com\",\"userIdentity\":null,"
            + "\"requestParameters\":\"text\",\"responseElements\":\"\\ud800\"}";

    assertThat(read(log(bare, B, odd)).calls).containsExactly(ABC);
  }

  @Test
  void row_3_an_sqs_message_is_opened() {
    assertThat(read(log(sqs(A), sqs(log(B, C)))).calls).containsExactly(ABC);
  }

  @Test
  void row_3_an_sqs_message_that_cannot_be_read_is_lost_alone() {
    RecordingSink sink =
        read(
            log(sqs(A), sqs("hello"), sqs("{\"foo\":1}"), "{\"eventSource\":\"aws:sqs\"}", sqs(C)));

    assertThat(sink.calls)
        .containsExactly(
            "record 0 A", "unreadable 1", "unreadable 2", "unreadable 3", "record 4 C");
    assertThat(sink.losses.get(1).what())
        .isEqualTo("A message holds no CloudTrail record: its eventSource is missing.");
    assertThat(sink.losses.get(2).what())
        .isEqualTo("An SQS message has no text: where it belongs is missing.");
  }

  @Test
  void row_4_a_kinesis_record_is_opened_plain_or_packed() {
    assertThat(
            read(log(kinesis(bytes(A)), kinesis(gzip(logs("DATA_MESSAGE", B))), kinesis(gzip(C))))
                .calls)
        .containsExactly(ABC);
  }

  @Test
  void row_4_a_kinesis_record_that_cannot_be_unpacked_is_lost_alone() {
    byte[] packed = gzip(A);
    packed[packed.length - 5] ^= 1;
    RecordingSink sink =
        read(
            log(
                "{\"eventSource\":\"aws:kinesis\",\"kinesis\":{\"data\":\"%%\"}}",
                kinesis(packed), kinesis(bytes(C))));

    assertThat(sink.calls).containsExactly("unreadable 0", "unreadable 1", "record 2 C");
    assertThat(sink.losses.get(1).what())
        .isEqualTo(
            "A Kinesis record cannot be unpacked: The gzip checksum is wrong: what was read is not"
                + " what was written.");
  }

  @Test
  void row_5_an_s3_notice_is_skipped_though_it_looks_like_a_record() {
    assertThat(read(log(S3_NOTICE)).calls)
        .containsExactly("skipped an S3 notice that points to an object elsewhere");
  }

  @Test
  void row_6_another_batch_element_is_skipped() {
    assertThat(read(log("{\"eventSource\":\"aws:dynamodb\",\"eventName\":\"INSERT\"}")).calls)
        .containsExactly("skipped a message of aws:dynamodb");
  }

  @Test
  void row_7_an_sns_message_for_lambda_is_opened() {
    String sns = "{\"EventSource\":\"aws:sns\",\"Sns\":{\"Message\":%s}}";

    assertThat(read(log(sns.formatted(quoted(A)), sns.formatted(quoted(log(B, C))))).calls)
        .containsExactly(ABC);
  }

  @Test
  void row_8_an_sns_message_is_opened() {
    assertThat(read(sns(A) + sns(log(B)) + sns(C)).calls).containsExactly(ABC);
  }

  @Test
  void row_9_a_subscription_notice_is_skipped() {
    assertThat(
            read("{\"Type\":\"SubscriptionConfirmation\",\"Message\":\"You have chosen\"}").calls)
        .containsExactly("skipped a notice about an SNS subscription");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS API Call via CloudTrail",
        "AWS Service Event via CloudTrail",
        "AWS Console Sign In via CloudTrail",
        "AWS Console Signin via CloudTrail",
        "AWS Console Action via CloudTrail",
        "Forwarded by our own bus"
      })
  void row_10_an_eventbridge_event_is_opened(String type) {
    assertThat(read("[" + event(type, A) + "," + event(type, B) + "]" + event(type, C)).calls)
        .containsExactly(ABC);
  }

  @Test
  void row_11_an_insight_event_is_ignored() {
    assertThat(read(event("AWS Insight via CloudTrail", "{\"insightDetails\":{}}")).calls)
        .containsExactly("ignored");
  }

  @Test
  void row_12_a_cloudtrail_event_without_a_record_is_lost() {
    RecordingSink sink = read(event("AWS API Call via CloudTrail", "{\"eventSource\":7}") + A);

    assertThat(sink.calls).containsExactly("unreadable 0", "record 1 A");
    assertThat(sink.losses.getFirst().what())
        .isEqualTo("A message holds no CloudTrail record: its eventSource is a number.");
  }

  @Test
  void row_13_an_s3_notice_through_eventbridge_is_skipped() {
    assertThat(read(event("Object Created", "{}").replace("aws.sts", "aws.s3")).calls)
        .containsExactly("skipped an S3 notice that points to an object elsewhere");
  }

  @Test
  void row_14_another_eventbridge_event_is_skipped() {
    assertThat(read(event("Chime Meeting State Change", "{\"eventType\":\"x\"}")).calls)
        .containsExactly(
            "skipped an EventBridge event that is not from CloudTrail: Chime Meeting State Change");
    assertThat(read(event("Scheduled Event", "{}")).calls)
        .containsExactly(
            "skipped an EventBridge event that is not from CloudTrail: Scheduled Event");
  }

  @Test
  void row_15_a_packed_logs_subscription_is_opened() {
    String packed = base64(gzip(logs("DATA_MESSAGE", A, B, C)));

    assertThat(read("{\"awslogs\":{\"data\":\"" + packed + "\"}}").calls).containsExactly(ABC);
  }

  @Test
  void row_16_a_logs_control_message_is_skipped() {
    assertThat(read(logs("CONTROL_MESSAGE", "CWL CONTROL MESSAGE: Checking health")).calls)
        .containsExactly("skipped a CloudWatch Logs control message");
  }

  @Test
  void row_17_a_logs_subscription_is_opened() {
    assertThat(read(logs("DATA_MESSAGE", A, B, C)).calls).containsExactly(ABC);
    assertThat(read(logs("DATA_MESSAGE", A, "plain text", C)).calls)
        .containsExactly("record 0 A", "unreadable 1", "record 2 C");
  }

  @Test
  void row_18_lookup_events_items_are_opened() {
    assertThat(read(item(A) + "\n" + item(B) + "\n" + item(C)).calls).containsExactly(ABC);
  }

  @Test
  void row_19_one_wrapped_item_is_opened() {
    assertThat(read("{\"Event\":" + item(A) + "}").calls).containsExactly("record 0 A");
  }

  @Test
  void row_20_a_digest_is_skipped() {
    String digest =
        "{\"awsAccountId\":\"111122223333\",\"digestStartTime\":\"2026-03-02T08:00:00Z\","
            + "\"digestEndTime\":\"2026-03-02T09:00:00Z\",\"digestS3Bucket\":\"b\",\"logFiles\":[]}";

    assertThat(read(gzip(digest)).calls).containsExactly("skipped a CloudTrail digest");
    assertThat(read(A + "\n" + digest + "\n" + C).calls)
        .containsExactly("record 0 A", "skipped a CloudTrail digest", "record 1 C");
  }

  @Test
  void row_21_an_s3_batch_task_is_skipped() {
    assertThat(read("{\"invocationSchemaVersion\":\"2.0\",\"tasks\":[{\"taskId\":\"x\"}]}").calls)
        .containsExactly("skipped an S3 Batch Operations task that points to an object elsewhere");
  }

  @Test
  void row_22_an_s3_test_notice_is_skipped() {
    assertThat(
            read("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}").calls)
        .containsExactly("skipped an S3 test notice");
  }

  @Test
  void row_23_a_delivery_notice_of_cloudtrail_is_skipped() {
    assertThat(read(log(sqs(sns("{\"s3Bucket\":\"b\",\"s3ObjectKey\":[\"k\"]}")))).calls)
        .containsExactly("skipped a CloudTrail notice that points to a log file elsewhere");
  }

  @Test
  void row_24_records_are_opened_inside_another_envelope() {
    assertThat(read("[" + log(A, B) + "," + log(C) + "]").calls).containsExactly(ABC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "\"text\"", "7"})
  void row_24_records_that_are_no_array_are_a_loss(String value) {
    RecordingSink sink = read("{\"Records\":" + value + "}");

    assertThat(sink.calls).containsExactly("unreadable 0");
    assertThat(sink.loss()).startsWith("It is a log without records: Records is ");
  }

  @Test
  void row_25_lookup_events_output_is_opened() {
    assertThat(
            read("{\"Events\":[%s,%s],\"NextToken\":\"x\"}{\"Events\":[%s]}"
                    .formatted(item(A), item(B), item(C)))
                .calls)
        .containsExactly(ABC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "null",
        "\"text\"",
        "true",
        "[]",
        "{}",
        "{\"eventSource\":\"x\"}",
        "{\"eventName\":\"x\",\"eventSource\":null}"
      })
  void row_26_an_element_of_a_log_that_is_no_record_is_lost_alone(String element) {
    RecordingSink sink = read(log(A, element, C));

    assertThat(sink.calls).containsExactly("record 0 A", "unreadable 1", "record 2 C");
    assertThat(sink.loss()).startsWith("An element of Records is no CloudTrail record");
  }

  @Test
  void envelopes_are_opened_in_any_order() {
    String event = event("AWS API Call via CloudTrail", A);

    assertThat(read(log(sqs(sns(event)))).calls).containsExactly("record 0 A");
    assertThat(read(log(kinesis(gzip(logs("DATA_MESSAGE", event))))).calls)
        .containsExactly("record 0 A");
    assertThat(read(log(sqs(sns(log(S3_NOTICE))))).calls)
        .containsExactly("skipped an S3 notice that points to an object elsewhere");
  }

  @Test
  void envelopes_too_deep_in_one_another_are_lost() {
    String nested = A;
    for (int i = 0; i < 9; i++) {
      nested = event("AWS API Call via CloudTrail", nested);
    }
    RecordingSink sink = read(nested + C);

    assertThat(sink.calls).containsExactly("unreadable 0", "record 1 C");
    assertThat(sink.loss()).startsWith("More than 8 envelopes stand in one another.");
  }

  private static String sqs(String body) {
    return "{\"messageId\":\"m\",\"body\":" + quoted(body) + ",\"eventSource\":\"aws:sqs\"}";
  }

  private static String sns(String message) {
    return "{\"Type\":\"Notification\",\"Message\":" + quoted(message) + "}";
  }

  private static String kinesis(byte[] data) {
    return "{\"kinesis\":{\"data\":\"%s\"},\"eventSource\":\"aws:kinesis\",\"eventName\":\"x\"}"
        .formatted(base64(data));
  }

  private static String event(String type, String detail) {
    return "{\"version\":\"0\",\"detail-type\":\"%s\",\"source\":\"aws.sts\",\"detail\":%s}"
        .formatted(type, detail);
  }

  private static String item(String record) {
    return "{\"EventId\":\"e\",\"EventName\":\"x\",\"CloudTrailEvent\":" + quoted(record) + "}";
  }

  private static String logs(String type, String... messages) {
    StringBuilder events = new StringBuilder();
    for (String message : messages) {
      events.append(events.isEmpty() ? "" : ",");
      events
          .append("{\"id\":\"1\",\"timestamp\":1,\"message\":")
          .append(quoted(message))
          .append('}');
    }
    return "{\"messageType\":\"%s\",\"owner\":\"111122223333\",\"logEvents\":[%s]}"
        .formatted(type, events);
  }
}
