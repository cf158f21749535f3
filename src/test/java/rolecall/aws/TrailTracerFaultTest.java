package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.aws.TrailSamples.assumed;
import static rolecall.aws.TrailSamples.call;
import static rolecall.aws.TrailSamples.dana;
import static rolecall.aws.TrailSamples.hops;
import static rolecall.aws.TrailSamples.record;
import static rolecall.aws.TrailSamples.root;
import static rolecall.aws.TrailSamples.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rolecall.aws.RecentEvents.Item;
import rolecall.lineage.Tracer.Traced;
import rolecall.record.TestRecords;
import rolecall.record.TrailRecord;

/** Whatever goes wrong ends a chain in time, and says why. */
@Timeout(60)
class TrailTracerFaultTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(1500);
  private static final String KEY = "ASIAEXAMPLE000000001";
  private static final String SINCE =
      "; the session was made at 2026-03-02T09:10:00Z in account 111122223333";
  private static final String NOT_TOLD =
      "unknown: the record that issued ASIAEXAMPLE000000001 could not be looked up: ";

  private final StandIn aws = StandIn.start();
  private final Instantly time = new Instantly();
  private final AwsClients clients = Callers.of(aws);
  private final RecentEvents recent = new RecentEvents(2);
  private final TrailTracer tracer = tracer(time, Optional.empty());

  TrailTracerFaultTest() {
    aws.otherwise(recent);
  }

  @AfterEach
  void close() {
    clients.close();
    aws.close();
  }

  @Test
  void a_denied_call_names_its_action_after_the_three_likely_regions() {
    aws.otherwise(_ -> RecentEvents.denied());
    Traced traced = trace("us-west-2", MINUTE);

    assertThat(root(traced))
        .isEqualTo(
            NOT_TOLD
                + "AWS denies cloudtrail:LookupEvents in eu-west-1, us-east-1, us-west-2"
                + " (AccessDeniedException)"
                + SINCE);
    assertThat(traced.open()).isFalse();
    assertThat(aws.asked()).hasSize(3);
    trace("us-west-2", MINUTE);
    assertThat(aws.asked()).hasSize(3);
  }

  @Test
  void a_region_that_denies_the_call_alone_hides_nothing_of_the_others() {
    recent.refuse("us-west-2", RecentEvents.denied());
    assertThat(root(trace("us-west-2", MINUTE)))
        .startsWith("unknown: the record that issued ASIAEXAMPLE000000001 is not among the events")
        .endsWith(
            ", and AWS denies cloudtrail:LookupEvents in us-west-2 (AccessDeniedException)"
                + SINCE);

    time.pause(MINUTE);
    recent.put("us-east-1", assumed("a", "09:10:00", dana(), KEY));
    assertThat(hops(trace("us-west-2", MINUTE))).contains("a ISSUED_KEY");
  }

  @Test
  void credentials_that_are_no_good_are_told_after_one_call() {
    aws.otherwise(_ -> Answers.jsonError(400, "ExpiredTokenException", "expired"));
    Traced traced = trace("us-east-1", MINUTE);

    assertThat(root(traced))
        .isEqualTo(NOT_TOLD + "the AWS credentials have expired (ExpiredTokenException)" + SINCE);
    assertThat(traced.open()).isFalse();
    assertThat(aws.asked()).hasSize(1);
  }

  @Test
  void regions_that_are_off_are_passed_over_but_not_one_that_is_always_on() {
    Set<String> off = new HashSet<>(TrailRegions.ids(clients));
    off.removeAll(TrailRegions.ALWAYS_ON);
    recent.refuse(off, RecentEvents.stranger());
    assertThat(root(trace("me-south-1", MINUTE)))
        .isEqualTo(
            "unknown: the record that issued ASIAEXAMPLE000000001 is not among the events that"
                + " CloudTrail lists in "
                + TrailRegions.ALWAYS_ON.size()
                + " Regions"
                + SINCE);

    time.pause(MINUTE);
    recent.refuse("us-east-1", RecentEvents.stranger());
    assertThat(root(trace("me-south-1", MINUTE)))
        .isEqualTo(
            NOT_TOLD + "AWS does not take the credentials (UnrecognizedClientException)" + SINCE);
  }

  @Test
  void throttling_ends_with_the_time_and_may_be_over_later() {
    aws.otherwise(_ -> RecentEvents.throttled());
    Traced traced = trace("us-east-1", Duration.ofSeconds(4));

    assertThat(root(traced))
        .isEqualTo(
            NOT_TOLD
                + "look-ups were throttled in %d Regions (ThrottlingException)"
                    .formatted(TrailRegions.ids(clients).size())
                + SINCE);
    assertThat(traced.open()).isTrue();

    recent.put("us-east-1", assumed("a", "09:10:00", dana(), KEY));
    aws.otherwise(recent);
    assertThat(hops(trace("us-east-1", MINUTE))).contains("a ISSUED_KEY");
  }

  @Test
  void a_fault_of_aws_is_tried_again_and_then_told() {
    recent.refuse("us-east-1", Answers.jsonError(500, "InternalError", "oh"));
    Traced traced = trace("us-east-1", MINUTE);

    assertThat(root(traced))
        .endsWith(", and in us-east-1 AWS has a fault of its own (InternalError)" + SINCE);
    assertThat(traced.open()).isTrue();
    assertThat(asked("us-east-1")).isEqualTo(4);
  }

  @Test
  void a_region_that_hangs_does_not_hide_what_the_next_one_has() {
    recent.refuse("us-west-2", new Answer.Silence());
    recent.put("us-east-1", assumed("a", "09:10:00", dana(), KEY));
    TrailTracer real = tracer(new Sleeping(), Optional.empty());

    long begun = System.nanoTime();
    assertThat(hops(real.trace(call(session(KEY), "us-west-2"), SHORT)))
        .containsExactly("e EVENT", "a ISSUED_KEY");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SHORT);
  }

  @Test
  void an_answer_that_comes_in_drops_is_not_waited_for() {
    aws.otherwise(_ -> new Answer.Stalled(Answers.json(200, "{\"Events\":[]}"), 3));
    TrailTracer real = tracer(new Sleeping(), Optional.empty());

    long begun = System.nanoTime();
    Traced traced = real.trace(call(session(KEY), "us-west-2"), SHORT);
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(SHORT.minusMillis(200), SHORT.plusMillis(1500));
    assertThat(root(traced))
        .isEqualTo(
            NOT_TOLD
                + "time was over before "
                + TrailRegions.ids(clients).size()
                + " Regions had answered"
                + SINCE);
    assertThat(traced.open()).isTrue();
  }

  @Test
  void without_time_nobody_is_asked() {
    Traced traced = trace("us-east-1", Duration.ZERO);
    assertThat(root(traced))
        .isEqualTo(
            "unknown: no time was left to ask for the record that issued ASIAEXAMPLE000000001"
                + SINCE);
    assertThat(traced.open()).isTrue();
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void when_everything_is_to_stop_nobody_is_asked_any_more() {
    time.stop();
    assertThat(trace("us-east-1", MINUTE).open()).isTrue();
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void an_event_that_cannot_be_read_is_told() {
    recent.put("us-east-1", Item.of("a", "2026-03-02T09:10:00Z", "{\"x\": " + KEY));
    assertThat(root(trace("us-east-1", MINUTE)))
        .endsWith(", and an event that names it in us-east-1 cannot be read" + SINCE);
  }

  @Test
  void a_session_of_another_account_is_asked_about_since_the_callers_copy_names_its_key() {
    TrailRecord away = away("e", session(KEY), "null");
    recent.put("us-east-1", assumed("a", "09:10:00", dana(), KEY));
    assertThat(hops(tracer.trace(away, MINUTE))).containsExactly("e EVENT", "a ISSUED_KEY");
  }

  @Test
  void a_record_that_must_be_in_another_account_is_said_to_be_there() {
    TrailRecord away = away("e", session(KEY), "null");
    Traced traced = tracer(time, Optional.of("111122223333")).trace(away, MINUTE);
    assertThat(root(traced))
        .startsWith(
            "unknown: the record that issued ASIAEXAMPLE000000001 must be in account 444455556666,"
                + " and is not among the events that CloudTrail lists of account 111122223333 in"
                + " %d Regions".formatted(TrailRegions.ids(clients).size()))
        .endsWith("; the session was made at 2026-03-02T09:10:00Z in account 444455556666");
    assertThat(traced.open()).isFalse();
  }

  @Test
  void the_callers_copy_of_a_call_from_the_asked_account_is_asked_for() {
    String stranger = "{\"type\": \"AWSAccount\", \"accountId\": \"111122223333\"}";
    TrailRecord taken =
        TestRecords.with(assume(stranger, "444455556666"), "sharedEventID", "shared-1");
    recent.put(
        "us-west-2",
        Item.of(
            "own",
            "2026-03-02T10:00:00Z",
            rolecall.json.CompactJson.write(
                TestRecords.with(
                        TestRecords.with(assume(dana(), "111122223333"), "eventID", "own"),
                        "sharedEventID",
                        "shared-1")
                    .tree())));

    Traced traced = tracer(time, Optional.of("111122223333")).trace(taken, MINUTE);
    assertThat(hops(traced)).containsExactly("taken EVENT", "own SHARED_EVENT");
    assertThat(root(traced)).isEqualTo("iam-user dana proven: an IAM user called");

    assertThat(root(tracer.trace(taken, MINUTE)))
        .isEqualTo("elsewhere 111122223333: the record is in account 111122223333");
  }

  private static TrailRecord assume(String who, String account) {
    Item item = assumed("taken", "10:00:00", who, KEY);
    return TestRecords.with(
        record(item.record().text().orElseThrow()), "recipientAccountId", account);
  }

  private static TrailRecord away(String id, String who, String answer) {
    return record(
        """
        {"eventID": "%s", "eventTime": "2026-03-02T10:00:00Z", "eventSource": "iam.amazonaws.com",
         "eventName": "GetUser", "awsRegion": "us-east-1", "recipientAccountId": "444455556666",
         "userIdentity": %s, "responseElements": %s}
        """
            .formatted(id, who.replace("111122223333", "444455556666"), answer));
  }

  private Traced trace(String region, Duration most) {
    return tracer.trace(call(session(KEY), region), most);
  }

  private long asked(String region) {
    return aws.asked().stream().filter(a -> a.signedIn().equals(Optional.of(region))).count();
  }

  private TrailTracer tracer(Waiting waiting, Optional<String> account) {
    return new TrailTracer(clients, () -> Instant.parse("2026-03-02T15:00:00Z"), waiting, account);
  }
}
