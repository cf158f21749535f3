package rolecall.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways in which AWS brings one record to the function. */
final class Ways {
  private Ways() {}

  static String eventBridge(String type, String detail) {
    return """
    {"version":"0","id":"x","detail-type":"%s","source":"aws.iam","account":"111122223333",
     "time":"2026-03-02T09:14:07Z","region":"us-east-1","resources":[],"detail":%s}\
    """
        .formatted(type, detail);
  }

  static String objectCreated(String bucket, String key) {
    return """
    {"version":"0","id":"x","detail-type":"Object Created","source":"aws.s3",
     "detail":{"bucket":{"name":"%s"},"object":{"key":"%s","size":1}}}\
    """
        .formatted(bucket, key);
  }

  /** A message of SNS as a queue gets it. */
  static String sns(String message) {
    return "{\"Type\":\"Notification\",\"MessageId\":\"1\",\"Message\":%s}"
        .formatted(JsonTexts.quote(message));
  }

  /** A message of SNS as a function gets it. */
  static String snsDirectly(String message) {
    return "{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":{\"Message\":%s}}]}"
        .formatted(JsonTexts.quote(message));
  }

  static String logsMessage(String record) {
    return """
    {"messageType":"DATA_MESSAGE","owner":"1","logGroup":"g","logStream":"s",
     "subscriptionFilters":["f"],"logEvents":[{"id":"1","timestamp":1,"message":%s}]}\
    """
        .formatted(JsonTexts.quote(record));
  }

  static String logsSubscription(byte[] packed) {
    return "{\"awslogs\":{\"data\":\"%s\"}}".formatted(Stage.base64(packed));
  }

  /** A batch of Kinesis; the records are called s-0, s-1 and so on. */
  static String kinesis(byte[]... records) {
    List<String> batch = new ArrayList<>();
    for (int i = 0; i < records.length; i++) {
      batch.add(
          "{\"eventSource\":\"aws:kinesis\",\"kinesis\":{\"sequenceNumber\":\"s-%d\",\"data\":\"%s\"}}"
              .formatted(i, Stage.base64(records[i])));
    }
    return "{\"Records\":[" + String.join(",", batch) + "]}";
  }

  static String lookup(String record) {
    return "{\"Events\":[{\"EventId\":\"e\",\"CloudTrailEvent\":%s}],\"NextToken\":\"t\"}"
        .formatted(JsonTexts.quote(record));
  }

  /**
   * Every way, by its name.
   *
   * @param bucket with the record in a log file under {@code key}
   */
  static Map<String, String> of(String record, String bucket, String key) {
    Map<String, String> alone = new LinkedHashMap<>();
    for (String type :
        List.of("AWS API Call", "AWS Service Event", "AWS Console Sign In", "AWS Console Action")) {
      alone.put(type, eventBridge(type + " via CloudTrail", record));
    }
    alone.put("Signin", eventBridge("AWS Console Signin via CloudTrail", record));
    alone.put("record", record);
    alone.put("log file", "{\"Records\":[" + record + "]}");
    alone.put("LookupEvents", lookup(record));
    alone.put("Logs message", logsMessage(record));
    alone.put("S3 notice", JsonTexts.s3Notice(bucket, key));
    alone.put("S3 event", objectCreated(bucket, key));
    alone.put(
        "trail's notice", "{\"s3Bucket\":\"%s\",\"s3ObjectKey\":[\"%s\"]}".formatted(bucket, key));
    Map<String, String> ways = new LinkedHashMap<>();
    alone.forEach((name, event) -> {
      ways.put(name, event);
      ways.put("SQS of " + name, JsonTexts.sqs(event));
      ways.put("SQS of SNS of " + name, JsonTexts.sqs(sns(event)));
      ways.put("SNS of " + name, snsDirectly(event));
      ways.put("Kinesis of " + name, kinesis(event.getBytes(UTF_8)));
      ways.put("Kinesis of packed " + name, kinesis(Stage.gzip(event.getBytes(UTF_8))));
    });
    byte[] packed = Stage.gzip(logsMessage(record).getBytes(UTF_8));
    ways.put("Logs subscription", logsSubscription(packed));
    ways.put("S3 Batch 1.0", task("1.0", "\"s3BucketArn\":\"arn:aws:s3:::%s\"", bucket, key));
    ways.put("S3 Batch 2.0", task("2.0", "\"s3Bucket\":\"%s\"", bucket, key));
    return ways;
  }

  private static String task(String version, String where, String bucket, String key) {
    return """
    {"invocationSchemaVersion":"%s","invocationId":"i","job":{"id":"j"},
     "tasks":[{"taskId":"t","s3Key":"%s","s3VersionId":null,%s}]}\
    """
        .formatted(version, key, where.formatted(bucket));
  }
}
