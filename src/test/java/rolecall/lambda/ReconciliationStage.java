package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import rolecall.aws.DynamoDbStore;
import rolecall.aws.Instantly;
import rolecall.aws.LocalDynamoDb;
import rolecall.aws.RecentEvents;
import rolecall.aws.RecentEvents.Item;
import rolecall.json.Json;
import rolecall.ledger.Entry;
import rolecall.ledger.Ledger;
import rolecall.ledger.SeenEvent;
import rolecall.ledger.SeenSince;
import rolecall.ledger.Store;
import rolecall.ledger.StoreTrouble;

/**
 * A function that is to compare what CloudTrail has with what it handled, over HTTP on both sides.
 */
abstract class ReconciliationStage {
  static final String DUE =
      """
      {"version":"0","id":"b0000000-0000-4000-8000-000000009005","detail-type":"Scheduled Event",
       "source":"aws.events","resources":
       ["arn:aws:events:us-east-1:111122223333:rule/rolecall-ReconciliationSchedule-1"],"detail":{}}\
      """;
  static final String GRAVE = Stage.record("chime-slr-edit-refused");
  static final String CONTENT = Stage.record("quiet--reserved-sso-role-edit-refused");

  static final String TOLD = "{\"batchItemFailures\":[]}";
  private static final Duration MOST = Duration.ofMinutes(1);
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

  /** What a first run without any event leaves in its table: dear, for it reads a day. */
  private static final class FirstRun {
    static final List<Entry> LEFT = left();

    private static List<Entry> left() {
      try (Stage stage = new Stage().withTable()) {
        assertThat(stage.invoke(stage.function(new Instantly()), JsonTexts.sqs(DUE)))
            .isEqualTo(TOLD);
        return store(stage).all("reconciliation", MOST);
      } catch (StoreTrouble trouble) {
        throw new AssertionError(trouble);
      }
    }
  }

  /** After the first run, at the time when half an hour more is to be compared. */
  void begun() {
    Store store = store(stage);
    try {
      for (Entry entry : FirstRun.LEFT) {
        assertThat(store.put(entry, Optional.empty(), MOST)).isTrue();
      }
    } catch (StoreTrouble trouble) {
      throw new AssertionError(trouble);
    }
    assertThat(ledger().beginSeen(MOST)).isEqualTo(new SeenSince.Known(BEGIN));
    function.later(Duration.ofMinutes(45));
  }

  private static Store store(Stage stage) {
    LocalDynamoDb table = LocalDynamoDb.running();
    return new DynamoDbStore(table::client, stage.table());
  }

  private Ledger ledger() {
    return new Ledger(store(stage), () -> BEGIN, () -> UUID.randomUUID().toString());
  }

  /** Who was asked what CloudTrail has, call by call. */
  List<String> regions() {
    return stage.asked("cloudtrail").stream().map(asked -> asked.signedIn().orElseThrow()).toList();
  }

  int calls(String region) {
    return Collections.frequency(regions(), region);
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

  /** As if the function had handled them. */
  void remember(List<SeenEvent> handled) {
    assertThat(ledger().noteSeen(handled, MOST)).isEmpty();
  }

  /** Content, and short. */
  static String brief(String id, Object time) {
    return """
    {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEDANA000000",\
    "arn":"arn:aws:iam::111122223333:user/dana","accountId":"111122223333","userName":"dana"},\
    "eventSource":"iam.amazonaws.com","eventName":"TagRole","awsRegion":"us-east-1",\
    "requestParameters":{"roleName":"Ordinary","tags":[]},"eventType":"AwsApiCall",\
    "readOnly":false,"managementEvent":true,"recipientAccountId":"111122223333",\
    "eventID":"%s","eventTime":"%s"}\
    """
        .formatted(id, time);
  }
}
