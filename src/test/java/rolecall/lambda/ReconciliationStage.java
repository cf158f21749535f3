package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import rolecall.aws.Instantly;
import rolecall.aws.RecentEvents;
import rolecall.aws.RecentEvents.Item;
import rolecall.json.Json;

/** A function that is asked to compare what it handled with what CloudTrail has. */
abstract class ReconciliationStage {
  static final String DUE =
      """
      {"version":"0","id":"b0000000-0000-4000-8000-000000009005","detail-type":"Scheduled Event",
       "source":"aws.events","resources":
       ["arn:aws:events:us-east-1:111122223333:rule/rolecall-ReconciliationSchedule-1"],"detail":{}}\
      """;
  static final String GRAVE = Stage.record("chime-slr-edit-refused");
  static final String CONTENT = Stage.record("quiet--reserved-sso-role-edit-refused");

  /** Content, and short. */
  static final String SHORT =
      """
      {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEDANA000000",\
      "arn":"arn:aws:iam::111122223333:user/dana","accountId":"111122223333","userName":"dana"},\
      "eventSource":"iam.amazonaws.com","eventName":"TagRole","awsRegion":"us-east-1",\
      "requestParameters":{"roleName":"Ordinary","tags":[]},"eventType":"AwsApiCall",\
      "readOnly":false,"managementEvent":true,"recipientAccountId":"111122223333",\
      "eventID":"%s","eventTime":"%s"}\
      """;

  static final String TOLD = "{\"batchItemFailures\":[]}";
  static final String HERE = "us-east-1";

  /** When the function of a test begins, and is asked to compare for the first time. */
  static final Instant BEGIN = Instant.parse("2026-03-02T09:15:00Z");

  final Stage stage = new Stage().withTable();
  RecentEvents recent = new RecentEvents(50);
  final InProcess function = stage.function(new Instantly());

  ReconciliationStage() {
    stage.history(asked -> recent.apply(asked));
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** The record of another event, so many minutes after the beginning. */
  static String event(String record, int number, int minutes) {
    return Stage.with(
        Stage.with(record, "eventID", id(number)),
        "eventTime",
        BEGIN.plus(Duration.ofMinutes(minutes)).toString());
  }

  static String in(String region, String record) {
    return Stage.with(record, "awsRegion", region);
  }

  /** CloudTrail has it. */
  void listed(String... records) {
    for (String record : records) {
      Json json = Stage.json(record);
      recent.put(
          json.get("awsRegion").text().orElseThrow(),
          Item.of(
              json.get("eventID").text().orElseThrow(),
              json.get("eventTime").text().orElseThrow(),
              record));
    }
  }

  String compare() {
    return stage.invoke(function, JsonTexts.sqs(DUE));
  }

  /** The first run, and the time until half an hour after it is compared. */
  void begun() {
    assertThat(compare()).isEqualTo(TOLD);
    function.later(Duration.ofMinutes(150));
  }

  /** The lines of metrics about the comparison, without what is the same in all. */
  List<String> compared() {
    List<String> lines = new ArrayList<>();
    for (String line : stage.log()) {
      Json json = Stage.json(line);
      if (json.get("EventsExpected").isPresent()) {
        lines.add(line.substring(line.indexOf("\"Stack\":\"rolecall\",") + 19, line.length() - 1));
      }
    }
    return lines;
  }

  List<String> notes() {
    return stage.log().stream()
        .map(Stage::json)
        .filter(line -> line.get("message").text().orElse("").equals("not compared"))
        .map(line ->
            line.get("region").text().orElse("") + ": " + line.get("why").text().orElseThrow())
        .toList();
  }
}
