package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import rolecall.aws.Answers;
import rolecall.aws.Instantly;
import rolecall.aws.RecentEvents;
import rolecall.aws.RecentEvents.Item;
import rolecall.json.Json;
import rolecall.ledger.SeenEvent;

/** What CloudTrail has and the function never saw: what is told and what is counted. */
class ReconciliationTest extends ReconciliationStage {
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
                + "\"ReconciliationLag\":900",
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
        .containsExactly("\"EventsExpected\":0,\"EventsMissed\":0,\"ReconciliationLag\":900");

    stage.invoke(function, missed);
    assertThat(stage.counters()).isEqualTo("RecordsRepeated=1");
    assertThat(stage.published()).isEqualTo(1);
  }

  @Test
  void the_schedule_alone_makes_nothing_received() {
    compare();
    assertThat(stage.counters()).isEmpty();
    assertThat(compared())
        .containsExactly("\"EventsExpected\":0,\"EventsMissed\":0,\"ReconciliationLag\":900");
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
      items.add(Item.of(id(i), time.toString(), brief(id(i), time)));
      if (i != 77_777) {
        handled.add(new SeenEvent(id(i), Optional.of("111122223333"), HERE, time));
      }
    }
    remember(handled);
    recent.put(HERE, items.toArray(Item[]::new));

    int before = calls(HERE);
    compare();

    assertThat(compared().getFirst())
        .isEqualTo(
            "\"EventsExpected\":100000,\"EventsMissed\":1,\"Coverage\":99.999,"
                + "\"ReconciliationLag\":900");
    assertThat(stage.counters()).isEqualTo("RecordsAllowed=1");
    // One of them is the second look at the day before.
    assertThat(calls(HERE) - before).isEqualTo(101);
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
  void a_run_says_whose_events_it_compared() {
    begun();
    listed(event(CONTENT, 1, 5));
    compare();
    assertThat(stage.log().stream().filter(line -> line.contains("compared with CloudTrail")))
        .singleElement()
        .asString()
        .contains(
            "\"account\":\"111122223333\",\"expected\":\"1\",\"missed\":\"1\","
                + "\"lagSeconds\":\"900\"");
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
    String beside = event(GRAVE, 2, 44).replace("dana", "erin");
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
    assertThat(compared().getFirst()).endsWith("\"ReconciliationLag\":900");
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
