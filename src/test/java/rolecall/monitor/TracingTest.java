package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.json.Json;
import rolecall.lineage.Chain;
import rolecall.lineage.Hop;
import rolecall.lineage.Join;
import rolecall.lineage.Root;
import rolecall.lineage.Tracer;
import rolecall.record.TrailRecord;

/** How long alerts wait for look-ups, and what a tracer that breaks costs. */
class TracingTest {
  private static final TrailRecord RECORD =
      new TrailRecord(
          new Json.Obj(
              Map.of(
                  "eventSource", new Json.Str("iam.amazonaws.com"),
                  "eventName", new Json.Str("PutRolePolicy"),
                  "eventID", new Json.Str("e1"))));

  private static final Chain CHAIN =
      new Chain(
          List.of(
              new Hop(
                  new Event(
                      "e1",
                      "PutRolePolicy",
                      "iam.amazonaws.com",
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      "success"),
                  new Caller("unknown", Optional.empty(), Optional.empty(), Optional.empty()),
                  Join.EVENT,
                  "")),
          new Root.Unknown("nobody was asked"),
          List.of(),
          Optional.empty());

  private final List<Duration> most = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  /** Takes as long as it may, or breaks. */
  private final class Scripted implements Tracer {
    private final boolean broken;
    private final boolean spends;

    Scripted(boolean broken, boolean spends) {
      this.broken = broken;
      this.spends = spends;
    }

    @Override
    public void hear(TrailRecord record) {
      if (broken) {
        throw new IllegalStateException("hears nothing");
      }
    }

    @Override
    public Traced trace(TrailRecord record, Duration allowed) {
      most.add(allowed);
      if (broken) {
        throw new IllegalStateException("traces nothing");
      }
      long end = System.nanoTime() + (spends ? allowed.toNanos() : 0);
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      return new Traced(CHAIN, true);
    }
  }

  private Tracing tracing(Tracer tracer, Duration left) {
    Journal journal =
        (Journal.Level level, String what, SequencedMap<String, String> details) ->
            log.add(level + " " + what + " " + details);
    return new Tracing(tracer, new Deadline(() -> left, Duration.ofSeconds(12)), journal);
  }

  @Test
  void an_alert_waits_four_seconds_at_most() {
    Tracing tracing = tracing(new Scripted(false, false), Duration.ofMinutes(1));
    assertThat(tracing.beforeAlert(RECORD)).contains(new Tracer.Traced(CHAIN, true));
    assertThat(most).containsExactly(Duration.ofSeconds(4));
  }

  @Test
  void what_is_kept_for_the_alert_itself_is_not_spent_on_asking() {
    tracing(new Scripted(false, false), Duration.ofSeconds(13)).beforeAlert(RECORD);
    tracing(new Scripted(false, false), Duration.ofSeconds(12)).beforeAlert(RECORD);
    tracing(new Scripted(false, false), Duration.ofSeconds(11)).beforeAlert(RECORD);
    assertThat(most).containsExactly(Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO);
  }

  @Test
  void all_alerts_together_wait_no_longer_and_what_waits_for_nothing_has_its_own_time() {
    Tracing tracing = tracing(new Scripted(false, true), Duration.ofMillis(12_500));
    for (int i = 0; i < 9; i++) {
      tracing.beforeAlert(RECORD);
    }
    assertThat(most.subList(0, 7)).allMatch(Duration.ofMillis(500)::equals);
    assertThat(most.getLast()).isEqualTo(Duration.ZERO);
    most.clear();
    tracing.afterwards(RECORD);
    tracing.atHand(RECORD);
    assertThat(most).containsExactly(Duration.ofMillis(500), Duration.ZERO);
  }

  @Test
  void a_tracer_that_breaks_costs_the_chain_and_is_told_once() {
    Tracing tracing = tracing(new Scripted(true, false), Duration.ofMinutes(1));
    tracing.hear(RECORD);
    assertThat(tracing.beforeAlert(RECORD)).isEmpty();
    assertThat(tracing.beforeAlert(RECORD)).isEmpty();
    assertThat(most).as("nobody is asked again").containsExactly(Duration.ZERO, Duration.ZERO);
    assertThat(log)
        .containsExactly(
            "ERROR chain not traced {eventId=e1, why=a fault of Rolecall:"
                + " java.lang.IllegalStateException}");
  }
}
