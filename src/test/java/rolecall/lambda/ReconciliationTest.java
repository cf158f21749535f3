package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.DynamoDbStore;
import rolecall.aws.Instantly;
import rolecall.aws.LocalDynamoDb;
import rolecall.aws.RecentEvents;
import rolecall.aws.RecentEvents.Item;
import rolecall.json.Json;
import rolecall.ledger.Ledger;
import rolecall.ledger.SeenEvent;

/** What CloudTrail has and the function never saw, over HTTP on both sides. */
class ReconciliationTest {
  private static final String DUE =
      """
      {"version":"0","id":"b0000000-0000-4000-8000-000000009005","detail-type":"Scheduled Event",
       "source":"aws.events","resources":
       ["arn:aws:events:us-east-1:111122223333:rule/rolecall-ReconciliationSchedule-1"],"detail":{}}\
      """;
  private static final String GRAVE = Stage.record("chime-slr-edit-refused");
  private static final String CONTENT = Stage.record("quiet--reserved-sso-role-edit-refused");

  /** Content, and short. */
  private static final String SHORT =
      """
      {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEDANA000000",\
      "arn":"arn:aws:iam::111122223333:user/dana","accountId":"111122223333","userName":"dana"},\
      "eventSource":"iam.amazonaws.com","eventName":"TagRole","awsRegion":"us-east-1",\
      "requestParameters":{"roleName":"Ordinary","tags":[]},"eventType":"AwsApiCall",\
      "readOnly":false,"managementEvent":true,"recipientAccountId":"111122223333",\
      "eventID":"%s","eventTime":"%s"}\
      """;

  private static final String TOLD = "{\"batchItemFailures\":[]}";
  private static final String HERE = "us-east-1";

  /** When the function of a test begins, and is asked to compare for the first time. */
  private static final Instant BEGIN = Instant.parse("2026-03-02T09:15:00Z");

  private final Stage stage = new Stage().withTable();
  private RecentEvents recent = new RecentEvents(50);
  private final InProcess function = stage.function(new Instantly());

  ReconciliationTest() {
    stage.history(asked -> recent.apply(asked));
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** The record of another event, so many minutes after the beginning. */
  private static String event(String record, int number, int minutes) {
    return Stage.with(
        Stage.with(record, "eventID", id(number)),
        "eventTime",
        BEGIN.plus(Duration.ofMinutes(minutes)).toString());
  }

  private static String in(String region, String record) {
    return Stage.with(record, "awsRegion", region);
  }

  /** CloudTrail has it. */
  private void listed(String... records) {
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

  private String compare() {
    return stage.invoke(function, JsonTexts.sqs(DUE));
  }

  /** The first run, and the time until half an hour after it is compared. */
  private void begun() {
    assertThat(compare()).isEqualTo(TOLD);
    function.later(Duration.ofMinutes(150));
  }

  /** The lines of metrics about the comparison, without what is the same in all. */
  private List<String> compared() {
    List<String> lines = new ArrayList<>();
    for (String line : stage.log()) {
      Json json = Stage.json(line);
      if (json.get("EventsExpected").isPresent()) {
        lines.add(line.substring(line.indexOf("\"Stack\":\"rolecall\",") + 19, line.length() - 1));
      }
    }
    return lines;
  }

  private List<String> notes() {
    return stage.log().stream()
        .map(Stage::json)
        .filter(line -> line.get("message").text().orElse("").equals("not compared"))
        .map(line ->
            line.get("region").text().orElse("") + ": " + line.get("why").text().orElseThrow())
        .toList();
  }

  @Test
  void what_was_handled_is_not_missed_and_what_was_missed_is_told_late() {
    begun();
    String handled = event(CONTENT, 1, 5);
    String missed = event(GRAVE, 2, 6);
    listed(handled, missed, event(CONTENT, 3, 7));
    stage.invoke(function, handled);

    assertThat(compare()).isEqualTo(TOLD);

    assertThat(stage.told(0)).containsExactly(id(2) + " chime-slr-edit-refused");
    assertThat(stage.body(0, "email"))
        .contains("late: the event never reached the monitor by itself");
    assertThat(stage.published()).isEqualTo(1);
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 RecordsAllowed=1 AlertsPublished=1");
    assertThat(compared())
        .containsExactly(
            "\"EventsExpected\":3,\"EventsMissed\":2,\"Coverage\":33.333333333333336,"
                + "\"ReconciliationLag\":7200",
            "\"Region\":\"us-east-1\",\"EventsExpected\":3,\"EventsMissed\":2,"
                + "\"Coverage\":33.333333333333336");
  }

  @Test
  void a_late_event_is_told_once_though_compared_twice_and_though_it_arrives_at_last() {
    begun();
    String missed = event(GRAVE, 2, 6);
    listed(missed);
    compare();
    function.later(Duration.ofMinutes(15));
    compare();
    assertThat(compared())
        .containsExactly("\"EventsExpected\":0,\"EventsMissed\":0,\"ReconciliationLag\":7200");

    stage.invoke(function, missed);
    assertThat(stage.counters()).isEqualTo("RecordsRepeated=1");
    assertThat(stage.published()).isEqualTo(1);
  }

  @Test
  void what_happened_before_the_first_run_is_nobodys_loss() {
    listed(event(GRAVE, 1, -100), event(GRAVE, 2, -1), event(GRAVE, 3, 0), event(GRAVE, 4, 31));
    begun();
    compare();
    assertThat(stage.published()).isZero();
    assertThat(stage.counters()).isEmpty();
  }

  @Test
  void the_schedule_alone_makes_nothing_received() {
    begun();
    assertThat(stage.counters()).isEmpty();
    assertThat(compared())
        .containsExactly("\"EventsExpected\":0,\"EventsMissed\":0,\"ReconciliationLag\":0");
    assertThat(stage.asked("cloudtrail")).isEmpty();
  }

  @Test
  void what_no_rule_forwards_is_expected_only_if_it_breaks_the_policy() {
    begun();
    String read = Stage.record("quiet--service-linked-role-read");
    listed(event(read, 1, 3));
    compare();
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":0,");
  }

  @Test
  void one_event_in_a_hundred_thousand_is_found() {
    begun();
    recent = new RecentEvents(1_000);
    List<SeenEvent> handled = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      Instant time = BEGIN.plusSeconds(1 + i / 100);
      items.add(Item.of(id(i), time.toString(), SHORT.formatted(id(i), time)));
      if (i != 77_777) {
        handled.add(new SeenEvent(id(i), Optional.of("111122223333"), HERE, time));
      }
    }
    remember(handled);
    recent.put(HERE, items.toArray(Item[]::new));

    compare();

    assertThat(compared().getFirst())
        .isEqualTo(
            "\"EventsExpected\":100000,\"EventsMissed\":1,\"Coverage\":99.999,"
                + "\"ReconciliationLag\":7200");
    assertThat(stage.counters()).isEqualTo("RecordsAllowed=1");
    assertThat(stage.asked("cloudtrail").stream().filter(a -> a.signedIn().orElse("").equals(HERE)))
        .hasSize(100);
  }

  /** As if the function had handled them. */
  private void remember(List<SeenEvent> handled) {
    LocalDynamoDb table = LocalDynamoDb.running();
    Ledger ledger =
        new Ledger(
            new DynamoDbStore(table::client, stage.table()),
            () -> BEGIN,
            () -> UUID.randomUUID().toString());
    assertThat(ledger.noteSeen(handled, Duration.ofMinutes(1))).isEmpty();
  }

  @Test
  void a_busy_region_holds_no_quiet_one_up_and_every_page_is_read() {
    begun();
    recent = new RecentEvents(2);
    for (int i = 1; i <= 5; i++) {
      listed(event(CONTENT, i, i), in("eu-west-1", event(CONTENT, 10 + i, i)));
    }
    listed(in("sa-east-1", event(CONTENT, 20, 1)));
    compare();

    List<String> regions =
        stage.asked("cloudtrail").stream().map(asked -> asked.signedIn().orElseThrow()).toList();
    assertThat(regions).startsWith(HERE);
    assertThat(regions.subList(regions.size() - 4, regions.size()))
        .containsExactly(HERE, "eu-west-1", HERE, "eu-west-1");
    assertThat(compared())
        .containsExactly(
            "\"EventsExpected\":11,\"EventsMissed\":11,\"Coverage\":0.0,\"ReconciliationLag\":7200",
            "\"Region\":\"eu-west-1\",\"EventsExpected\":5,\"EventsMissed\":5,\"Coverage\":0.0",
            "\"Region\":\"sa-east-1\",\"EventsExpected\":1,\"EventsMissed\":1,\"Coverage\":0.0",
            "\"Region\":\"us-east-1\",\"EventsExpected\":5,\"EventsMissed\":5,\"Coverage\":0.0");
  }

  @Test
  void an_event_that_stands_on_two_pages_counts_once() {
    begun();
    recent = new RecentEvents(2);
    String twice = event(CONTENT, 1, 5);
    listed(event(CONTENT, 2, 5), twice, twice, event(CONTENT, 3, 4));
    compare();
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":3,\"EventsMissed\":3,");
  }

  @Test
  void one_id_in_two_accounts_is_two_events() {
    begun();
    String ours = event(GRAVE, 1, 5);
    String theirs = Stage.with(ours, "recipientAccountId", "444455556666");
    stage.invoke(function, theirs);
    listed(ours);
    compare();
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":1,\"EventsMissed\":1,");
  }

  @Test
  void a_region_that_throttles_is_left_for_the_next_run_and_the_lag_tells() {
    begun();
    listed(event(CONTENT, 1, 5), in("eu-west-1", event(GRAVE, 2, 6)));
    recent.refuse("eu-west-1", RecentEvents.throttled());
    assertThat(compare()).isEqualTo(TOLD);

    assertThat(notes())
        .containsExactly(
            "eu-west-1: CloudTrail throttled the calls, or did not answer within seconds.");
    assertThat(compared().getFirst())
        .isEqualTo(
            "\"EventsExpected\":1,\"EventsMissed\":1,\"Coverage\":0.0,\"ReconciliationLag\":9000");

    recent.allow("eu-west-1");
    function.later(Duration.ofMinutes(15));
    compare();
    assertThat(stage.told(0)).containsExactly(id(2) + " chime-slr-edit-refused");
    assertThat(compared().getFirst()).endsWith("\"ReconciliationLag\":7200");
  }

  @Test
  void a_denial_names_the_action_every_time_and_hands_nothing_back() {
    begun();
    listed(event(GRAVE, 1, 5));
    stage.history(_ -> RecentEvents.denied());
    for (int minutes : List.of(9_000, 9_900)) {
      assertThat(compare()).isEqualTo(TOLD);
      assertThat(notes())
          .contains(
              HERE
                  + ": You may not look up events (AccessDeniedException). Allow"
                  + " cloudtrail:LookupEvents to whoever calls, and let no other policy deny it.");
      assertThat(compared())
          .containsExactly(
              "\"EventsExpected\":0,\"EventsMissed\":0,\"ReconciliationLag\":" + minutes);
      function.later(Duration.ofMinutes(15));
    }
  }

  @Test
  void a_region_that_never_answers_holds_the_others_up_for_seconds_and_is_named() {
    begun();
    listed(in("sa-east-1", event(GRAVE, 1, 5)));
    stage.history(asked ->
        asked.signedIn().orElseThrow().equals(HERE) ? new Answer.Silence() : recent.apply(asked));
    assertThat(stage.invoke(function, JsonTexts.sqs(DUE), () -> 2_000)).isEqualTo(TOLD);

    assertThat(notes())
        .containsExactly(
            HERE
                + ": CloudTrail did not answer within 1500 ms. See whether the function can reach"
                + " it (in a VPC it needs an endpoint or a way out).");
    assertThat(stage.told(0)).containsExactly(id(1) + " chime-slr-edit-refused");
    assertThat(compared().getFirst()).endsWith("\"ReconciliationLag\":9000");
  }

  @Test
  void a_run_says_whose_events_it_compared() {
    begun();
    listed(event(CONTENT, 1, 5));
    compare();
    assertThat(stage.log().stream().filter(line -> line.contains("compared with CloudTrail")))
        .singleElement()
        .asString()
        .contains(
            "\"account\":\"111122223333\",\"expected\":\"1\",\"missed\":\"1\","
                + "\"lagSeconds\":\"7200\"");
  }

  @Test
  void a_region_that_is_off_has_no_lag_and_nothing_to_say() {
    begun();
    recent.refuse("me-south-1", RecentEvents.stranger());
    compare();
    assertThat(notes()).isEmpty();
    assertThat(compared().getFirst()).endsWith("\"ReconciliationLag\":7200");
  }

  @Test
  void what_time_cuts_off_the_next_run_goes_on_with_and_nothing_is_counted_twice() {
    begun();
    recent = new RecentEvents(2);
    for (int i = 1; i <= 5; i++) {
      listed(event(CONTENT, i, i));
    }
    AtomicInteger calls = new AtomicInteger();
    stage.history(asked -> {
      if (asked.signedIn().orElseThrow().equals(HERE)) {
        calls.incrementAndGet();
      }
      return recent.apply(asked);
    });
    IntSupplier onePage = () -> calls.get() > 1 ? 12_000 : 60_000;
    assertThat(stage.invoke(function, JsonTexts.sqs(DUE), onePage)).isEqualTo(TOLD);
    assertThat(compared().getFirst())
        .startsWith("\"EventsExpected\":4,")
        .endsWith("\"ReconciliationLag\":9000");

    function.later(Duration.ofMinutes(15));
    compare();
    assertThat(compared().getFirst())
        .startsWith("\"EventsExpected\":1,")
        .endsWith("\"ReconciliationLag\":7200");
  }

  @Test
  void a_late_alert_that_cannot_go_out_is_tried_by_the_next_run_and_not_handed_back() {
    begun();
    listed(event(GRAVE, 1, 5));
    stage.topic(_ -> Answers.snsError(403, "AuthorizationError", "x"));
    assertThat(compare()).isEqualTo(TOLD);
    assertThat(stage.counters()).isEqualTo("RecordsFailed=1 AlertPublishFailed=1");
    assertThat(notes()).hasSize(1);
    assertThat(compared().getFirst()).endsWith("\"ReconciliationLag\":9000");

    stage.topic(_ -> Answers.published("id-1"));
    function.later(Duration.ofMinutes(15));
    compare();
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 AlertsPublished=1");
  }

  @Test
  void of_a_page_that_is_read_again_only_what_was_not_told_is_still_missed() {
    begun();
    listed(event(GRAVE, 1, 5), event(GRAVE, 2, 5).replace("dana", "erin"));
    stage.topic(asked ->
        asked.form().get("Message").contains(id(2))
            ? Answers.snsError(403, "AuthorizationError", "x")
            : Answers.published("id-1"));
    compare();
    assertThat(stage.counters())
        .isEqualTo("RecordsAlerted=1 RecordsFailed=1 AlertsPublished=1 AlertPublishFailed=1");

    stage.topic(_ -> Answers.published("id-1"));
    compare();
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 AlertsPublished=1");
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":2,\"EventsMissed\":1,");
  }

  @Test
  void what_was_handed_back_and_never_came_again_is_missed() {
    begun();
    String lost = event(GRAVE, 1, 5);
    stage.topic(_ -> Answers.snsError(403, "AuthorizationError", "x"));
    stage.invoke(function, lost);
    stage.topic(_ -> Answers.published("id-1"));
    listed(lost);
    compare();
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 AlertsPublished=1");
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":1,\"EventsMissed\":1,");
  }

  @Test
  void an_event_of_the_second_between_two_runs_counts_in_one_of_them() {
    begun();
    listed(event(CONTENT, 1, 30));
    compare();
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":1,");
    function.later(Duration.ofMinutes(15));
    compare();
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":0,");
  }

  @Test
  void without_an_answer_of_the_table_nothing_is_compared_and_nothing_handed_back() {
    begun();
    listed(event(GRAVE, 1, 5));
    stage.table(_ -> Answers.jsonError(400, "AccessDeniedException", "x"));
    assertThat(compare()).isEqualTo(TOLD);
    assertThat(stage.counters()).isEqualTo("StoreUnavailable=1");
    assertThat(compared()).isEmpty();
    assertThat(stage.published()).isZero();

    stage.table(Stage::forward);
    compare();
    assertThat(stage.published()).isEqualTo(1);
  }

  @Test
  void what_the_table_would_not_take_is_noted_with_the_next_invocation() {
    begun();
    stage.table(_ -> Answers.jsonError(500, "InternalServerError", "x"));
    stage.invoke(function, event(CONTENT, 1, 5));
    assertThat(stage.counters()).isEqualTo("RecordsAllowed=1 StoreUnavailable=1");

    stage.table(Stage::forward);
    stage.invoke(function, event(CONTENT, 2, 5));
    listed(event(CONTENT, 1, 5), event(CONTENT, 2, 5));
    compare();
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":2,\"EventsMissed\":0,");
  }

  @Test
  void a_batch_costs_one_write_and_its_alerts_do_not_wait_for_it() {
    begun();
    int before = stage.asked("dynamodb").size();
    AtomicBoolean told = new AtomicBoolean();
    stage.topic(_ -> {
      told.set(true);
      return Answers.published("id-1");
    });
    List<String> late = new ArrayList<>();
    stage.table(asked -> {
      if (asked.text().contains("seen#") && !told.get()) {
        late.add(asked.text());
      }
      return Stage.forward(asked);
    });
    stage.invoke(
        function,
        JsonTexts.sqs(
            event(CONTENT, 1, 5), event(CONTENT, 2, 6), event(CONTENT, 3, 7), event(GRAVE, 4, 8)));

    assertThat(late).isEmpty();
    assertThat(
            stage.asked("dynamodb").stream()
                .skip(before)
                .filter(asked -> asked.text().contains("seen#"))
                .count())
        .isEqualTo(1);
  }

  @Test
  void the_comparison_waits_for_the_rest_of_its_batch() {
    begun();
    listed(event(GRAVE, 1, 5));
    String beside = event(GRAVE, 2, 149).replace("dana", "erin");
    stage.invoke(function, JsonTexts.sqs(DUE, beside, DUE));
    assertThat(stage.told(0)).containsExactly(id(2) + " chime-slr-edit-refused");
    assertThat(stage.told(1)).containsExactly(id(1) + " chime-slr-edit-refused");
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":1,\"EventsMissed\":1,");
  }

  @Test
  void what_cannot_be_read_of_an_event_is_told_once_and_holds_nothing_up() {
    begun();
    recent.put(HERE, new Item(id(1), BEGIN.plusSeconds(60), new Json.Null()));
    listed(event(CONTENT, 2, 5));
    compare();
    assertThat(stage.counters()).isEqualTo("RecordsAllowed=1 RecordsFailed=1 AlertsPublished=1");
    assertThat(compared().getFirst()).endsWith("\"ReconciliationLag\":7200");
  }

  @Test
  void without_a_table_there_is_nothing_to_compare_with() {
    try (Stage bare = new Stage()) {
      InProcess alone = bare.function(new Instantly());
      bare.invoke(alone, JsonTexts.sqs(DUE));
      assertThat(bare.log().stream().filter(line -> line.contains("not compared")))
          .singleElement()
          .asString()
          .contains("set ROLECALL_TABLE_NAME");
    }
  }
}
