package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.monitor.Recorded.callersCopy;
import static rolecall.monitor.Recorded.rolesCopy;
import static rolecall.monitor.Scanning.counted;
import static rolecall.monitor.Scanning.file;
import static rolecall.monitor.Scanning.observed;
import static rolecall.monitor.Scanning.scan;
import static rolecall.monitor.Scanning.told;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.finding.Told;

class CrossAccountTest {
  private static final String TIME = "09:00:00";

  @ParameterizedTest
  @CsvSource({"e1,e2", "e2,e1"})
  void both_copies_are_one_event(String callers, String roles) {
    ScanResult result =
        scan(
            file("a.json", callersCopy(callers, TIME, "s1").breaks("grave-a")),
            file("b.json", rolesCopy(roles, TIME, "s1").breaks("grave-a")));

    assertThat(told(result)).containsExactly("e1 grave-a");
    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 repeated");
    assertThat(result.told().getFirst().finding().act().event()).isEqualTo("s1");
  }

  @Test
  void the_second_copy_tells_what_it_alone_proves() {
    ScanResult result =
        scan(
            file("a.json", callersCopy("e1", TIME, "s1").breaks("rule-a")),
            file("b.json", rolesCopy("e2", TIME, "s1").breaks("rule-a").breaks("rule-b")));

    assertThat(told(result)).containsExactly("e1 rule-a", "e2 rule-b");
    assertThat(counted(result)).isEqualTo("2 records: 2 alerted");
    assertThat(result.told())
        .extracting(t -> t.finding().act().actor())
        .containsOnly("arn:aws:iam::111122223333:user/dana");
  }

  @Test
  void both_copies_have_the_actor_of_the_callers_copy_even_if_that_is_allowed() {
    ScanResult result =
        scan(
            file("a.json", callersCopy("e1", TIME, "s1")),
            file("b.json", rolesCopy("e2", TIME, "s1").breaks("rule-b")));

    Told told = result.told().getFirst();
    assertThat(told.finding().act().actor()).isEqualTo("arn:aws:iam::111122223333:user/dana");
    assertThat(told.finding().caller().kind()).isEqualTo("aws-account");
  }

  @Test
  void half_a_pair_has_the_actor_that_it_names() {
    ScanResult result = scan(file("b.json", rolesCopy("e2", TIME, "s1").breaks("rule-b")));

    assertThat(result.told().getFirst().finding().act().actor())
        .isEqualTo("AIDAEXAMPLEDANA@111122223333");
  }

  @ParameterizedTest
  @CsvSource({"allowed", "excused"})
  void the_callers_own_copy_settles_what_the_other_copy_cannot_know(String verdict) {
    ScanResult result =
        scan(
            file("a.json", rolesCopy("e1", TIME, "s1").breaksUnlessSettled("rule-a")),
            file("b.json", callersCopy("e2", TIME, "s1").says(verdict)));

    assertThat(told(result)).isEmpty();
    assertThat(counted(result)).isEqualTo("2 records: 2 allowed");
  }

  @Test
  void where_the_callers_own_copy_breaks_the_rule_as_well_the_first_copy_tells() {
    ScanResult result =
        scan(
            file("a.json", rolesCopy("e1", TIME, "s1").breaksUnlessSettled("rule-a")),
            file("b.json", callersCopy("e2", TIME, "s1").breaks("rule-a")));

    assertThat(told(result)).containsExactly("e1 rule-a");
    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 repeated");
  }

  @Test
  void what_the_callers_copy_does_not_settle_still_stands() {
    ScanResult result =
        scan(
            file(
                "a.json",
                rolesCopy("e1", TIME, "s1")
                    .breaksUnlessSettled("rule-a")
                    .breaksUnlessSettled("trial-a")
                    .breaks("rule-b"),
                callersCopy("e2", TIME, "s1")));

    assertThat(told(result)).containsExactly("e1 rule-b");
    assertThat(observed(result)).isEmpty();
    assertThat(counted(result)).isEqualTo("2 records: 1 allowed 1 alerted");
  }

  @Test
  void half_a_pair_is_told_as_it_stands() {
    ScanResult result =
        scan(
            file(
                "a.json",
                rolesCopy("e1", TIME, "s1").breaksUnlessSettled("rule-a"),
                callersCopy("e2", TIME, "s2"),
                rolesCopy("e3", TIME, "s3")));

    assertThat(told(result)).containsExactly("e1 rule-a");
    assertThat(counted(result)).isEqualTo("3 records: 2 allowed 1 alerted");
  }

  @Test
  void a_copy_of_the_roles_account_settles_nothing() {
    ScanResult result =
        scan(
            file(
                "a.json",
                rolesCopy("e1", TIME, "s1").breaksUnlessSettled("rule-a"),
                rolesCopy("e2", TIME, "s1")));

    assertThat(told(result)).containsExactly("e1 rule-a");
  }

  @Test
  void a_callers_copy_that_nobody_judged_settles_nothing() {
    ScanResult result =
        scan(
            file(
                "a.json",
                rolesCopy("e1", TIME, "s1").breaksUnlessSettled("rule-a"),
                callersCopy("e2", TIME, "s1").says("fault")));

    assertThat(told(result)).containsExactly("e1 rule-a");
    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 unreadable");
  }

  @Test
  void a_late_copy_without_the_shared_id_is_still_the_same_event() {
    Recorded late =
        callersCopy("e0", TIME, "s1")
            .without("sharedEventID")
            .with("addendum", "{\"reason\":\"UPDATED_DATA\",\"originalEventID\":\"e1\"}")
            .breaks("grave-a");
    ScanResult result =
        scan(
            file("a.json", late, rolesCopy("e2", TIME, "s1").breaks("grave-a")),
            file("b.json", callersCopy("e1", TIME, "s1").breaks("grave-a")));

    assertThat(told(result)).containsExactly("e0 grave-a");
    assertThat(counted(result)).isEqualTo("3 records: 1 alerted 2 repeated");
  }

  @Test
  void a_shared_id_on_another_services_events_joins_nothing() {
    Recorded one = Recorded.edit("e1", TIME).text("sharedEventID", "s1").breaks("grave-a");
    ScanResult result = scan(file("a.json", one, one.text("eventID", "e2")));

    assertThat(told(result)).containsExactly("e1 grave-a", "e2 grave-a");
  }
}
