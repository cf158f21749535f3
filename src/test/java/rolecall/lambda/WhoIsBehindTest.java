package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.Instantly;
import rolecall.aws.RecentEvents;
import rolecall.aws.RecentEvents.Item;
import rolecall.json.CompactJson;
import rolecall.json.Json;

/** Who stands behind a session: in alerts, in quiet windows, and what of it comes late. */
class WhoIsBehindTest {
  private static final String EDIT = Stage.record("chime-slr-edit-refused");
  private static final String EDIT_ID = "e0000000-0000-4000-8000-000000000027";

  /** The same by a session that was made a few minutes ago. */
  private static final String YOUNG = Stage.with(EDIT, "creationDate", "2026-03-02T09:10:00Z");

  private static final String COUNTS =
      """
      {"version":"0","id":"b0000000-0000-4000-8000-000000009004","detail-type":"Scheduled Event",
       "source":"rolecall.schedule","detail":{"schedule":"Counts"}}\
      """;

  private final RecentEvents recent = new RecentEvents(50);
  private final Stage stage = new Stage().trail(recent);
  private final Instantly time = new Instantly();
  private final InProcess function = stage.function(time);

  @AfterEach
  void stop() {
    stage.close();
  }

  /** The refused edit by a session with that name and key. */
  private static String edit(int number, String session, String key) {
    String record = Stage.with(EDIT, "eventID", id(number));
    record = Stage.with(record, "eventTime", "2026-03-02T09:%02d:00Z".formatted(number));
    return record
        .replace("ASIAEXAMPLE000000129", key)
        .replace("Admin/dana", "Admin/" + session)
        .replace("00000:dana", "00000:" + session);
  }

  private static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** A user's assumption of the role Admin, which issued that key. */
  private static String assumed(String user, String session, String key) {
    return """
    {"eventID":"%2$s-%1$s-%3$s","eventTime":"2026-03-02T08:02:11Z",\
    "eventSource":"sts.amazonaws.com","eventName":"AssumeRole","awsRegion":"us-east-1",\
    "recipientAccountId":"111122223333","eventVersion":"1.11","eventType":"AwsApiCall",\
    "userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE%1$s",\
    "accountId":"111122223333","arn":"arn:aws:iam::111122223333:user/%1$s","userName":"%1$s",\
    "accessKeyId":"AKIAEXAMPLE000000001"},\
    "requestParameters":{"roleArn":"arn:aws:iam::111122223333:role/Admin",\
    "roleSessionName":"%2$s"},\
    "responseElements":{"credentials":{"accessKeyId":"%3$s",\
    "expiration":"Mar 2, 2026, 10:02:11 AM"},\
    "assumedRoleUser":{"assumedRoleId":"AROAEXAMPLEADMIN00000:%2$s",\
    "arn":"arn:aws:sts::111122223333:assumed-role/Admin/%2$s"}}}\
    """
        .formatted(user, session, key);
  }

  private void list(String user, String session, String key) {
    String record = assumed(user, session, key);
    recent.put(
        "us-east-1",
        Item.of(
            Stage.json(record).get("eventID").text().orElseThrow(),
            "2026-03-02T08:02:11Z",
            record));
  }

  private String email(int number) {
    return stage.body(number, "email");
  }

  @Test
  void the_letter_names_the_human_behind_the_session() {
    list("erin", "dana", "ASIAEXAMPLE000000129");
    stage.invoke(function, EDIT);

    assertThat(email(0))
        .contains("\nWho:      dana (role-session)\nBehind:   erin (iam-user), proven\n")
        .contains("\nTHE CHAIN OF SESSIONS\n");
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 AlertsPublished=1");
  }

  @Test
  void the_rotating_sessions_of_one_human_are_one_alert_and_repeats() {
    stage.withTable();
    InProcess another = stage.function(new Instantly());
    for (int i = 1; i < 4; i++) {
      list("dana", "run-" + i, "ASIAEXAMPLE00000020" + i);
    }
    stage.invoke(another, edit(1, "run-1", "ASIAEXAMPLE000000201"));
    stage.invoke(another, edit(2, "run-2", "ASIAEXAMPLE000000202"));
    assertThat(stage.counters()).isEqualTo("RecordsRepeated=1");
    stage.invoke(stage.function(new Instantly()), edit(3, "run-3", "ASIAEXAMPLE000000203"));
    assertThat(stage.counters()).isEqualTo("RecordsRepeated=1");
    assertThat(stage.published()).isEqualTo(1);
  }

  @Test
  void another_human_with_the_same_session_name_is_never_silenced() {
    list("dana", "admin", "ASIAEXAMPLE000000201");
    list("erin", "admin", "ASIAEXAMPLE000000202");
    stage.invoke(function, edit(1, "admin", "ASIAEXAMPLE000000201"));
    stage.invoke(function, edit(2, "admin", "ASIAEXAMPLE000000202"));
    // Of whom nobody knows the root, only the name is known.
    stage.invoke(function, edit(3, "admin", "ASIAEXAMPLE000000203"));

    assertThat(stage.published()).isEqualTo(3);
    assertThat(email(0)).contains("Behind:   dana (iam-user), proven");
    assertThat(email(1)).contains("Behind:   erin (iam-user), proven");
    assertThat(email(2)).contains("Behind:   unknown: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"throttled", "denied"})
  void what_cannot_be_looked_up_is_told_with_the_reason(String how) {
    stage.trail(_ -> how.equals("denied") ? RecentEvents.denied() : RecentEvents.throttled());
    long start = System.nanoTime();
    stage.invoke(function, EDIT);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 AlertsPublished=1");
    assertThat(email(0).lines().filter(line -> line.startsWith("Behind:")))
        .singleElement()
        .asString()
        .startsWith("Behind:   unknown: ")
        .contains(how.equals("denied") ? "cloudtrail:LookupEvents" : "throttled");
  }

  @Test
  void a_trail_that_hangs_delays_all_alerts_of_a_batch_by_no_more_than_five_seconds() {
    stage.trail(_ -> new Answer.Silence());
    InProcess hanging = stage.function();
    stage.invoke(hanging, "{}");
    long start = System.nanoTime();
    assertThat(
            stage.invoke(
                hanging,
                JsonTexts.sqs(
                    edit(1, "a", "ASIAEXAMPLE000000201"),
                    edit(2, "b", "ASIAEXAMPLE000000202"),
                    edit(3, "c", "ASIAEXAMPLE000000203"))))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=3 AlertsPublished=3");
    assertThat(email(2)).contains("Behind:   unknown: ");
  }

  @Test
  void nobody_is_asked_when_there_is_only_time_for_the_alert_itself() {
    stage.trail(_ -> new Answer.Silence());
    long start = System.nanoTime();
    stage.invoke(function, EDIT, () -> 12_000 - (int) ((System.nanoTime() - start) / 1_000_000));
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 AlertsPublished=1");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
  }

  /** A quarter of an hour passes, and the schedule comes. */
  private void later() {
    function.later(Duration.ofMinutes(15));
    time.pause(Duration.ofMinutes(15));
    stage.invoke(function, COUNTS);
  }

  @Test
  void what_is_found_later_follows_as_an_amendment_to_the_same_alert_and_once() {
    stage.withTable();
    stage.invoke(stage.function(new Instantly()), YOUNG);
    assertThat(email(0)).contains("Behind:   unknown: ");
    InProcess later = stage.function(new Instantly());
    later.later(Duration.ofMinutes(15));
    stage.invoke(later, COUNTS);
    assertThat(stage.published()).as("nothing was found yet").isEqualTo(1);
    list("erin", "dana", "ASIAEXAMPLE000000129");
    InProcess latest = stage.function(new Instantly());
    latest.later(Duration.ofMinutes(30));
    stage.invoke(latest, COUNTS);

    assertThat(stage.counters()).isEqualTo("AlertsPublished=1");
    stage.invoke(latest, COUNTS);
    assertThat(stage.published()).isEqualTo(2);
    assertThat(email(1))
        .startsWith("HIGH: Update: Editing a Chime service-linked role was refused\n")
        .contains("\nBehind:   erin (iam-user), proven\n")
        .contains("this adds to the alert of 2026-03-02T09:15:00Z");
    Json before = Stage.json(stage.body(0, "sqs"));
    Json amendment = Stage.json(stage.body(1, "sqs"));
    assertThat(amendment.get("type_uid")).isEqualTo(new Json.Num("200402"));
    assertThat(amendment.get("finding_info").get("uid"))
        .isEqualTo(before.get("finding_info").get("uid"));
    assertThat(amendment.get("finding_info").get("created_time")).isEqualTo(before.get("time"));
    assertThat(stage.told(1))
        .isEqualTo(stage.told(0))
        .containsExactly(EDIT_ID + " chime-slr-edit-refused");
  }

  @Test
  void an_amendment_that_cannot_go_out_is_tried_again() {
    stage.invoke(function, YOUNG);
    list("erin", "dana", "ASIAEXAMPLE000000129");
    stage.topic(_ -> Answers.snsError(403, "AuthorizationError", "no"));
    later();
    assertThat(stage.counters()).isEqualTo("AlertPublishFailed=1");
    stage.topic(_ -> Answers.published("id-2"));
    later();
    assertThat(stage.counters()).isEqualTo("AlertsPublished=1");
    later();
    assertThat(stage.counters()).isEmpty();
  }

  @Test
  void looking_again_ends_after_an_hour() {
    stage.invoke(function, YOUNG);
    for (int i = 0; i < 4; i++) {
      later();
    }
    int asked = stage.asked("cloudtrail").size();
    list("erin", "dana", "ASIAEXAMPLE000000129");
    later();
    assertThat(stage.published()).isEqualTo(1);
    assertThat(stage.asked("cloudtrail")).hasSize(asked);
  }

  @Test
  void of_an_alert_whose_root_is_known_nothing_more_is_looked_for() {
    list("erin", "dana", "ASIAEXAMPLE000000129");
    stage.invoke(function, YOUNG);
    int asked = stage.asked("cloudtrail").size();
    later();
    assertThat(stage.published()).isEqualTo(1);
    assertThat(stage.asked("cloudtrail")).hasSize(asked);
  }

  /** One copy of a cross-account assumption, of another event and by a session. */
  private static String crossing(String account, int number, String session, String key) {
    Map<String, Json> copy = new LinkedHashMap<>(((Json.Obj) LikeScanTest.copy(account)).members());
    if (account.equals("444455556666")) {
      copy.put("userIdentity", Stage.json(identity(session, key).replace("111122223333", account)));
    }
    String record = Stage.with(CompactJson.write(new Json.Obj(copy)), "eventID", account + number);
    record = Stage.with(record, "sharedEventID", id(number));
    return Stage.with(record, "eventTime", "2026-03-02T09:%02d:00Z".formatted(number));
  }

  @Test
  void the_other_copy_of_a_call_is_the_act_of_whoever_stands_behind_the_callers_own() {
    try (Stage two = new Stage().withTable()) {
      InProcess blind = two.function();
      two.trail(recent);
      InProcess seeing = two.function(time);
      for (int i = 1; i < 3; i++) {
        String key = "ASIAEXAMPLE00000020" + i;
        String own = assumed("dana", "run-" + i, key).replace("111122223333", "444455556666");
        recent.put("us-east-1", Item.of("own-" + i, "2026-03-02T08:02:11Z", own));
        two.invoke(seeing, crossing("444455556666", i, "run-" + i, key));
        two.invoke(blind, crossing("111122223333", i, "run-" + i, key));
      }
      assertThat(two.counters()).isEqualTo("RecordsRepeated=1");
      assertThat(two.published()).isEqualTo(2);
      assertThat(two.body(0, "email")).contains("Behind:   dana (iam-user), proven");
      assertThat(two.body(1, "email"))
          .contains("\nRules:    cross-account-assumption\n")
          .contains("Behind:   somebody of account 444455556666: ");
    }
  }

  @Test
  void turned_off_it_asks_nobody_and_joins_what_came_by_itself() {
    try (Stage off = new Stage()) {
      InProcess quiet = off.function();
      off.invoke(quiet, assumed("erin", "dana", "ASIAEXAMPLE000000129"));
      off.invoke(quiet, EDIT);
      off.invoke(quiet, edit(1, "other", "ASIAEXAMPLE000000201"));
      quiet.later(Duration.ofMinutes(20));
      off.invoke(quiet, COUNTS);

      assertThat(off.published()).isEqualTo(2);
      assertThat(off.asked("cloudtrail")).isEmpty();
      assertThat(off.body(0, "email")).contains("Behind:   erin (iam-user), proven");
      assertThat(off.body(1, "email"))
          .contains("Behind:   unknown: ")
          .contains("look-ups are turned off, and it did not come by itself");
    }
  }

  /** A session of the role Admin. */
  private static String identity(String session, String key) {
    return """
    {"type":"AssumedRole","principalId":"AROAEXAMPLEADMIN00000:%1$s","accountId":"111122223333",\
    "arn":"arn:aws:sts::111122223333:assumed-role/Admin/%1$s","accessKeyId":"%2$s",\
    "sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROAEXAMPLEADMIN00000",\
    "arn":"arn:aws:iam::111122223333:role/Admin","accountId":"111122223333",\
    "userName":"Admin"},"attributes":{"creationDate":"2026-03-02T08:02:11Z",\
    "mfaAuthenticated":"true"}}}\
    """
        .formatted(session, key);
  }

  /** A session's assumption of a watched role in the console, and the switch beside it. */
  private static List<String> switching(String key, int second) {
    List<Json> both =
        Stage.json(Stage.sample("array/console-switch-beside-its-assumption.json")).items();
    String session = "arn:aws:sts::111122223333:assumed-role/Admin/admin";
    String identity = identity("admin", key);
    Map<String, Json> assumption = new LinkedHashMap<>(((Json.Obj) both.getFirst()).members());
    assumption.put("userIdentity", Stage.json(identity));
    String taken = CompactJson.write(new Json.Obj(assumption));
    String switched =
        CompactJson.write(both.get(1)).replace("arn:aws:iam::111122223333:user/dana", session);
    return List.of(timed(taken, key, second), timed(switched, key, second + 1));
  }

  private static String timed(String record, String key, int second) {
    String id = "s" + key.substring(17) + "-" + second;
    return Stage.with(
        Stage.with(record, "eventID", id), "eventTime", "2026-03-02T13:55:%02dZ".formatted(second));
  }

  @Test
  void a_console_switch_of_a_session_is_the_act_of_whoever_took_the_role_beside_it() {
    list("dana", "admin", "ASIAEXAMPLE000000201");
    List<String> both = switching("ASIAEXAMPLE000000201", 10);
    stage.invoke(function, both.getFirst());
    assertThat(email(0)).contains("Behind:   dana (iam-user), proven");
    stage.invoke(function, both.getLast());

    assertThat(stage.counters()).isEqualTo("RecordsRepeated=1");
    assertThat(stage.published()).isEqualTo(1);
  }

  @Test
  void of_two_who_switched_under_one_name_neither_is_silenced_by_the_other() {
    list("dana", "admin", "ASIAEXAMPLE000000201");
    list("erin", "admin", "ASIAEXAMPLE000000202");
    List<String> dana = switching("ASIAEXAMPLE000000201", 10);
    List<String> erin = switching("ASIAEXAMPLE000000202", 20);
    stage.invoke(function, dana.getFirst());
    stage.invoke(function, erin.getFirst());
    assertThat(stage.published()).isEqualTo(2);
    stage.invoke(function, erin.getLast());
    assertThat(stage.published()).as("whose it is cannot be told").isEqualTo(3);
  }
}
