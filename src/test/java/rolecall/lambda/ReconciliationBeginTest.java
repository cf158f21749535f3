package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import rolecall.aws.RecentEvents;

/** What a Region hears that was never compared before. */
class ReconciliationBeginTest extends ReconciliationStage {
  private static final String NOTHING =
      "\"EventsExpected\":0,\"EventsMissed\":0,\"ReconciliationLag\":900";

  @Test
  void whoever_deploys_hears_once_what_happened_in_the_last_day_and_misses_nothing() {
    String yesterday = event(GRAVE, 1, -24 * 60 + 1);
    listed(yesterday, event(CONTENT, 2, -16), event(GRAVE, 3, -24 * 60 - 1));
    assertThat(compare()).isEqualTo(TOLD);
    assertThat(stage.told(0)).containsExactly(id(1) + " chime-slr-edit-refused");
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 RecordsAllowed=1 AlertsPublished=1");
    assertThat(compared()).containsExactly(NOTHING);

    function.later(Duration.ofMinutes(45));
    compare();
    stage.invoke(function, yesterday);
    assertThat(stage.counters()).isEqualTo("RecordsRepeated=1");
    assertThat(stage.published()).isEqualTo(1);
  }

  @Test
  void the_first_event_that_is_handled_begins_the_memory() {
    String handled = event(GRAVE, 1, -60);
    stage.invoke(function, handled);
    listed(event(CONTENT, 2, -61), handled, event(CONTENT, 3, -59));
    compare();
    assertThat(stage.counters()).isEqualTo("RecordsAllowed=2");
    assertThat(compared().getFirst())
        .startsWith("\"EventsExpected\":2,\"EventsMissed\":1,\"Coverage\":50.0,");
  }

  @Test
  void the_memory_begins_with_the_first_run_though_nothing_was_ever_handled() {
    listed(event(CONTENT, 1, -1), event(CONTENT, 2, 0));
    begun();
    compare();
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":1,\"EventsMissed\":1,");
    assertThat(stage.counters()).isEqualTo("RecordsAllowed=2");
  }

  @Test
  void a_region_that_is_switched_on_later_begins_a_day_back_too() {
    String there = "me-south-1";
    recent.refuse(there, RecentEvents.stranger());
    compare();
    function.later(Duration.ofMinutes(45));
    listed(in(there, event(GRAVE, 1, -60)), in(there, event(GRAVE, 2, 5).replace("dana", "erin")));
    compare();
    assertThat(stage.published()).isZero();

    recent.allow(there);
    function.later(Duration.ofMinutes(15));
    compare();
    assertThat(stage.told(0)).containsExactly(id(1) + " chime-slr-edit-refused");
    assertThat(stage.told(1)).containsExactly(id(2) + " chime-slr-edit-refused");
    assertThat(compared())
        .containsExactly(
            "\"EventsExpected\":1,\"EventsMissed\":1,\"Coverage\":0.0,\"ReconciliationLag\":900",
            "\"Region\":\"me-south-1\",\"EventsExpected\":1,\"EventsMissed\":1,\"Coverage\":0.0");
  }

  @Test
  void a_region_that_is_off_is_asked_once_a_run() {
    String there = "me-south-1";
    recent.refuse(there, RecentEvents.stranger());
    compare();
    compare();
    assertThat(calls(there)).isEqualTo(2);
  }
}
