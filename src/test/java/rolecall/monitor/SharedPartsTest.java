package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rolecall.finding.Input;
import rolecall.finding.Role;
import rolecall.lineage.Step;
import rolecall.policy.Breach;
import rolecall.record.TestRecords;

class SharedPartsTest {
  @Test
  void a_suspect_stays_equal_and_shares_what_others_have_as_well() {
    SharedParts parts = new SharedParts();
    Suspect first = parts.of(suspect("e1"));
    Suspect second = parts.of(suspect("e2"));

    assertThat(first).isEqualTo(suspect("e1"));
    assertThat(second).isEqualTo(suspect("e2"));
    assertThat(second.step().caller()).isSameAs(first.step().caller());
    assertThat(second.step().said()).isSameAs(first.step().said());
    assertThat(second.role()).isSameAs(first.role());
    assertThat(second.breaches()).isSameAs(first.breaches());
    assertThat(second.event().name()).isSameAs(first.event().name());
    assertThat(second.event().account()).isSameAs(first.event().account());
    assertThat(second.input().file()).isSameAs(first.input().file());
  }

  /** All of it new objects. */
  private static Suspect suspect(String id) {
    return new Suspect(
        Step.of(TestRecords.with(TestRecords.ASSUME_ROLE_BY_SESSION, "eventID", id)),
        Optional.of(new Role(Optional.empty(), copied("Admin"), Optional.empty())),
        List.of(
            new Breach(
                ScriptedJudge.rule("rule-a"), copied("Why."), "a", Duration.ofHours(1), false)),
        new Input(copied("a.json"), 7),
        0);
  }

  private static String copied(String text) {
    return String.valueOf(text.toCharArray());
  }
}
