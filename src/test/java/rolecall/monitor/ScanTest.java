package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rolecall.monitor.Scanning.bytes;
import static rolecall.monitor.Scanning.counted;
import static rolecall.monitor.Scanning.file;
import static rolecall.monitor.Scanning.scan;
import static rolecall.monitor.Scanning.scanner;
import static rolecall.monitor.Scanning.told;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rolecall.finding.Act;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.Role;
import rolecall.finding.Severity;
import rolecall.finding.Told;
import rolecall.ingest.Found;
import rolecall.ingest.Unreadable;

class ScanTest {
  private static final String TIME = "09:00:00";

  @Test
  void a_finding_has_everything_that_the_record_tells() {
    Recorded taken = Recorded.callersCopy("e1", TIME, "s1").breaks("rule-a", "the-target");
    ScanResult result = scan(file("logs/a.json", Recorded.edit("e0", TIME), taken));

    assertThat(result.told())
        .containsExactly(
            new Told(
                new Finding(
                    ScriptedJudge.rule("rule-a"),
                    "It broke rule-a.",
                    new Event(
                        "e1",
                        "AssumeRole",
                        "sts.amazonaws.com",
                        Optional.of(Instant.parse("2026-03-02T09:00:00Z")),
                        Optional.of("111122223333"),
                        Optional.of("us-east-1"),
                        "success"),
                    new Caller(
                        "iam-user",
                        Optional.of("arn:aws:iam::111122223333:user/dana"),
                        Optional.of("111122223333"),
                        Optional.of("dana")),
                    Optional.of(
                        new Role(Optional.of(Recorded.ROLE), "Admin", Optional.of("444455556666"))),
                    ScriptedJudge.STAMP,
                    new Input("logs/a.json", 1),
                    new Act(
                        "s1",
                        "arn:aws:iam::111122223333:user/dana",
                        "the-target",
                        Duration.ofMinutes(60))),
                0));
  }

  @Test
  void a_role_of_which_only_the_name_is_known_has_no_arn() {
    ScanResult result = scan(file("a.json", Recorded.edit("e1", TIME).breaks("rule-a")));

    assertThat(result.told().getFirst().finding().role())
        .contains(new Role(Optional.empty(), "Admin", Optional.of("111122223333")));
  }

  @Test
  void an_event_that_concerns_no_role_has_none() {
    Recorded created =
        Recorded.edit("e1", TIME)
            .text("eventName", "CreateServiceLinkedRole")
            .with("requestParameters", "{\"aWSServiceName\":\"chime.amazonaws.com\"}")
            .breaks("rule-a");
    Recorded other =
        Recorded.edit("e2", TIME).text("eventSource", "chime.amazonaws.com").breaks("rule-a", "x");
    ScanResult result = scan(file("a.json", created, other));

    assertThat(result.told()).extracting(t -> t.finding().role()).containsOnly(Optional.empty());
  }

  @Test
  void every_record_counts_in_one_place() {
    ScanResult result =
        scan(
            file(
                "a.json",
                Recorded.edit("e1", TIME).text("eventName", "Unwatched"),
                Recorded.edit("e2", TIME).says("ignored"),
                Recorded.edit("e3", TIME).says("allowed"),
                Recorded.edit("e4", TIME).says("excused"),
                Recorded.edit("e5", TIME).breaks("trial-a"),
                Recorded.edit("e6", TIME).breaks("rule-b"),
                Recorded.edit("e7", TIME).breaks("rule-b"),
                Recorded.edit("e8", TIME).breaks("grave-a").says("unsure"),
                Recorded.edit("e9", TIME).says("fault")));

    assertThat(counted(result))
        .isEqualTo("9 records: 2 ignored 2 allowed 1 observed 2 alerted 1 repeated 1 unreadable");
    assertThat(result.summary().excused()).isEqualTo(1);
    assertThat(result.summary().excusedBy())
        .containsExactly(Map.entry("audit", 1L), Map.entry("migration", 1L));
    assertThat(result.summary().byRule())
        .containsExactly(Map.entry("grave-a", 1L), Map.entry("rule-b", 1L));
    assertThat(result.summary().bySeverity())
        .containsExactly(
            Map.entry(Severity.CRITICAL, 1L),
            Map.entry(Severity.HIGH, 0L),
            Map.entry(Severity.MEDIUM, 1L),
            Map.entry(Severity.LOW, 0L),
            Map.entry(Severity.INFO, 0L));
  }

  @Test
  void findings_come_by_time_then_event_then_rule() {
    ScanResult result =
        scan(
            file("a.json", Recorded.edit("e1", "09:00:02").breaks("grave-a")),
            file("b.json", Recorded.edit("e3", "09:00:01").breaks("rule-z").breaks("rule-b")),
            file("c.json", Recorded.edit("e2", "09:00:01").breaks("grave-c")));

    assertThat(told(result)).containsExactly("e2 grave-c", "e3 rule-b", "e3 rule-z", "e1 grave-a");
  }

  @Test
  void the_time_asked_for_begins_with_since_and_ends_before_until() {
    Scan scan =
        new Scan(
            new ScriptedJudge(),
            1,
            Optional.of(Instant.parse("2026-03-02T09:00:00Z")),
            Optional.of(Instant.parse("2026-03-02T10:00:00Z")),
            Set.of());
    List<Found> inputs =
        List.of(
            file(
                "a.json",
                Recorded.edit("e1", "08:59:59").breaks("grave-a"),
                Recorded.edit("e2", "09:00:00").breaks("grave-a"),
                Recorded.edit("e3", "09:59:59").breaks("grave-a"),
                Recorded.edit("e4", "10:00:00").breaks("grave-a"),
                Recorded.edit("e5", "10:00:00").text("eventTime", "soon").breaks("grave-a"),
                Recorded.edit("e6", "08:00:00").says("fault")));

    ScanResult result = scan.run(inputs.iterator(), Progress.NONE);

    assertThat(told(result)).containsExactly("e2 grave-a", "e3 grave-a", "e5 grave-a");
    assertThat(counted(result)).isEqualTo("6 records: 3 ignored 3 alerted");
  }

  @Test
  void a_record_over_which_the_judge_falls_is_counted_and_named_and_the_rest_is_judged() {
    ScanResult result =
        scan(
            file(
                "a.json",
                Recorded.edit("e1", TIME).breaks("rule-a"),
                Recorded.edit("e2", TIME).says("fault"),
                Recorded.edit("e3", TIME).breaks("rule-b")));

    assertThat(told(result)).containsExactly("e1 rule-a", "e3 rule-b");
    assertThat(counted(result)).isEqualTo("3 records: 2 alerted 1 unreadable");
    assertThat(result.problems())
        .containsExactly(
            new Unreadable(
                "a.json",
                OptionalLong.of(1),
                OptionalLong.empty(),
                "Event e2 could not be judged: java.lang.IllegalStateException: the judge fell"
                    + " over.",
                "This is a fault of Rolecall; please report it with the event id."));
  }

  @Test
  void an_error_in_a_thread_comes_out_of_the_scan() {
    List<Found> inputs =
        IntStream.range(0, 50)
            .mapToObj(i -> file(i + ".json", Recorded.edit("e" + i, TIME).says("error")))
            .toList();

    assertThatThrownBy(() -> scan(4, inputs))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("the judge is full");
  }

  @Test
  void a_progress_listener_hears_of_every_byte() {
    LongAdder heard = new LongAdder();
    List<Found> inputs =
        List.of(bytes("a.json", "{\"Records\":[]}"), bytes("b.json", "{\"Records\":[] }"));

    ScanResult result = scanner(2).run(inputs.iterator(), heard::add);

    assertThat(result.summary().bytes()).isEqualTo(14 + 15);
    assertThat(result.summary().files()).isEqualTo(2);
    assertThat(heard.sum()).isEqualTo(14 + 15);
  }

  @Test
  void fewer_threads_than_one_are_one() {
    assertThat(scanner(-3).threads()).isEqualTo(1);
    assertThat(counted(scan(0, List.of(file("a.json", Recorded.edit("e1", TIME))))))
        .isEqualTo("1 records: 1 allowed");
  }

  @Test
  void no_input_at_all_is_an_empty_result() {
    ScanResult result = scan();

    assertThat(counted(result)).isEqualTo("0 records:");
    assertThat(result.notes()).isEmpty();
  }
}
