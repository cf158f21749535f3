package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.monitor.Scanning.file;
import static rolecall.monitor.Scanning.scan;
import static rolecall.monitor.Scanning.told;
import static rolecall.monitor.Sessions.DANA;
import static rolecall.monitor.Sessions.EVE;
import static rolecall.monitor.Sessions.ops;
import static rolecall.monitor.Sessions.switched;
import static rolecall.monitor.Sessions.taken;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.lineage.Gathering;

/** A console switch names no key, and yet is the same act as the assumption beside it. */
class SwitchesTest {
  private static final String DANAS = "ASIAEXAMPLE000000001";
  private static final String EVES = "ASIAEXAMPLE000000002";

  /** Both take the role Ops under one session name. */
  private static final Recorded DANA_SIGNS_IN = taken("t1", "06:00:00", DANA, "shift", DANAS);

  private static final Recorded EVE_SIGNS_IN = taken("t2", "06:00:01", EVE, "shift", EVES);

  /** An assumption of the role Admin with a key of the role Ops. */
  private static Recorded admin(String id, String time, String key) {
    return taken(id, time, ops("shift", key), "Admin", "shift", "ASIAEXAMPLE" + id)
        .breaks("rule-a");
  }

  @ParameterizedTest
  @CsvSource({"09:00:00, 09:00:02", "09:00:02, 09:00:00", "09:00:00, 09:59:59"})
  void a_switch_and_the_assumption_beside_it_are_told_once(String taken, String switched) {
    ScanResult result =
        scan(
            file(
                "a.json",
                DANA_SIGNS_IN,
                admin("e1", taken, DANAS),
                switched("e2", switched, "shift")));

    assertThat(result.told()).hasSize(1);
    assertThat(result.told().getFirst().repeats()).isEqualTo(1);
    assertThat(result.told().getFirst().finding().act().actor())
        .isEqualTo("arn:aws:iam::111122223333:user/dana");
  }

  @Test
  void nobody_who_shares_the_name_is_silenced_by_a_switch_nor_the_switch_by_them() {
    ScanResult result =
        scan(
            file(
                "a.json",
                DANA_SIGNS_IN,
                EVE_SIGNS_IN,
                admin("e1", "09:00:00", DANAS),
                switched("e2", "09:00:02", "shift"),
                admin("e3", "09:30:00", EVES),
                switched("e4", "09:30:02", "shift")));

    // Whose the switches are cannot be told, so they are told as the caller's, beside both people.
    assertThat(told(result)).containsExactly("e1 rule-a", "e2 rule-a +1", "e3 rule-a");
  }

  @Test
  void a_switch_first_silences_the_one_whose_assumption_is_beside_it_and_nobody_else() {
    ScanResult result =
        scan(
            file(
                "a.json",
                DANA_SIGNS_IN,
                EVE_SIGNS_IN,
                switched("e1", "09:00:00", "shift"),
                admin("e2", "09:00:02", DANAS),
                admin("e3", "10:00:00", EVES)));

    assertThat(told(result)).containsExactly("e1 rule-a +1", "e3 rule-a");
  }

  @Test
  void an_assumption_of_unknown_root_beside_it_leaves_the_switch_to_the_caller() {
    ScanResult result =
        scan(
            file(
                "a.json",
                DANA_SIGNS_IN,
                admin("e1", "09:00:00", DANAS),
                admin("e2", "09:00:01", EVES),
                switched("e3", "09:00:02", "shift")));

    assertThat(told(result)).containsExactly("e1 rule-a", "e2 rule-a +1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"08:00:00", "10:00:00"})
  void an_assumption_an_hour_away_is_not_beside_it(String time) {
    ScanResult result =
        scan(
            file(
                "a.json",
                DANA_SIGNS_IN,
                admin("e1", time, DANAS),
                switched("e2", "09:00:00", "shift")));

    assertThat(result.told()).extracting(t -> t.finding().act().actor()).doesNotHaveDuplicates();
  }

  @Test
  void an_assumption_of_another_role_or_by_another_name_is_not_beside_it() {
    ScanResult result =
        scan(
            file(
                "a.json",
                DANA_SIGNS_IN,
                taken("e0", "09:00:00", ops("shift", DANAS), "Other", "shift", "ASIAEXAMPLE3"),
                taken("e1", "09:00:00", ops("night", DANAS), "Admin", "night", "ASIAEXAMPLE4"),
                switched("e2", "09:00:01", "shift")));

    assertThat(result.told().getFirst().finding().act().actor())
        .isEqualTo("arn:aws:sts::111122223333:assumed-role/Ops/shift");
  }

  @Test
  void where_records_were_left_out_one_of_them_may_be_beside_it() {
    ScanResult result =
        Scanning.scanner(1)
            .run(
                List.of(
                        file(
                            "a.json",
                            taken("t0", "05:00:00", EVE, "shift", EVES),
                            DANA_SIGNS_IN,
                            admin("e1", "09:00:00", DANAS),
                            switched("e2", "09:00:02", "shift")))
                    .iterator(),
                Progress.NONE,
                Witness.NONE,
                new Gathering(2));

    assertThat(told(result)).containsExactly("e1 rule-a", "e2 rule-a");
  }
}
