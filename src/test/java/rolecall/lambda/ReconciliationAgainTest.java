package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import rolecall.aws.RecentEvents;

/** The second look at each event, a day later. */
class ReconciliationAgainTest extends ReconciliationStage {
  private static final Duration DAY = Duration.ofHours(24);

  @Test
  void what_CloudTrail_lists_late_is_found_a_day_later_and_told_once() {
    begun();
    String handled = event(CONTENT, 1, 5);
    String missed = event(CONTENT, 2, 6);
    stage.invoke(function, handled);
    listed(handled, missed);
    compare();
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":2,\"EventsMissed\":1,");

    listed(event(GRAVE, 3, 7));
    function.later(DAY.minusMinutes(15));
    assertThat(compare()).isEqualTo(TOLD);
    assertThat(stage.told(0)).containsExactly(id(3) + " chime-slr-edit-refused");
    assertThat(stage.body(0, "email"))
        .contains("late: the event never reached the monitor by itself");
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 AlertsPublished=1");
    assertThat(compared())
        .containsExactly(
            "\"EventsExpected\":1,\"EventsMissed\":1,\"Coverage\":0.0,\"ReconciliationLag\":900",
            "\"Region\":\"us-east-1\",\"EventsExpected\":1,\"EventsMissed\":1,\"Coverage\":0.0");

    function.later(Duration.ofMinutes(15));
    compare();
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":0,");
    assertThat(stage.published()).isEqualTo(1);
  }

  @Test
  void what_a_run_compares_first_it_does_not_compare_again() {
    begun();
    listed(event(GRAVE, 1, 5));
    function.later(DAY.plusHours(2));
    compare();
    assertThat(stage.counters()).isEqualTo("RecordsAlerted=1 AlertsPublished=1");
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":1,\"EventsMissed\":1,");
    function.later(Duration.ofMinutes(15));
    compare();
    assertThat(stage.counters()).isEmpty();
    assertThat(compared().getFirst()).startsWith("\"EventsExpected\":0,");
  }

  @Test
  void where_the_first_look_is_not_done_there_is_no_second() {
    begun();
    recent.refuse(HERE, RecentEvents.tokenGone());
    listed(in("eu-west-1", event(CONTENT, 1, 5)));
    int before = regions().size();
    compare();
    assertThat(notes()).hasSize(1);
    List<String> asked = regions().subList(before, regions().size());
    assertThat(Collections.frequency(asked, "eu-west-1")).isEqualTo(2);
    assertThat(asked.lastIndexOf(HERE)).isLessThan(asked.indexOf("af-south-1"));
  }
}
