package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.RecentEvents;

/** What becomes of the comparison when AWS fails, or is slow. */
class ReconciliationFaultsTest extends ReconciliationStage {
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
            "\"EventsExpected\":1,\"EventsMissed\":1,\"Coverage\":0.0,\"ReconciliationLag\":3600");

    recent.allow("eu-west-1");
    function.later(Duration.ofMinutes(15));
    compare();
    assertThat(stage.told(0)).containsExactly(id(2) + " chime-slr-edit-refused");
    assertThat(compared().getFirst()).endsWith("\"ReconciliationLag\":900");
  }

  @Test
  void a_denial_names_the_action_every_time_and_hands_nothing_back() {
    begun();
    listed(event(GRAVE, 1, 5));
    stage.history(_ -> RecentEvents.denied());
    for (int seconds : List.of(3_600, 4_500)) {
      assertThat(compare()).isEqualTo(TOLD);
      assertThat(notes())
          .contains(
              HERE
                  + ": You may not look up events (AccessDeniedException). Allow"
                  + " cloudtrail:LookupEvents to whoever calls, and let no other policy deny it.");
      assertThat(compared())
          .containsExactly(
              "\"EventsExpected\":0,\"EventsMissed\":0,\"ReconciliationLag\":" + seconds);
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
    assertThat(compared().getFirst()).endsWith("\"ReconciliationLag\":3600");
  }

  @Test
  void a_region_that_is_off_has_no_lag_and_nothing_to_say() {
    begun();
    recent.refuse("me-south-1", RecentEvents.stranger());
    compare();
    assertThat(notes()).isEmpty();
    assertThat(compared().getFirst()).endsWith("\"ReconciliationLag\":900");
  }

  @Test
  void a_late_alert_that_cannot_go_out_is_tried_by_the_next_run_and_not_handed_back() {
    begun();
    listed(event(GRAVE, 1, 5));
    stage.topic(_ -> Answers.snsError(403, "AuthorizationError", "x"));
    assertThat(compare()).isEqualTo(TOLD);
    assertThat(stage.counters()).isEqualTo("RecordsFailed=1 AlertPublishFailed=1");
    assertThat(notes()).hasSize(1);
    assertThat(compared().getFirst()).endsWith("\"ReconciliationLag\":3600");

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
  void a_region_that_had_no_turn_has_the_first_one_of_the_next_run() {
    begun();
    IntSupplier oneTurn = () -> stage.asked("cloudtrail").isEmpty() ? 60_000 : 12_000;
    stage.invoke(function, JsonTexts.sqs(DUE), oneTurn);
    function.later(Duration.ofMinutes(15));
    IntSupplier another = () -> stage.asked("cloudtrail").size() == 1 ? 60_000 : 12_000;
    stage.invoke(function, JsonTexts.sqs(DUE), another);

    assertThat(stage.asked("cloudtrail"))
        .extracting(asked -> asked.signedIn().orElseThrow())
        .containsExactly(HERE, "af-south-1");
  }
}
