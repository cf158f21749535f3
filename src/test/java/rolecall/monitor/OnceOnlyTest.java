package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.monitor.Scanning.counted;
import static rolecall.monitor.Scanning.file;
import static rolecall.monitor.Scanning.observed;
import static rolecall.monitor.Scanning.scan;
import static rolecall.monitor.Scanning.told;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rolecall.finding.Input;
import rolecall.finding.KnownFinding;

class OnceOnlyTest {
  private static final Recorded EDIT = Recorded.edit("e1", "09:00:00").breaks("rule-a");

  @Test
  void a_record_that_stands_twice_in_a_file_is_told_once() {
    ScanResult result = scan(file("a.json", EDIT, EDIT));

    assertThat(told(result)).containsExactly("e1 rule-a");
    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 repeated");
  }

  @Test
  void a_record_that_stands_in_two_files_is_told_once_from_the_first_by_name() {
    ScanResult result = scan(file("b.json", EDIT), file("a.json", EDIT));

    assertThat(told(result)).containsExactly("e1 rule-a");
    assertThat(result.told().getFirst().finding().input()).isEqualTo(new Input("a.json", 0));
    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 repeated");
  }

  @Test
  void a_duplicate_of_a_critical_finding_is_told_once() {
    Recorded grave = Recorded.edit("e1", "09:00:00").breaks("grave-a");
    ScanResult result = scan(file("a.json", grave, grave, grave));

    assertThat(told(result)).containsExactly("e1 grave-a");
    assertThat(counted(result)).isEqualTo("3 records: 1 alerted 2 repeated");
  }

  @Test
  void equal_event_ids_of_two_accounts_are_two_events() {
    Recorded grave = Recorded.edit("e1", "09:00:00").breaks("grave-a");
    ScanResult result =
        scan(file("a.json", grave, grave.text("recipientAccountId", "444455556666")));

    assertThat(told(result)).containsExactly("e1 grave-a", "e1 grave-a");
  }

  @Test
  void a_late_record_is_the_event_that_it_was() {
    Recorded late =
        EDIT.text("eventID", "e0")
            .with("addendum", "{\"reason\":\"UPDATED_DATA\",\"originalEventID\":\"e1\"}");
    ScanResult result = scan(file("a.json", EDIT, late));

    assertThat(told(result)).containsExactly("e0 rule-a");
    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 repeated");
  }

  @Test
  void a_correction_that_proves_one_more_rule_tells_that_rule() {
    Recorded corrected =
        EDIT.text("eventID", "e2")
            .with("addendum", "{\"reason\":\"UPDATED_DATA\",\"originalEventID\":\"e1\"}")
            .breaks("rule-b");
    ScanResult result = scan(file("a.json", corrected, EDIT));

    assertThat(told(result)).containsExactly("e1 rule-a", "e2 rule-b");
    assertThat(counted(result)).isEqualTo("2 records: 2 alerted");
  }

  @Test
  void a_correction_of_a_correction_is_still_one_event() {
    Recorded grave = Recorded.edit("e1", "09:00:00").breaks("grave-a");
    Recorded second = grave.text("eventID", "e2").with("addendum", "{\"originalEventID\":\"e1\"}");
    Recorded third = grave.text("eventID", "e0").with("addendum", "{\"originalEventID\":\"e2\"}");
    ScanResult result = scan(file("a.json", grave, third, second));

    assertThat(told(result)).containsExactly("e0 grave-a");
    assertThat(counted(result)).isEqualTo("3 records: 1 alerted 2 repeated");
  }

  @Test
  void of_two_records_of_one_event_the_one_with_a_time_is_told() {
    Recorded late =
        EDIT.text("eventID", "e0")
            .without("eventTime")
            .with("addendum", "{\"originalEventID\":\"e1\"}");
    ScanResult result = scan(file("a.json", late, EDIT));

    assertThat(told(result)).containsExactly("e1 rule-a");
  }

  @Test
  void a_rule_on_trial_is_listed_once_for_an_event_and_never_told() {
    Recorded tried = Recorded.edit("e1", "09:00:00").breaks("trial-a");
    ScanResult result = scan(file("a.json", tried, tried, tried.text("eventID", "e2")));

    assertThat(told(result)).isEmpty();
    assertThat(observed(result)).containsExactly("e1 trial-a", "e2 trial-a");
    assertThat(counted(result)).isEqualTo("3 records: 3 observed");
    assertThat(result.summary().byRule()).isEmpty();
  }

  @Test
  void a_rule_on_trial_beside_one_that_is_told_changes_no_counter() {
    ScanResult result = scan(file("a.json", EDIT.breaks("trial-a"), EDIT.breaks("trial-a")));

    assertThat(told(result)).containsExactly("e1 rule-a");
    assertThat(observed(result)).containsExactly("e1 trial-a");
    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 repeated");
  }

  @Test
  void what_an_earlier_scan_told_is_not_told_again() {
    ScanResult result =
        scan(Set.of(known("rule-a", "e1")), file("a.json", EDIT.breaks("rule-b"), EDIT));

    assertThat(told(result)).containsExactly("e1 rule-b");
    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 repeated");
  }

  @Test
  void what_an_earlier_scan_told_keeps_its_quiet_window() {
    Recorded inside = EDIT.text("eventID", "e2").text("eventTime", "2026-03-02T09:59:59Z");
    Recorded after = EDIT.text("eventID", "e3").text("eventTime", "2026-03-02T10:00:00Z");
    ScanResult result = scan(Set.of(known("rule-a", "e1")), file("a.json", EDIT, inside, after));

    assertThat(told(result)).containsExactly("e3 rule-a");
    assertThat(counted(result)).isEqualTo("3 records: 1 alerted 2 repeated");
  }

  @Test
  void what_an_earlier_scan_told_keeps_its_quiet_window_though_older_logs_turn_up() {
    Recorded before = EDIT.text("eventID", "e0").text("eventTime", "2026-03-02T08:30:00Z");
    Recorded quiet = EDIT.text("eventID", "e2").text("eventTime", "2026-03-02T09:59:59Z");
    ScanResult result = scan(Set.of(known("rule-a", "e1")), file("a.json", before, EDIT, quiet));

    assertThat(told(result)).containsExactly("e0 rule-a");
    assertThat(counted(result)).isEqualTo("3 records: 1 alerted 2 repeated");
  }

  @Test
  void what_an_earlier_scan_told_of_one_copy_it_told_of_the_event() {
    Recorded late = EDIT.text("eventID", "e0").with("addendum", "{\"originalEventID\":\"e1\"}");
    ScanResult result = scan(Set.of(known("rule-a", "e1")), file("a.json", EDIT, late));

    assertThat(told(result)).isEmpty();
    assertThat(counted(result)).isEqualTo("2 records: 2 repeated");
  }

  @Test
  void an_earlier_scan_of_another_account_hides_nothing() {
    KnownFinding other = new KnownFinding("rule-a", "e1", Optional.of("444455556666"));
    ScanResult result = scan(Set.of(other), file("a.json", EDIT));

    assertThat(told(result)).containsExactly("e1 rule-a");
  }

  private static KnownFinding known(String rule, String event) {
    return new KnownFinding(rule, event, Optional.of("111122223333"));
  }
}
