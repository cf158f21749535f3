package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;
import rolecall.ledger.Entry;
import rolecall.ledger.Ledger;
import rolecall.ledger.MemoryStore;
import rolecall.ledger.SeenEvent;
import rolecall.ledger.Store;
import rolecall.ledger.StoreTrouble;
import rolecall.policy.CompiledPolicy;
import rolecall.policy.Policies;
import rolecall.policy.Verdict;
import rolecall.record.TrailRecord;

/** What is expected, what was handled, and how much of it. */
class ComparisonTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant FROM = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration MOST = Duration.ofSeconds(2);
  private static final CompiledPolicy POLICY = Policies.shipped();

  private final MemoryStore memory = new MemoryStore(() -> NOW, 1_000);
  private final List<String> asked = new ArrayList<>();
  private final Coverages counted = new Coverages();
  private Optional<String> trouble = Optional.empty();
  private final Ledger ledger =
      new Ledger(new Watched(), () -> NOW, () -> UUID.randomUUID().toString());

  /** A store that says which hours it was asked for. */
  private final class Watched implements Store {
    @Override
    public Optional<Entry> get(Entry.Place place, Duration most) {
      return memory.get(place, most);
    }

    @Override
    public List<Entry> all(String partition, Duration most) throws StoreTrouble {
      asked.add(partition);
      if (trouble.isPresent()) {
        throw new StoreTrouble(trouble.get(), new IllegalStateException());
      }
      return memory.all(partition, most);
    }

    @Override
    public boolean put(Entry entry, Optional<Entry> expected, Duration most) {
      return memory.put(entry, expected, most);
    }

    @Override
    public boolean remove(Entry expected, Duration most) {
      return memory.remove(expected, most);
    }
  }

  private Comparison comparison(boolean forwarded) {
    return new Comparison(POLICY, _ -> forwarded, new SeenHours(ledger, FROM, NOW, MOST));
  }

  /** A role is tagged, which nobody minds. */
  private static TrailRecord tagged(String id, String more) {
    return record(
        """
        {"eventSource":"iam.amazonaws.com","eventName":"TagRole","eventID":"%s",%s
         "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/dana",
         "accountId":"111122223333","userName":"dana"},"requestParameters":{"roleName":"Ordinary"},
         "recipientAccountId":"111122223333"}\
        """
            .formatted(id, more));
  }

  private static TrailRecord tagged(String id, Instant time) {
    return tagged(id, "\"awsRegion\":\"us-east-1\",\"eventTime\":\"%s\",".formatted(time));
  }

  /** Root took credentials. */
  private static TrailRecord grave(String id) {
    return record(
        """
        {"eventSource":"sts.amazonaws.com","eventName":"GetSessionToken","eventID":"%s",
         "awsRegion":"eu-west-1","eventTime":"2026-03-02T09:10:00Z",
         "userIdentity":{"type":"Root","arn":"arn:aws:iam::111122223333:root",
         "accountId":"111122223333"},"recipientAccountId":"111122223333"}\
        """
            .formatted(id));
  }

  private static TrailRecord record(String text) {
    try {
      return new TrailRecord((Json.Obj) JsonReader.read(text));
    } catch (UnreadableJson broken) {
      throw new AssertionError(text, broken);
    }
  }

  private Compared compare(Comparison comparison, TrailRecord record) {
    Compared compared = comparison.compare(record);
    counted.count(record, compared);
    return compared;
  }

  private void handle(TrailRecord... records) {
    List<SeenEvent> events = new ArrayList<>();
    for (TrailRecord record : records) {
      events.add(Comparison.seen(record, NOW.minus(Duration.ofMinutes(30))));
    }
    assertThat(ledger.noteSeen(events, MOST)).isEmpty();
  }

  @Test
  void what_was_handled_is_so_and_what_was_not_was_missed_with_its_verdict() {
    handle(tagged("e1", FROM), grave("e3"));
    Comparison comparison = comparison(true);

    assertThat(compare(comparison, tagged("e1", FROM))).isEqualTo(new Compared.Handled());
    assertThat(compare(comparison, tagged("e2", FROM)))
        .isInstanceOfSatisfying(
            Compared.Missed.class,
            missed -> assertThat(missed.verdict()).isInstanceOf(Verdict.Allowed.class));
    assertThat(compare(comparison, grave("e3"))).isEqualTo(new Compared.Handled());
    assertThat(compare(comparison, grave("e4")))
        .isInstanceOfSatisfying(
            Compared.Missed.class,
            missed ->
                assertThat(missed.verdict().breaches())
                    .extracting(breach -> breach.rule().id())
                    .contains("root-took-credentials"));
    assertThat(counted.byRegion())
        .isEqualTo(Map.of("eu-west-1", new Coverage(2, 1), "us-east-1", new Coverage(2, 1)));
  }

  @Test
  void what_no_rule_forwards_is_expected_only_if_it_breaks_the_policy_or_cannot_be_judged() {
    Comparison comparison = comparison(false);
    TrailRecord odd =
        record(
            """
            {"eventSource":"sts.amazonaws.com","eventName":"AssumeRole","eventID":"e3",
             "eventTime":"2026-03-02T09:10:00Z","awsRegion":"us-east-1",
             "userIdentity":{"type":"Newfangled"}}\
            """);

    assertThat(compare(comparison, tagged("e1", FROM))).isEqualTo(new Compared.NotExpected());
    assertThat(compare(comparison, grave("e2"))).isInstanceOf(Compared.Missed.class);
    assertThat(compare(comparison, odd))
        .isInstanceOfSatisfying(
            Compared.Missed.class,
            missed -> assertThat(missed.verdict()).isInstanceOf(Verdict.CannotJudge.class));
  }

  @Test
  void what_the_policy_does_not_read_is_never_expected() {
    TrailRecord stranger =
        record("{\"eventSource\":\"polly.amazonaws.com\",\"eventName\":\"SynthesizeSpeech\"}");
    Comparison comparison = comparison(true);
    assertThat(compare(comparison, stranger)).isEqualTo(new Compared.NotExpected());
    assertThat(counted.byRegion()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void an_event_without_a_time_or_a_region_is_found_where_it_was_handled() {
    TrailRecord timeless = tagged("e1", "\"awsRegion\":\"us-east-1\",");
    TrailRecord nowhere = tagged("e2", "\"eventTime\":\"2026-03-02T09:30:00Z\",");
    TrailRecord neither = tagged("e3", "");
    handle(timeless, nowhere, neither);
    Comparison comparison = comparison(true);

    for (TrailRecord record : List.of(timeless, nowhere, neither)) {
      assertThat(compare(comparison, record)).isEqualTo(new Compared.Handled());
    }
    assertThat(compare(comparison, tagged("e4", ""))).isInstanceOf(Compared.Missed.class);
    assertThat(counted.byRegion())
        .isEqualTo(Map.of("unknown", new Coverage(3, 2), "us-east-1", new Coverage(1, 1)));
  }

  @Test
  void each_hour_is_fetched_once_while_records_come_by_falling_time() {
    Comparison comparison = comparison(true);
    for (int minutes = 119; minutes >= 0; minutes -= 7) {
      compare(comparison, tagged("e" + minutes, FROM.plus(Duration.ofMinutes(minutes))));
    }
    assertThat(asked)
        .containsExactly(
            "seen#us-east-1#2026-03-02T10:00:00Z", "seen#us-east-1#2026-03-02T09:00:00Z");
  }

  @Test
  void without_an_answer_of_the_store_nobody_says_that_it_was_missed_and_nothing_counts() {
    trouble = Optional.of("the table is throttled");
    Comparison comparison = comparison(true);
    assertThat(compare(comparison, tagged("e1", FROM)))
        .isEqualTo(new Compared.Unchecked("the table is throttled"));
    assertThat(counted.byRegion()).isEmpty();
  }

  @Test
  void coverage_is_a_number_and_never_more_than_all() {
    assertThat(new Coverage(100_000, 99_999).percent()).isEqualTo(99.999);
    assertThat(new Coverage(4, 3).share()).isEqualTo(0.75);
    assertThat(Coverage.NONE.share()).isEqualTo(1);
    assertThat(Coverage.NONE.percent()).isEqualTo(100);
    assertThat(new Coverage(4, 3).plus(new Coverage(1, 0))).isEqualTo(new Coverage(5, 3));
    assertThatThrownBy(() -> new Coverage(1, 2))
        .hasMessage("2 events of 1 cannot have been handled");
  }
}
