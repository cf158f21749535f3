package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.monitor.Scanning.counted;
import static rolecall.monitor.Scanning.file;
import static rolecall.monitor.Scanning.scan;
import static rolecall.monitor.Scanning.told;
import static rolecall.monitor.Sessions.DANA;
import static rolecall.monitor.Sessions.EVE;
import static rolecall.monitor.Sessions.edit;
import static rolecall.monitor.Sessions.ops;
import static rolecall.monitor.Sessions.service;
import static rolecall.monitor.Sessions.taken;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.finding.KnownFinding;
import rolecall.ingest.Found;
import rolecall.lineage.Gathering;

/** Repeats are grouped by the root of the lineage where that is proven, else by the caller. */
class RootsTest {
  private static final String FIRST = "ASIAEXAMPLE000000001";
  private static final String SECOND = "ASIAEXAMPLE000000002";
  private static final Recorded TAKEN_FIRST = taken("t1", "08:50:00", DANA, "one", FIRST);

  private static List<String> actors(ScanResult result) {
    return result.told().stream().map(told -> told.finding().act().actor()).toList();
  }

  @Test
  void one_person_with_many_session_names_is_one_actor() {
    ScanResult result =
        scan(
            file(
                "a.json",
                edit("e1", "09:00:00", ops("one", FIRST)),
                edit("e2", "09:10:00", ops("two", SECOND)),
                edit("e3", "09:20:00", DANA)),
            file("b.json", TAKEN_FIRST, taken("t2", "08:51:00", DANA, "two", SECOND)));

    assertThat(told(result)).containsExactly("e1 rule-a +2");
    assertThat(actors(result)).containsExactly("arn:aws:iam::111122223333:user/dana");
    assertThat(counted(result)).isEqualTo("5 records: 2 allowed 1 alerted 2 repeated");
  }

  @Test
  void two_people_who_share_a_session_name_are_two_actors() {
    ScanResult result =
        scan(
            file(
                "a.json",
                TAKEN_FIRST,
                taken("t2", "08:51:00", EVE, "one", SECOND),
                edit("e1", "09:00:00", ops("one", FIRST)),
                edit("e2", "09:10:00", ops("one", SECOND)),
                edit("e3", "09:20:00", ops("one", FIRST))));

    assertThat(told(result)).containsExactly("e1 rule-a +1", "e2 rule-a");
  }

  @Test
  void where_the_root_is_unknown_the_caller_is_the_actor_and_never_somebody_known() {
    ScanResult result =
        scan(
            file(
                "a.json",
                TAKEN_FIRST,
                edit("e1", "09:00:00", ops("one", FIRST)),
                edit("e2", "09:10:00", ops("one", SECOND)),
                edit("e3", "09:20:00", ops("one", "ASIAEXAMPLE000000003"))));

    assertThat(told(result)).containsExactly("e1 rule-a", "e2 rule-a +1");
    assertThat(actors(result))
        .containsExactly(
            "arn:aws:iam::111122223333:user/dana",
            "arn:aws:sts::111122223333:assumed-role/Ops/one");
  }

  @Test
  void a_service_is_no_actor_but_each_session_that_it_began_is() {
    ScanResult result =
        scan(
            file(
                "a.json",
                taken("t1", "08:50:00", service("ec2.amazonaws.com"), "i-1", FIRST),
                taken("t2", "08:51:00", service("ec2.amazonaws.com"), "i-2", SECOND),
                taken("t3", "08:52:00", service("ec2.amazonaws.com"), "i-1", "ASIAEXAMPLE3"),
                taken("t4", "08:53:00", service("ecs.amazonaws.com"), "i-1", "ASIAEXAMPLE4"),
                edit("e1", "09:00:00", ops("i-1", FIRST)),
                edit("e2", "09:01:00", ops("i-2", SECOND)),
                edit("e3", "09:02:00", ops("i-1", "ASIAEXAMPLE3")),
                edit("e4", "09:03:00", ops("i-1", "ASIAEXAMPLE4")),
                edit("e5", "09:04:00", ops("i-1", "ASIAEXAMPLE5"))));

    assertThat(told(result)).containsExactly("e1 rule-a +1", "e2 rule-a", "e4 rule-a", "e5 rule-a");
  }

  @Test
  void both_copies_of_a_cross_account_assumption_have_the_root_of_the_callers_copy() {
    ScanResult result =
        scan(
            file(
                "a.json",
                TAKEN_FIRST,
                Recorded.callersCopy("e1", "09:00:00", "s1")
                    .with("userIdentity", ops("one", FIRST))
                    .breaks("rule-a"),
                Recorded.rolesCopy("e2", "09:00:00", "s1").breaks("rule-b")));

    assertThat(told(result)).containsExactly("e1 rule-a", "e2 rule-b");
    assertThat(actors(result)).containsOnly("arn:aws:iam::111122223333:user/dana");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-02T08:50:00Z", "2026-03-02T08:55:00Z"})
  void records_before_the_period_lead_to_the_root_and_are_ignored(String since) {
    Scan scan =
        new Scan(
            new ScriptedJudge(), 1, Optional.of(Instant.parse(since)), Optional.empty(), Set.of());
    ScanResult result =
        scan.run(
            List.of(
                    file(
                        "a.json",
                        taken("t0", "08:00:00", EVE, "one", SECOND),
                        edit("e1", "09:00:00", ops("one", SECOND))))
                .iterator(),
            Progress.NONE);

    assertThat(actors(result)).containsExactly("arn:aws:iam::111122223333:user/eve");
    assertThat(counted(result)).isEqualTo("2 records: 1 ignored 1 alerted");
  }

  @Test
  void what_nobody_watches_leads_to_the_root_and_is_ignored_unjudged() {
    Scan scan = new Scan(new EditsOnly(), 1, Optional.empty(), Optional.empty(), Set.of());
    ScanResult result =
        scan.run(
            List.of(
                    file(
                        "a.json",
                        TAKEN_FIRST.says("fault"),
                        edit("e1", "09:00:00", ops("one", FIRST))))
                .iterator(),
            Progress.NONE);

    assertThat(actors(result)).containsExactly("arn:aws:iam::111122223333:user/dana");
    assertThat(counted(result)).isEqualTo("2 records: 1 ignored 1 alerted");
  }

  @Test
  void what_an_earlier_scan_told_silences_the_same_root_under_another_name() {
    Found log =
        file(
            "a.json",
            TAKEN_FIRST,
            taken("t2", "08:51:00", DANA, "two", SECOND),
            taken("t3", "08:52:00", EVE, "one", "ASIAEXAMPLE3"),
            edit("e1", "09:00:00", ops("one", FIRST)),
            edit("e2", "09:10:00", ops("two", SECOND)),
            edit("e3", "09:20:00", ops("one", "ASIAEXAMPLE3")));
    ScanResult result =
        scan(Set.of(new KnownFinding("rule-a", "e1", Optional.of("111122223333"))), log);

    assertThat(told(result)).containsExactly("e3 rule-a");
  }

  @Test
  void records_that_do_not_fit_are_told_and_leave_the_caller_as_the_actor() {
    ScanResult result =
        Scanning.scanner(1)
            .run(
                List.of(
                        file(
                            "a.json",
                            TAKEN_FIRST,
                            taken("t2", "08:51:00", EVE, "two", SECOND),
                            edit("e1", "09:00:00", ops("one", FIRST)),
                            edit("e2", "09:10:00", ops("two", SECOND))))
                    .iterator(),
                Progress.NONE,
                Witness.NONE,
                new Gathering(1));

    assertThat(actors(result))
        .containsExactly(
            "arn:aws:sts::111122223333:assumed-role/Ops/one", "arn:aws:iam::111122223333:user/eve");
    assertThat(result.notes())
        .containsExactly(
            "1 records that issue keys from before 2026-03-02T08:51:00Z were left out, since the"
                + " newest 1 are kept: name fewer logs.");
  }
}
