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
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rolecall.lineage.Tracer.Traced;
import rolecall.record.TestRecords;
import rolecall.record.TrailRecord;

/** The clients are at home in eu-west-1, and ask for what {@code recent} holds. */
class TrailTracerTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String KEY = "ASIAEXAMPLE000000001";
  private static final String NEXT = "ASIAEXAMPLE000000002";

  private final StandIn aws = StandIn.start();
  private final Instantly time = new Instantly();
  private final AwsClients clients = Callers.of(aws);
  private final RecentEvents recent = new RecentEvents(2).at(time);
  private Instant now = Instant.parse("2026-03-02T15:00:00Z");
  private final TrailTracer tracer = new TrailTracer(clients, () -> now, time, Optional.empty());

  TrailTracerTest() {
    aws.otherwise(recent);
  }

  @AfterEach
  void close() {
    clients.close();
    aws.close();
  }

  @Test
  void the_region_of_the_use_is_asked_first_and_settles_it() {
    recent.put("us-west-2", assumed("a", "09:10:00", dana(), KEY));
    Traced traced = trace(call(session(KEY), "us-west-2"));

    assertThat(root(traced)).isEqualTo("iam-user dana proven: an IAM user called");
    assertThat(hops(traced)).containsExactly("e EVENT", "a ISSUED_KEY");
    assertThat(traced.open()).isFalse();
    assertThat(regions()).containsExactly("us-west-2");
    assertThat(aws.asked().getFirst().text())
        .isEqualTo(
            "{\"LookupAttributes\":[{\"AttributeKey\":\"ResourceName\","
                + "\"AttributeValue\":\"ASIAEXAMPLE000000001\"}],"
                + "\"StartTime\":1772398800.000,\"EndTime\":1772449200.000,\"MaxResults\":50}");
  }

  @Test
  void what_no_region_lists_is_unknown_and_all_that_were_asked_are_named() {
    Traced traced = trace(call(session(KEY), "us-west-2"));

    List<String> asked = regions();
    assertThat(asked).startsWith("us-west-2", "us-east-1", "eu-west-1").doesNotHaveDuplicates();
    assertThat(asked).containsExactlyInAnyOrderElementsOf(TrailRegions.ids(clients));
    assertThat(root(traced))
        .isEqualTo(
            "unknown: the record that issued ASIAEXAMPLE000000001 is not among the events that"
                + " CloudTrail lists in "
                + asked.size()
                + " Regions; the session was made at 2026-03-02T09:10:00Z in account 111122223333");
    assertThat(traced.open()).isFalse();
  }

  @Test
  void a_region_of_another_partition_or_no_region_at_all_is_not_asked() {
    recent.put("us-east-1", assumed("a", "09:10:00", dana(), KEY));
    for (String region : List.of("cn-north-1", "evil.example.com/", "")) {
      assertThat(hops(trace(call(session(KEY), region)))).contains("a ISSUED_KEY");
    }
    assertThat(regions()).containsExactly("us-east-1");
  }

  @Test
  void a_chain_goes_back_hop_by_hop_with_the_window_moving_along() {
    recent.put("us-east-1", assumed("b", "09:10:00", session(KEY), NEXT));
    recent.put("us-east-1", assumed("a", "02:00:00", dana(), KEY));
    Traced traced = trace(call(session(NEXT), "eu-west-1"));

    assertThat(hops(traced)).containsExactly("e EVENT", "b ISSUED_KEY", "a ISSUED_KEY");
    assertThat(aws.asked())
        .extracting(asked -> windows(asked.text()))
        .containsExactly(
            "2026-03-01T21:00:00Z/2026-03-02T11:00:00Z",
            "2026-03-01T21:00:00Z/2026-03-02T11:00:00Z",
            "2026-03-01T20:10:00Z/2026-03-02T10:10:00Z");
  }

  @Test
  void users_with_a_temporary_key_are_asked_about_for_36_hours() {
    recent.put("us-east-1", assumed("a", "09:10:00", dana(), "ASIAEXAMPLE000000009"));
    Traced traced = trace(call(dana().replace("AKIAEXAMPLE000000001", KEY), "us-east-1"));

    assertThat(root(traced)).isEqualTo("iam-user dana proven: an IAM user called");
    assertThat(windows(aws.asked().getFirst().text()))
        .isEqualTo("2026-02-28T21:00:00Z/2026-03-02T11:00:00Z");
    assertThat(traced.open()).isFalse();
  }

  @Test
  void an_expired_key_is_asked_about_from_when_its_session_began() {
    String old = session(KEY).replace("2026-03-02T09:10:00Z", "2026-02-20T09:10:00Z");
    trace(call(old, "us-east-1"));

    assertThat(windows(aws.asked().getFirst().text()))
        .isEqualTo("2026-02-20T08:10:00Z/2026-03-02T11:00:00Z");
  }

  @Test
  void a_use_without_a_time_is_asked_about_without_one() {
    recent.put("us-east-1", assumed("a", "09:10:00", dana(), KEY));
    TrailRecord timeless =
        TestRecords.with(call(session(KEY), "us-east-1"), "eventTime", "yesterday");

    assertThat(hops(trace(timeless))).containsExactly("e EVENT", "a ISSUED_KEY");
    assertThat(aws.asked().getFirst().text())
        .isEqualTo(
            "{\"LookupAttributes\":[{\"AttributeKey\":\"ResourceName\","
                + "\"AttributeValue\":\"ASIAEXAMPLE000000001\"}],\"MaxResults\":50}");
  }

  @Test
  void every_page_is_read_so_a_contradiction_on_the_last_one_is_seen() {
    recent.put(
        "us-east-1",
        assumed("a", "09:10:00", dana(), KEY),
        assumed("a", "09:10:00", dana(), KEY),
        assumed("c", "09:01:00", dana(), KEY));
    Traced traced = trace(call(session(KEY), "us-east-1"));

    assertThat(root(traced))
        .startsWith(
            "unknown: the events c and a both say that they issued ASIAEXAMPLE000000001, and only"
                + " one of them can be right");
    assertThat(regions().subList(0, 2)).containsExactly("us-east-1", "us-east-1");
  }

  @Test
  void a_record_that_cannot_be_it_does_not_end_the_search() {
    recent.put(
        "us-east-1",
        assumed("x", "09:10:00", dana(), KEY).with("AROAEXAMPLE1:dana", "AROAEXAMPLE2:lee"));
    recent.put("ap-south-1", assumed("a", "09:10:00", dana(), KEY));

    assertThat(hops(trace(call(session(KEY), "us-east-1"))))
        .containsExactly("e EVENT", "a ISSUED_KEY");
  }

  @Test
  void an_empty_page_with_a_token_is_not_the_end_and_a_token_that_is_gone_is_no_loss() {
    recent.put(
        "us-east-1",
        assumed("a", "09:10:00", dana(), KEY),
        assumed("a", "09:10:00", dana(), KEY),
        assumed("a", "09:10:00", dana(), KEY));
    aws.then(
        Answers.json(200, "{\"Events\":[],\"NextToken\":\"2@old\"}"), RecentEvents.tokenGone());

    assertThat(hops(trace(call(session(KEY), "us-east-1"))))
        .containsExactly("e EVENT", "a ISSUED_KEY");
    assertThat(regions()).hasSize(4).containsOnly("us-east-1");
  }

  @Test
  void tokens_that_are_never_good_end_the_region_and_not_the_search() {
    recent.put("us-east-1", assumed("a", "09:10:00", dana(), KEY));
    recent.refuse("us-west-2", Answers.json(200, "{\"Events\":[],\"NextToken\":\"2@old\"}"));

    assertThat(hops(trace(call(session(KEY), "us-west-2"))))
        .containsExactly("e EVENT", "a ISSUED_KEY");
    assertThat(regions()).hasSizeLessThan(20).endsWith("us-east-1");
  }

  @Test
  void what_is_known_or_names_no_session_is_not_asked_about() {
    for (String who :
        List.of(
            dana(),
            "{\"type\": \"Root\", \"accountId\": \"111122223333\", \"accessKeyId\": \"\"}",
            "{\"type\": \"AWSService\", \"invokedBy\": \"ec2.amazonaws.com\"}",
            "{\"type\": \"SAMLUser\", \"userName\": \"dana@example.com\"}",
            "{\"type\": \"AWSAccount\", \"accountId\": \"444455556666\"}",
            session(""),
            session("AKIAEXAMPLE000000001"),
            session("ASIA\\\" or so"),
            "null")) {
      assertThat(trace(call(who, "us-east-1")).open()).as(who).isFalse();
    }
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void what_was_heard_is_not_asked_for() {
    tracer.hear(record(assumed("a", "09:10:00", dana(), KEY).record().text().orElseThrow()));

    assertThat(hops(trace(call(session(KEY), "us-east-1"))))
        .containsExactly("e EVENT", "a ISSUED_KEY");
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void a_key_is_asked_about_once_for_good_when_found_and_for_a_minute_when_not() {
    recent.put("us-east-1", assumed("a", "09:10:00", dana(), KEY));
    trace(call(session(KEY), "us-east-1"));
    trace(call(session(KEY), "us-east-1"));
    assertThat(aws.asked()).hasSize(1);

    trace(call(session(NEXT), "us-east-1"));
    int calls = aws.asked().size();
    Traced again = trace(call(session(NEXT), "us-east-1"));
    assertThat(root(again)).startsWith("unknown: the record that issued " + NEXT + " is not among");
    assertThat(aws.asked()).hasSize(calls);

    time.pause(MINUTE);
    recent.put("us-east-1", assumed("b", "09:10:00", dana(), NEXT));
    assertThat(hops(trace(call(session(NEXT), "us-east-1")))).contains("b ISSUED_KEY");
  }

  @Test
  void whoever_looks_up_events_with_the_same_clients_keeps_the_same_pace() {
    recent.put(
        "us-east-1", assumed("a", "09:10:00", dana(), KEY), assumed("b", "09:10:00", dana(), NEXT));
    TrailTracer other = new TrailTracer(clients, () -> now, time, Optional.empty());
    trace(call(session(KEY), "us-east-1"));
    trace(call(session(NEXT), "us-east-1"));
    other.trace(call(session(KEY), "us-east-1"), MINUTE);
    assertThat(aws.asked()).hasSize(3);
    assertThat(recent.tooSoon()).isZero();
  }

  @Test
  void a_young_session_may_be_listed_later() {
    now = Instant.parse("2026-03-02T09:24:59Z");
    Traced young = trace(call(session(KEY), "us-east-1"));
    assertThat(young.open()).isTrue();
    assertThat(root(young))
        .contains(
            "; it is so young that CloudTrail may not list it yet, which takes up to 15 minutes;"
                + " the session was made at 2026-03-02T09:10:00Z in account 111122223333");

    time.pause(MINUTE);
    now = now.plusSeconds(1);
    assertThat(trace(call(session(KEY), "us-east-1")).open()).isFalse();
  }

  @Test
  void older_than_90_days_is_not_asked_for() {
    now = Instant.parse("2026-05-31T11:00:01Z");
    Traced traced = trace(call(session(KEY), "us-east-1"));

    assertThat(root(traced))
        .isEqualTo(
            "unknown: the record that issued ASIAEXAMPLE000000001 is older than the 90 days that"
                + " CloudTrail keeps; the session was made at 2026-03-02T09:10:00Z in account"
                + " 111122223333");
    assertThat(traced.open()).isFalse();
    assertThat(aws.asked()).isEmpty();

    time.pause(MINUTE);
    now = now.minusSeconds(2);
    assertThat(root(trace(call(session(KEY), "us-east-1"))))
        .contains("; it may be older than the 90 days that CloudTrail keeps; the session");
    assertThat(windows(aws.asked().getFirst().text()))
        .isEqualTo("2026-03-02T10:59:59Z/2026-03-02T11:00:00Z");
  }

  private Traced trace(TrailRecord record) {
    return tracer.trace(record, MINUTE);
  }

  private static String windows(String question) {
    Matcher times = Pattern.compile("Time\":(\\d+)\\.000").matcher(question);
    return times
        .results()
        .map(time -> Instant.ofEpochSecond(Long.parseLong(time.group(1))).toString())
        .collect(Collectors.joining("/"));
  }

  private List<String> regions() {
    return aws.asked().stream().map(asked -> asked.signedIn().orElse("")).toList();
  }
}
