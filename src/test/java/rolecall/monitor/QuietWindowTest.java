package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.monitor.Scanning.counted;
import static rolecall.monitor.Scanning.file;
import static rolecall.monitor.Scanning.scan;
import static rolecall.monitor.Scanning.told;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietWindowTest {
  private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/Ops/";

  @ParameterizedTest
  @CsvSource({"09:00:00", "09:00:01", "09:59:59"})
  void inside_the_window_a_further_act_is_only_counted(String time) {
    ScanResult result = scan(file("a.json", edit("e1", "09:00:00"), edit("e2", time)));

    assertThat(told(result)).containsExactly("e1 rule-a +1");
    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 repeated");
  }

  @Test
  void at_exactly_sixty_minutes_the_window_is_over() {
    ScanResult result = scan(file("a.json", edit("e1", "09:00:00"), edit("e2", "10:00:00")));

    assertThat(told(result)).containsExactly("e1 rule-a", "e2 rule-a");
    assertThat(counted(result)).isEqualTo("2 records: 2 alerted");
  }

  @Test
  void a_repeat_does_not_prolong_the_window_and_the_next_finding_opens_a_new_one() {
    ScanResult result =
        scan(
            file(
                "a.json",
                edit("e5", "11:01:00"),
                edit("e4", "10:59:59"),
                edit("e3", "10:00:00"),
                edit("e2", "09:59:00"),
                edit("e1", "09:00:00")));

    assertThat(told(result)).containsExactly("e1 rule-a +1", "e3 rule-a +1", "e5 rule-a");
    assertThat(counted(result)).isEqualTo("5 records: 3 alerted 2 repeated");
  }

  @Test
  void a_duplicate_of_a_repeat_is_no_further_repeat() {
    ScanResult result =
        scan(
            file("a.json", edit("e1", "09:00:00"), edit("e1", "09:00:00")),
            file("b.json", edit("e2", "09:10:00"), edit("e2", "09:10:00")));

    assertThat(told(result)).containsExactly("e1 rule-a +1");
    assertThat(counted(result)).isEqualTo("4 records: 1 alerted 3 repeated");
  }

  @Test
  void critical_findings_have_no_window_and_open_none() {
    Recorded grave = Recorded.edit("e1", "09:00:00").breaks("grave-a");
    ScanResult result = scan(file("a.json", grave, grave.text("eventID", "e2")));

    assertThat(told(result)).containsExactly("e1 grave-a", "e2 grave-a");
  }

  @Test
  void a_critical_finding_is_told_in_the_window_of_a_milder_one_of_its_rule() {
    Recorded grave = Recorded.edit("e2", "09:10:00").breaksGravely("rule-a");
    ScanResult result = scan(file("a.json", edit("e1", "09:00:00"), grave, edit("e3", "09:20:00")));

    assertThat(told(result)).containsExactly("e1 rule-a +1", "e2 rule-a");
    assertThat(counted(result)).isEqualTo("3 records: 2 alerted 1 repeated");
  }

  @Test
  void another_target_is_never_silenced() {
    Recorded other = Recorded.edit("e2", "09:00:01").breaks("rule-a", "another-role");
    ScanResult result = scan(file("a.json", edit("e1", "09:00:00"), other));

    assertThat(told(result)).containsExactly("e1 rule-a", "e2 rule-a");
  }

  @Test
  void another_rule_is_never_silenced() {
    Recorded both = edit("e2", "09:00:01").breaks("rule-b");
    ScanResult result = scan(file("a.json", edit("e1", "09:00:00"), both));

    assertThat(told(result)).containsExactly("e1 rule-a +1", "e2 rule-b");
    assertThat(counted(result)).isEqualTo("2 records: 2 alerted");
  }

  @Test
  void another_actor_is_never_silenced() {
    Recorded other = edit("e2", "09:00:01").by("arn:aws:iam::111122223333:user/eve");
    ScanResult result = scan(file("a.json", edit("e1", "09:00:00"), other));

    assertThat(told(result)).containsExactly("e1 rule-a", "e2 rule-a");
  }

  @Test
  void two_session_names_of_one_role_are_two_actors() {
    ScanResult result =
        scan(
            file(
                "a.json",
                edit("e1", "09:00:00").by(SESSION + "dana"),
                edit("e2", "09:00:01").by(SESSION + "eve"),
                edit("e3", "09:00:02").by(SESSION + "dana")));

    assertThat(told(result)).containsExactly("e1 rule-a +1", "e2 rule-a");
  }

  @Test
  void a_record_without_a_time_is_told_last_and_opens_no_window() {
    Recorded timeless = edit("e0", "09:00:00").without("eventTime");
    ScanResult result =
        scan(
            file(
                "a.json",
                timeless,
                timeless.text("eventID", "e2").text("eventTime", "yesterday"),
                edit("e1", "09:00:00")));

    assertThat(told(result)).containsExactly("e1 rule-a", "e0 rule-a", "e2 rule-a");
    assertThat(counted(result)).isEqualTo("3 records: 3 alerted");
  }

  @ParameterizedTest
  @CsvSource({"09:00:00,09:00:02", "09:00:02,09:00:00"})
  void a_console_switch_and_the_assumption_beside_it_are_told_once(String taken, String switched) {
    Recorded assumption = Recorded.callersCopy("e1", taken, "s1").breaks("rule-a");
    Recorded consoleSwitch =
        Recorded.edit("e2", switched)
            .text("eventSource", "signin.amazonaws.com")
            .text("eventName", "SwitchRole")
            .text("recipientAccountId", "444455556666")
            .with(
                "userIdentity",
                "{\"type\":\"AssumedRole\",\"accountId\":\"444455556666\","
                    + "\"arn\":\"arn:aws:sts::444455556666:assumed-role/Admin/dana\"}")
            .with("additionalEventData", "{\"SwitchFrom\":\"arn:aws:iam::111122223333:user/dana\"}")
            .breaks("rule-a");
    ScanResult result = scan(file("a.json", assumption, consoleSwitch));

    assertThat(result.told()).hasSize(1);
    assertThat(result.told().getFirst().repeats()).isEqualTo(1);
    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 repeated");
  }

  private static Recorded edit(String id, String time) {
    return Recorded.edit(id, time).breaks("rule-a");
  }
}
