package rolecall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.ledger.Findings.MORNING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which events were handled, on whatever store. */
public abstract class SeenContract {
  private static final Duration MOST = Duration.ofSeconds(20);
  private static final String HERE = "us-east-1";
  private static final Optional<String> OURS = Optional.of("111122223333");
  private static final Optional<String> THEIRS = Optional.of("444455556666");

  protected final SetClock clock = new SetClock();
  private Store store;
  private Ledger ledger;

  /** An empty store. */
  protected abstract Store empty();

  @BeforeEach
  void begin() {
    store = empty();
    ledger = new Ledger(store, clock, () -> UUID.randomUUID().toString());
  }

  @Test
  void what_was_noted_is_seen_and_nothing_else() {
    note(event("e1"), event("e2"));
    note(event("e3"));

    Seen seen = seen(HERE, MORNING);

    assertThat(Stream.of("e1", "e2", "e3", "e4", "", "E1").filter(id -> seen.holds(id, OURS)))
        .containsExactly("e1", "e2", "e3");
    assertThat(seen.size()).isEqualTo(3);
  }

  @Test
  void one_id_in_two_accounts_is_two_events() {
    note(event("e1"), new SeenEvent("e2", Optional.empty(), HERE, MORNING));

    Seen seen = seen(HERE, MORNING);

    assertThat(seen.holds("e1", OURS)).isTrue();
    assertThat(seen.holds("e1", THEIRS)).isFalse();
    assertThat(seen.holds("e1", Optional.empty())).isFalse();
    assertThat(seen.holds("e2", Optional.empty())).isTrue();
    assertThat(seen.holds("e2", OURS)).isFalse();
  }

  @Test
  void an_event_is_seen_in_its_own_region_and_hour() {
    note(
        new SeenEvent("e1", OURS, HERE, Instant.parse("2026-03-02T08:59:59Z")),
        new SeenEvent("e2", OURS, HERE, Instant.parse("2026-03-02T09:00:00Z")),
        new SeenEvent("e3", OURS, HERE, Instant.parse("2026-03-02T09:59:59Z")),
        new SeenEvent("e4", OURS, "us-west-2", Instant.parse("2026-03-02T09:00:00Z")),
        new SeenEvent("e5", OURS, SeenEvent.NOWHERE, Instant.parse("2026-03-02T09:00:00Z")));

    assertThat(among(HERE, "2026-03-02T08:00:00Z")).isEqualTo("e1");
    assertThat(among(HERE, "2026-03-02T09:30:00Z")).isEqualTo("e2 e3");
    assertThat(among(HERE, "2026-03-02T10:00:00Z")).isEmpty();
    assertThat(among("us-west-2", "2026-03-02T09:00:00Z")).isEqualTo("e4");
    assertThat(among(SeenEvent.NOWHERE, "2026-03-02T09:00:00Z")).isEqualTo("e5");
  }

  @Test
  void what_is_noted_twice_is_seen_once() {
    note(event("e1"), event("e1"));
    note(event("e1"));

    assertThat(seen(HERE, MORNING).size()).isEqualTo(1);
  }

  @Test
  void one_event_that_is_missing_among_ten_thousand_is_not_seen() {
    List<SeenEvent> all = IntStream.range(0, 10_000).mapToObj(n -> event("e" + n)).toList();
    List<SeenEvent> noted = new ArrayList<>(all);
    noted.remove(7_777);
    note(noted.toArray(SeenEvent[]::new));

    Seen seen = seen(HERE, MORNING);

    assertThat(all.stream().filter(event -> !seen.holds(event.id(), event.account())))
        .containsExactly(event("e7777"));
    assertThat(seen.size()).isEqualTo(9_999);
  }

  @Test
  void many_events_take_few_entries_each_far_below_what_a_store_takes() throws StoreTrouble {
    note(IntStream.range(0, 10_000).mapToObj(n -> event("e" + n)).toArray(SeenEvent[]::new));

    List<Entry> entries = store.all("seen#us-east-1#2026-03-02T09:00:00Z", MOST);

    assertThat(entries).hasSize(3);
    assertThat(entries).allSatisfy(entry -> assertThat(entry.value().length()).isLessThan(100_000));
    assertThat(entries.stream().mapToInt(entry -> entry.value().length()).sum())
        .isLessThan(10_000 * 22);
  }

  @Test
  void an_event_is_remembered_for_fourteen_days_and_a_day_more_for_who_reads_slowly()
      throws StoreTrouble {
    note(event("e1"));

    assertThat(store.all("seen#us-east-1#2026-03-02T09:00:00Z", MOST))
        .extracting(Entry::expires)
        .containsExactly(MORNING.plus(Duration.ofDays(15)));
  }

  @Test
  void history_that_would_be_forgotten_at_once_is_not_noted() {
    Instant old = MORNING.minus(SeenEvent.RETENTION);
    note(
        new SeenEvent("e1", OURS, HERE, old.minusSeconds(1)), new SeenEvent("e2", OURS, HERE, old));

    assertThat(among(HERE, old.minusSeconds(1).toString())).isEmpty();
    assertThat(among(HERE, old.toString())).isEqualTo("e2");
  }

  @Test
  void a_region_that_no_store_would_take_as_a_key_is_kept_all_the_same() {
    String odd = "\uD800" + "x".repeat(5_000);
    note(new SeenEvent("e1", OURS, odd, MORNING));

    assertThat(among(odd, MORNING.toString())).isEqualTo("e1");
    assertThat(among(odd + "y", MORNING.toString())).isEmpty();
  }

  @Test
  void the_memory_begins_with_what_is_noted_first() {
    assertThat(ledger.seenSince(MOST)).isEqualTo(new SeenSince.Never());
    note();
    assertThat(ledger.seenSince(MOST)).isEqualTo(new SeenSince.Never());

    note(event("e1"));
    clock.pass(Duration.ofDays(1));
    note(event("e2"));

    assertThat(ledger.seenSince(MOST)).isEqualTo(new SeenSince.Known(MORNING));
  }

  @Test
  void the_memory_begins_with_the_time_of_the_first_event_unless_it_is_a_day_old() {
    clock.pass(Duration.ofHours(3));
    note(new SeenEvent("e2", OURS, HERE, MORNING.plus(Duration.ofHours(1))), event("e1"));
    assertThat(ledger.seenSince(MOST)).isEqualTo(new SeenSince.Known(MORNING));
  }

  @Test
  void old_log_files_do_not_make_the_memory_older() {
    clock.pass(Duration.ofHours(25));
    note(event("e1"));
    assertThat(ledger.seenSince(MOST))
        .isEqualTo(new SeenSince.Known(MORNING.plus(Duration.ofHours(25))));
  }

  @Test
  void the_memory_can_begin_before_there_is_anything_to_note_and_begins_once() {
    assertThat(ledger.beginSeen(MOST)).isEqualTo(new SeenSince.Known(MORNING));
    clock.pass(Duration.ofDays(1));
    note(event("e1"));

    assertThat(ledger.beginSeen(MOST)).isEqualTo(new SeenSince.Known(MORNING));
    assertThat(ledger.seenSince(MOST)).isEqualTo(new SeenSince.Known(MORNING));
  }

  @Test
  void a_new_process_goes_on_with_the_memory_of_those_before_it() {
    note(event("e1"));
    clock.pass(Duration.ofDays(1));
    ledger = new Ledger(store, clock, () -> UUID.randomUUID().toString());
    note(event("e2"));

    assertThat(ledger.seenSince(MOST)).isEqualTo(new SeenSince.Known(MORNING));
    assertThat(among(HERE, MORNING.toString())).isEqualTo("e1 e2");
  }

  @Test
  void the_memory_reaches_back_as_far_as_events_are_remembered() {
    note(event("e1"));
    clock.pass(Duration.ofDays(20));

    assertThat(ledger.seenSince(MOST))
        .isEqualTo(new SeenSince.Known(MORNING.plus(Duration.ofDays(6))));
  }

  @Test
  void two_workers_that_chance_upon_one_name_lose_nothing() {
    List<String> names = new ArrayList<>(List.of("a", "b", "a", "b", "c", "d", "e"));
    ledger = new Ledger(store, clock, names::removeFirst);

    note(event("e1"));
    note(event("e2"));

    assertThat(among(HERE, MORNING.toString())).isEqualTo("e1 e2");
  }

  @Test
  void an_entry_that_somebody_spoiled_is_named() throws StoreTrouble {
    Entry.Place place = new Entry.Place("seen#us-east-1#2026-03-02T09:00:00Z", "odd");
    store.put(
        new Entry(place, 1, "{\"ids\":\"AAAA\"}", MORNING.plus(MOST)), Optional.empty(), MOST);

    assertThat(ledger.seen(HERE, MORNING, MOST))
        .isEqualTo(
            new SeenHour.Unchecked(
                "the entry seen#us-east-1#2026-03-02T09:00:00Z / odd of the ledger is not as"
                    + " Rolecall writes it: delete it from the table"));
  }

  private static SeenEvent event(String id) {
    return new SeenEvent(id, OURS, HERE, MORNING);
  }

  private void note(SeenEvent... events) {
    assertThat(ledger.noteSeen(List.of(events), MOST)).isEmpty();
  }

  private Seen seen(String region, Instant hour) {
    return ((SeenHour.Known) ledger.seen(region, hour, MOST)).seen();
  }

  /** Which of e1 to e5 are seen there. */
  private String among(String region, String hour) {
    Seen seen = seen(region, Instant.parse(hour));
    return String.join(
        " ",
        IntStream.rangeClosed(1, 5)
            .mapToObj(n -> "e" + n)
            .filter(id -> seen.holds(id, OURS))
            .toList());
  }
}
