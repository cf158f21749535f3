package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rolecall.aws.RecentEvents.Item;
import rolecall.aws.TrailEvents.OffRegions;
import rolecall.ingest.CannotOpen;
import rolecall.ingest.Found;
import rolecall.ingest.LogSource;
import rolecall.json.Json;

class TrailEventsTest {
  private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-03-02T12:00:00Z");

  private final StandIn aws = StandIn.start();
  private final Instantly time = new Instantly();
  private final AwsClients clients = Callers.of(aws);
  private final RecentEvents recent = new RecentEvents(2);

  TrailEventsTest() {
    aws.otherwise(recent);
  }

  @AfterEach
  void close() {
    clients.close();
    aws.close();
  }

  @Test
  void every_page_of_every_region_is_read_once() throws Exception {
    five("eu-west-1");
    five("us-east-1");
    TrailEvents events = events("eu-west-1", "us-east-1");

    assertThat(read(events, 0)).isEqualTo(lines(5, 4, 3, 2, 1));
    assertThat(read(events, 1)).isEqualTo(lines(5, 4, 3, 2, 1));
    assertThat(events.left()).isEmpty();
    assertThat(events.troubles()).isEmpty();
    assertThat(events.events()).isEqualTo(10);
    assertThat(events.calls()).isEqualTo(6);
    assertThat(aws.asked())
        .extracting(asked -> asked.signedIn().orElse(""))
        .containsExactly(
            "eu-west-1", "eu-west-1", "eu-west-1", "us-east-1", "us-east-1", "us-east-1");
    assertThat(aws.asked().getFirst().text())
        .isEqualTo("{\"StartTime\":1772366400.000,\"EndTime\":1772452800.000,\"MaxResults\":50}");
  }

  @Test
  void what_lies_outside_the_window_is_not_asked_for() throws Exception {
    recent.put(
        "eu-west-1",
        Item.of("early", "2026-03-01T11:59:59Z", "early"),
        Item.of("first", "2026-03-01T12:00:00Z", "first"),
        Item.of("late", "2026-03-02T12:00:01Z", "late"));

    assertThat(read(events("eu-west-1"), 0)).isEqualTo("{\"CloudTrailEvent\":\"first\"}\n");
  }

  @Test
  void calls_to_one_region_are_half_a_second_apart_and_other_regions_do_not_wait_for_it()
      throws Exception {
    five("eu-west-1");
    List<Long> times = new ArrayList<>();
    aws.otherwise(asked -> {
      times.add(time.nanoTime() / 1_000_000);
      return recent.apply(asked);
    });
    TrailEvents events = events("eu-west-1", "us-east-1");
    read(events, 0);
    read(events, 1);

    assertThat(times).containsExactly(0L, 500L, 1000L, 1000L);
  }

  @Test
  void throttling_is_answered_by_waiting_longer_and_nothing_is_lost() throws Exception {
    five("eu-west-1");
    AtomicInteger calls = new AtomicInteger();
    aws.otherwise(asked -> {
      int call = calls.incrementAndGet();
      return call == 2 || call == 3 || call == 5 ? RecentEvents.throttled() : recent.apply(asked);
    });
    TrailEvents events = events("eu-west-1");

    assertThat(read(events, 0)).isEqualTo(lines(5, 4, 3, 2, 1));
    assertThat(time.pauses())
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1000L, 2000L, 500L, 1000L);
    assertThat(events.left()).isEmpty();
  }

  @Test
  void throttling_for_good_is_told_after_two_minutes_and_the_rest_is_kept() throws Exception {
    five("eu-west-1");
    AtomicInteger calls = new AtomicInteger();
    aws.otherwise(
        asked -> calls.incrementAndGet() > 2 ? RecentEvents.throttled() : recent.apply(asked));
    TrailEvents events = events("eu-west-1");

    assertThat(broken(events, 0, lines(5, 4, 3, 2)))
        .isEqualTo(
            new TrailTrouble(
                "Events of 2026-03-01T14:00:00Z and before were not read. CloudTrail throttled"
                    + " every call for two minutes (ThrottlingException).",
                "See who else looks up events of this account, or try again later."));
    assertThat(time.nanoTime()).isEqualTo(Duration.ofSeconds(122).toNanos());
    assertThat(events.left()).isEqualTo(Map.of("eu-west-1", new Rest(hour(2), Set.of("id-2"))));
  }

  @Test
  void what_is_left_is_read_by_another_run_and_nothing_twice() throws Exception {
    five("eu-west-1");
    recent.put("eu-west-1", item(2, "id-2b"));
    aws.then(recent.apply(first()), RecentEvents.denied());
    TrailEvents events = events("eu-west-1");
    broken(events, 0, lines(5, 4));

    TrailEvents more = events(events.left(), OffRegions.TOLD);
    assertThat(read(more, 0))
        .isEqualTo(lines(3, 2) + "{\"CloudTrailEvent\":\"record id-2b\"}\n" + lines(1));
    assertThat(more.left()).isEmpty();
  }

  @Test
  void a_token_that_is_not_known_any_more_costs_no_event_and_doubles_none() throws Exception {
    recent.put(
        "eu-west-1", item(5, "id-5"), item(4, "a"), item(4, "b"), item(4, "c"), item(1, "d"));
    AtomicInteger calls = new AtomicInteger();
    aws.otherwise(
        asked -> calls.incrementAndGet() == 2 ? RecentEvents.tokenGone() : recent.apply(asked));
    TrailEvents events = events("eu-west-1");

    assertThat(read(events, 0).lines().toList())
        .containsExactly(
            "{\"CloudTrailEvent\":\"record 5\"}",
            "{\"CloudTrailEvent\":\"record a\"}",
            "{\"CloudTrailEvent\":\"record b\"}",
            "{\"CloudTrailEvent\":\"record c\"}",
            "{\"CloudTrailEvent\":\"record d\"}");
    assertThat(events.events()).isEqualTo(5);
    assertThat(RecentEvents.question(aws.asked().get(2)).get("NextToken").isPresent()).isFalse();
    assertThat(RecentEvents.question(aws.asked().get(2)).get("EndTime").toString())
        .contains(String.valueOf(hour(4).getEpochSecond()));
  }

  @Test
  void tokens_that_are_never_taken_end_the_region() {
    five("eu-west-1");
    aws.otherwise(asked ->
        RecentEvents.question(asked).get("NextToken").isPresent()
            ? RecentEvents.tokenGone()
            : Answers.json(
                200,
                """
                {"Events":[{"EventId":"a","EventTime":1772380800,"CloudTrailEvent":"x"}],"NextToken":"t"}\
                """));
    TrailEvents events = events("eu-west-1");

    assertThat(broken(events, 0, "{\"CloudTrailEvent\":\"x\"}\n").what())
        .isEqualTo(
            "Events of 2026-03-01T16:00:00Z and before were not read. CloudTrail takes none of the"
                + " tokens that it gives for the page after.");
    assertThat(events.left()).containsOnlyKeys("eu-west-1");
  }

  @Test
  void faults_of_aws_are_tried_again_a_few_times() throws Exception {
    five("eu-west-1");
    aws.then(Answers.jsonError(500, "InternalFailure", "x"), new Answer.Reset());
    assertThat(read(events("eu-west-1"), 0)).isEqualTo(lines(5, 4, 3, 2, 1));

    aws.otherwise(asked -> Answers.jsonError(500, "InternalFailure", "x"));
    assertThat(broken(events("eu-west-1"), 0, ""))
        .isEqualTo(
            new TrailTrouble(
                "AWS has a fault of its own (InternalFailure).",
                "Nothing can be done but to wait; see health.aws.amazon.com."));
  }

  @Test
  void a_denial_names_the_action_and_is_not_tried_again() {
    recent.refuse("eu-west-1", RecentEvents.denied());
    TrailEvents events = events("eu-west-1");

    assertThat(broken(events, 0, ""))
        .isEqualTo(
            new TrailTrouble(
                "You may not look up events (AccessDeniedException).",
                "Allow cloudtrail:LookupEvents to whoever calls, and let no other policy deny"
                    + " it."));
    assertThat(aws.asked()).hasSize(1);
    assertThat(events.left()).isEqualTo(Map.of("eu-west-1", Rest.upTo(UNTIL)));
  }

  @Test
  void expired_credentials_are_said_to_be_so() {
    recent.refuse("eu-west-1", Answers.jsonError(400, "ExpiredTokenException", "expired"));
    assertThat(broken(events("eu-west-1"), 0, ""))
        .isEqualTo(
            new TrailTrouble(
                "The AWS credentials have expired (ExpiredTokenException).",
                "Sign in again; a function gets new ones by itself."));
  }

  @Test
  void a_region_that_is_off_is_no_loss_unless_it_was_named() throws Exception {
    recent.refuse("me-south-1", RecentEvents.stranger());
    TrailEvents all = events(rests("me-south-1", "us-east-1"), OffRegions.PASSED_OVER);
    assertThat(read(all, 0)).isEmpty();
    assertThat(all.off()).containsExactly("me-south-1");
    assertThat(all.left()).containsOnlyKeys("us-east-1");
    assertThat(all.troubles()).isEmpty();

    TrailEvents named = events(rests("me-south-1"), OffRegions.TOLD);
    assertThat(broken(named, 0, ""))
        .isEqualTo(
            new TrailTrouble(
                "AWS does not take the credentials in this Region (UnrecognizedClientException).",
                "Check the access key and the session token, and that the account has this Region"
                    + " on; a session of the global STS endpoint is not known in every Region."));
    assertThat(named.off()).isEmpty();
  }

  @Test
  void bad_credentials_make_no_region_look_off() {
    recent.refuse(Set.of("me-south-1", "us-east-1"), RecentEvents.stranger());
    TrailEvents events = events(rests("me-south-1", "us-east-1"), OffRegions.PASSED_OVER);

    broken(events, 0, "");
    broken(events, 1, "");
    assertThat(events.off()).isEmpty();
    assertThat(events.left()).containsOnlyKeys("me-south-1", "us-east-1");
  }

  @Test
  void a_region_that_was_always_on_is_never_taken_for_off() throws Exception {
    recent.refuse("eu-west-1", RecentEvents.stranger());
    TrailEvents events = events(rests("us-east-1", "eu-west-1"), OffRegions.PASSED_OVER);
    read(events, 0);
    broken(events, 1, "");
    assertThat(events.off()).isEmpty();
  }

  @Test
  void an_event_without_its_record_is_handed_on_as_one_that_cannot_be_read() throws Exception {
    recent.put("eu-west-1", new Item("a", hour(1), new Json.Null()));
    assertThat(read(events("eu-west-1"), 0)).isEqualTo("{\"CloudTrailEvent\":null}\n");
  }

  @Test
  void whoever_is_to_stop_makes_no_further_call() {
    five("eu-west-1");
    aws.otherwise(asked -> {
      time.stop();
      return recent.apply(asked);
    });
    TrailEvents events = events("eu-west-1", "us-east-1");

    assertThat(broken(events, 0, lines(5, 4)).what())
        .isEqualTo(
            "Events of 2026-03-01T16:00:00Z and before were not read. Looking up was stopped"
                + " before its end.");
    assertThat(broken(events, 1, "").what()).isEqualTo("Looking up was stopped before its end.");
    assertThat(aws.asked()).hasSize(1);
    assertThat(events.left())
        .isEqualTo(
            Map.of("eu-west-1", new Rest(hour(4), Set.of("id-4")), "us-east-1", Rest.upTo(UNTIL)));
  }

  private void five(String region) {
    for (int i = 1; i <= 5; i++) {
      recent.put(region, item(i, "id-" + i));
    }
  }

  private static Item item(int hour, String id) {
    String record = id.matches("id-\\d") ? "record " + hour : "record " + id;
    return Item.of(id, hour(hour).toString(), record);
  }

  private static Instant hour(int hour) {
    return SINCE.plus(Duration.ofHours(hour));
  }

  /** The first question about eu-west-1, as it will come. */
  private Asked first() {
    return new Asked(
        "POST",
        "/",
        List.of(
            new Answer.Header(
                "Authorization",
                "AWS4-HMAC-SHA256"
                    + " Credential=AKIAIOSFODNN7EXAMPLE/20260302/eu-west-1/cloudtrail/aws4_request")),
        "{\"StartTime\":1772366400.000,\"EndTime\":1772452800.000,\"MaxResults\":50}"
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String lines(int... numbers) {
    StringBuilder lines = new StringBuilder();
    for (int number : numbers) {
      lines.append("{\"CloudTrailEvent\":\"record " + number + "\"}\n");
    }
    return lines.toString();
  }

  private TrailEvents events(String... regions) {
    return events(rests(regions), OffRegions.PASSED_OVER);
  }

  private static Map<String, Rest> rests(String... regions) {
    Map<String, Rest> rests = new LinkedHashMap<>();
    for (String region : regions) {
      rests.put(region, Rest.upTo(UNTIL));
    }
    return rests;
  }

  private TrailEvents events(Map<String, Rest> rests, OffRegions tolerance) {
    return new TrailEvents(clients, time, SINCE, rests, tolerance, TrailWatch.NONE);
  }

  private static LogSource source(TrailEvents events, int place) {
    return ((Found.Source) events.inputs().get(place)).source();
  }

  private static String read(TrailEvents events, int place) throws IOException {
    return new String(source(events, place).open().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Why an input broke, after it has given that. */
  private static TrailTrouble broken(TrailEvents events, int place, String before) {
    LogSource source = source(events, place);
    StringBuilder given = new StringBuilder();
    assertThatThrownBy(
            () -> {
              var stream = source.open();
              int next = stream.read();
              while (next >= 0) {
                given.append((char) next);
                next = stream.read();
              }
            })
        .isInstanceOf(CannotOpen.class);
    assertThat(given.toString()).isEqualTo(before);
    return new TreeMap<>(events.troubles()).get(source.name());
  }
}
