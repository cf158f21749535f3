package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rolecall.aws.Answers;
import rolecall.aws.Instantly;
import rolecall.aws.RecentEvents;

/** In which order missed events are told, and what of it time cuts off. */
class ReconciliationOrderTest extends ReconciliationStage {
  private static String by(String user, String record) {
    return record.replace("dana", user);
  }

  @Test
  void an_outage_of_three_hours_is_told_once_an_hour_in_its_order_and_with_counts() {
    begun();
    function.later(Duration.ofHours(3));
    recent = new RecentEvents(7);
    for (int i = 0; i < 30; i++) {
      listed(event(GRAVE, i, 1 + 6 * i));
    }
    assertThat(compare()).isEqualTo(TOLD);

    assertThat(stage.published()).isEqualTo(3);
    for (int hour = 0; hour < 3; hour++) {
      assertThat(stage.told(hour)).containsExactly(id(10 * hour) + " chime-slr-edit-refused");
      assertThat(stage.body(hour, "email").contains("9 further events")).isEqualTo(hour > 0);
    }
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=3 RecordsRepeated=27 AlertsPublished=3");
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":30,\"EventsMissed\":30,");
  }

  @Test
  void events_of_one_second_are_told_in_the_order_that_CloudTrail_gives_them() {
    begun();
    listed(by("c", event(GRAVE, 3, 5)), by("b", event(GRAVE, 2, 5)), by("a", event(GRAVE, 1, 5)));
    compare();
    assertThat(List.of(stage.told(0), stage.told(1), stage.told(2)))
        .isEqualTo(
            List.of(
                List.of(id(1) + " chime-slr-edit-refused"),
                List.of(id(2) + " chime-slr-edit-refused"),
                List.of(id(3) + " chime-slr-edit-refused")));
  }

  @Test
  void what_time_keeps_from_being_told_the_next_run_tells_and_nothing_twice() {
    begun();
    recent = new RecentEvents(2);
    for (int i = 1; i <= 5; i++) {
      listed(by("user-" + i, event(GRAVE, i, i)));
    }
    listed(event(CONTENT, 6, 6));
    stage.invoke(function, event(CONTENT, 6, 6));
    IntSupplier twoAlerts = () -> stage.published() > 1 ? 11_999 : 60_000;
    assertThat(stage.invoke(function, JsonTexts.sqs(DUE), twoAlerts)).isEqualTo(TOLD);
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=2 AlertsPublished=2");
    assertThat(compared().getFirst())
        .isEqualTo(
            "\"EventsExpected\":2,\"EventsMissed\":2,\"Coverage\":0.0,"
                + "\"ReconciliationLag\":3600");

    function.later(Duration.ofMinutes(15));
    compare();
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=3 AlertsPublished=3");
    assertThat(compared().getFirst())
        .startsWith("\"EventsExpected\":6,\"EventsMissed\":3,")
        .endsWith("\"ReconciliationLag\":900");
    for (int i = 0; i < 5; i++) {
      assertThat(stage.told(i)).containsExactly(id(i + 1) + " chime-slr-edit-refused");
    }
  }

  @Test
  void a_copy_that_dies_before_it_notes_what_it_told_costs_no_second_alert() {
    begun();
    listed(event(GRAVE, 1, 5));
    stage.table(asked ->
        asked.text().contains("seen#") && asked.text().contains("\"Item\"")
            ? Answers.jsonError(500, "InternalServerError", "x")
            : Stage.forward(asked));
    compare();
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 AlertsPublished=1 StoreUnavailable=1");

    stage.table(Stage::forward);
    InProcess other = stage.function(new Instantly());
    other.later(Duration.ofMinutes(60));
    stage.invoke(other, JsonTexts.sqs(DUE));
    assertThat(stage.counters()).isEqualTo("RecordsRepeated=1");
    assertThat(stage.published()).isEqualTo(1);
  }

  @Test
  void whoever_traces_and_whoever_compares_keep_one_pace() {
    begun();
    Instantly time = new Instantly();
    InProcess tracing = stage.trail(asked -> recent.apply(asked)).function(time);
    tracing.later(Duration.ofMinutes(45));
    recent = new RecentEvents(2).at(time);
    for (int i = 1; i <= 5; i++) {
      listed(event(GRAVE, i, i).replace("ASIAEXAMPLE000000129", "ASIAEXAMPLE00000020" + i));
    }
    int before = calls(HERE);
    stage.invoke(tracing, JsonTexts.sqs(DUE));

    assertThat(stage.counters()).startsWith("RecordsAlerted=");
    // Three pages, a second look, and questions about keys.
    assertThat(calls(HERE) - before).isGreaterThan(4);
    assertThat(recent.tooSoon()).isZero();
  }

  @Test
  void no_more_than_two_thousand_records_are_held() {
    begun();
    recent = new RecentEvents(1_000);
    listed(event(GRAVE, 9_999, 30));
    for (int i = 0; i < 2_500; i++) {
      listed(brief(id(i), BEGIN.plusSeconds(i / 2)));
    }
    List<String> steps = new ArrayList<>();
    stage.history(asked -> {
      if (asked.signedIn().orElseThrow().equals(HERE)) {
        steps.add("page");
      }
      return recent.apply(asked);
    });
    stage.topic(_ -> {
      steps.add("alert");
      return Answers.published("id-1");
    });
    compare();

    // The last page is that of the second look.
    assertThat(steps).containsExactly("page", "page", "alert", "page", "page");
    assertThat(stage.counters())
        .isEqualTo("RecordsAlerted=1 RecordsAllowed=2500 AlertsPublished=1");
    assertThat(compared().getFirst())
        .startsWith("\"EventsExpected\":2501,\"EventsMissed\":2501,")
        .endsWith("\"ReconciliationLag\":900");
  }

  @Test
  void half_of_the_time_is_for_taking_what_is_held() {
    begun();
    recent = new RecentEvents(2);
    for (int i = 1; i <= 5; i++) {
      listed(by("user-" + i, event(GRAVE, i, i)));
    }
    int before = calls(HERE);
    IntSupplier shortly = () -> calls(HERE) - before > 1 ? 35_000 : 60_000;
    assertThat(stage.invoke(function, JsonTexts.sqs(DUE), shortly)).isEqualTo(TOLD);

    // The two pages that were read by then are told first, in their order.
    assertThat(
            IntStream.range(0, 5).mapToObj(stage::told).map(List::getFirst).map(s -> s.charAt(35)))
        .containsExactly('2', '3', '4', '5', '1');
  }

  @Test
  void a_busy_region_holds_no_quiet_one_up_and_second_looks_come_last() {
    begun();
    recent = new RecentEvents(2);
    for (int i = 1; i <= 5; i++) {
      listed(event(CONTENT, i, i), in("eu-west-1", event(CONTENT, 10 + i, i)));
    }
    listed(in("sa-east-1", event(CONTENT, 20, 1)));
    int before = regions().size();
    compare();

    List<String> asked = regions().subList(before, regions().size());
    int all = (asked.size() - 4) / 2;
    assertThat(asked.subList(all, all + 4)).containsExactly(HERE, "eu-west-1", HERE, "eu-west-1");
    assertThat(asked.subList(0, all)).startsWith(HERE).doesNotHaveDuplicates();
    assertThat(asked.subList(all + 4, asked.size())).isEqualTo(asked.subList(0, all));
    assertThat(compared())
        .containsExactly(
            "\"EventsExpected\":11,\"EventsMissed\":11,\"Coverage\":0.0,\"ReconciliationLag\":900",
            "\"Region\":\"eu-west-1\",\"EventsExpected\":5,\"EventsMissed\":5,\"Coverage\":0.0",
            "\"Region\":\"sa-east-1\",\"EventsExpected\":1,\"EventsMissed\":1,\"Coverage\":0.0",
            "\"Region\":\"us-east-1\",\"EventsExpected\":5,\"EventsMissed\":5,\"Coverage\":0.0");
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
        .endsWith("\"ReconciliationLag\":3600");

    function.later(Duration.ofMinutes(15));
    compare();
    assertThat(compared().getFirst())
        .startsWith("\"EventsExpected\":1,")
        .endsWith("\"ReconciliationLag\":900");
  }
}
