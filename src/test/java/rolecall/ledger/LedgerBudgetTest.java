package rolecall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long the ledger waits for a store, and what it makes of one that fails. */
class LedgerBudgetTest {
  private static final Duration HELD = Duration.ofMinutes(2);
  private static final Duration MOST = Duration.ofSeconds(2);

  private final SetClock clock = new SetClock();
  private final AtomicLong nanos = new AtomicLong();
  private final MemoryStore memory = new MemoryStore(clock, 1000);
  private final List<String> calls = new ArrayList<>();
  private Duration each = Duration.ZERO;
  private int good = Integer.MAX_VALUE;

  private final Ledger ledger =
      new Ledger(new Slow(), clock, () -> UUID.randomUUID().toString(), nanos::get);

  /** Takes its time, and fails after so many calls. */
  private final class Slow implements Store {
    private void wait(String call, Duration most) throws StoreTrouble {
      calls.add(call + " " + most.toMillis());
      nanos.addAndGet(each.toNanos());
      if (calls.size() > good) {
        throw new StoreTrouble("the table is throttled", new TimeoutException());
      }
    }

    @Override
    public Optional<Entry> get(Entry.Place place, Duration most) throws StoreTrouble {
      wait("get", most);
      return memory.get(place, most);
    }

    @Override
    public List<Entry> all(String partition, Duration most) throws StoreTrouble {
      wait("all", most);
      return memory.all(partition, most);
    }

    @Override
    public boolean put(Entry entry, Optional<Entry> expected, Duration most) throws StoreTrouble {
      wait("put", most);
      return memory.put(entry, expected, most);
    }

    @Override
    public boolean remove(Entry expected, Duration most) throws StoreTrouble {
      wait("remove", most);
      return memory.remove(expected, most);
    }
  }

  @Test
  void each_call_gets_the_time_that_is_left() {
    each = Duration.ofMillis(300);

    Claim claim = ledger.claim(Findings.of("e1").made(), HELD, MOST);

    assertThat(claim).isInstanceOf(Claim.Held.class);
    assertThat(calls).containsExactly("all 2000", "put 1700", "get 1400", "put 1100");
  }

  @Test
  void when_the_time_is_over_nothing_more_is_tried() {
    each = Duration.ofMillis(700);

    Claim claim = ledger.claim(Findings.of("e1").made(), HELD, MOST);

    assertThat(claim).isEqualTo(new Claim.Unchecked("the ledger's table took longer than 2000 ms"));
    assertThat(calls).containsExactly("all 2000", "put 1300", "get 600");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void at_the_first_trouble_it_gives_up_and_says_why(int calls) {
    good = calls;

    Claim claim = ledger.claim(Findings.of("e1").made(), HELD, MOST);

    assertThat(claim).isEqualTo(new Claim.Unchecked("the table is throttled"));
    assertThat(this.calls).hasSize(calls + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void a_confirmation_or_release_that_fails_says_why(int more) {
    Claim.Held held = (Claim.Held) ledger.claim(Findings.of("e1").made(), HELD, MOST);
    good = calls.size() + more;

    assertThat(ledger.confirm(held.token(), MOST)).contains("the table is throttled");
    assertThat(ledger.release(held.token(), MOST)).contains("the table is throttled");
  }

  @Test
  void a_note_that_fails_says_why() {
    good = 0;

    assertThat(ledger.noteCaller("e1", "dana", MOST)).contains("the table is throttled");
    assertThat(ledger.callerOf("e1", MOST))
        .isEqualTo(new CallerNote.Unchecked("the table is throttled"));
  }

  @Test
  void a_finding_whose_confirmation_broke_off_half_way_is_known_to_be_told() {
    Claim.Held held = (Claim.Held) ledger.claim(Findings.of("e1").made(), HELD, MOST);
    good = calls.size() + 2;
    assertThat(ledger.confirm(held.token(), MOST)).isPresent();
    good = Integer.MAX_VALUE;

    assertThat(ledger.claim(Findings.of("e1").made(), HELD, MOST))
        .isEqualTo(new Claim.AlreadyTold());
    assertThat(ledger.claim(Findings.of("e2").at(1).made(), HELD, MOST))
        .isEqualTo(new Claim.Repeat());
  }

  @Test
  void a_repeat_whose_worker_died_half_way_counts_once() {
    Claim.Held held = (Claim.Held) ledger.claim(Findings.of("e1").made(), HELD, MOST);
    ledger.confirm(held.token(), MOST);
    good = calls.size() + 4;
    assertThat(ledger.claim(Findings.of("e2").at(1).made(), HELD, MOST))
        .isInstanceOf(Claim.Unchecked.class);
    good = Integer.MAX_VALUE;
    clock.pass(HELD);

    assertThat(ledger.claim(Findings.of("e2").at(1).made(), HELD, MOST))
        .isEqualTo(new Claim.Repeat());
    assertThat(ledger.claim(Findings.of("e3").at(60).made(), HELD, MOST))
        .extracting(claim -> ((Claim.Held) claim).before().orElseThrow().repeats())
        .isEqualTo(1L);
  }

  @Test
  void an_entry_that_somebody_else_wrote_is_trouble_and_is_named() {
    Entry.Place place = new Entry.Place("event#e1", "rule-a");
    memory.put(
        new Entry(place, 1, "{\"state\":\"lost\"}", clock.instant().plusSeconds(60)),
        Optional.empty(),
        MOST);

    assertThat(ledger.claim(Findings.of("e1").made(), HELD, MOST))
        .isEqualTo(
            new Claim.Unchecked(
                "the entry event#e1 / rule-a of the ledger is not as Rolecall writes it: delete it"
                    + " from the table"));
  }

  @Test
  void the_entries_are_small_and_keep_nothing_but_what_is_compared() {
    Ledger quiet = new Ledger(memory, clock, () -> "holder", nanos::get);
    Claim.Held first = (Claim.Held) quiet.claim(Findings.of("e1").made(), HELD, MOST);
    quiet.confirm(first.token(), MOST);
    quiet.claim(Findings.of("e2").at(1).made(), HELD, MOST);

    assertThat(memory.all("event#e1", MOST))
        .extracting(Entry::value)
        .containsExactly(
            "{\"state\":\"told\",\"holder\":\"holder\",\"at\":\"2026-03-02T09:00:00Z\","
                + "\"eventId\":\"e1\",\"account\":\"111122223333\"}");
    assertThat(memory.get(Keys.window(Findings.of("e1").made()), MOST).orElseThrow().value())
        .isEqualTo(
            "{\"openers\":[{\"at\":\"2026-03-02T09:00:00Z\",\"event\":\"e1\",\"state\":\"told\","
                + "\"holder\":\"holder\",\"repeats\":1,\"passedOn\":0,"
                + "\"last\":\"2026-03-02T09:01:00Z\",\"recent\":[\""
                + Keys.brief("e2")
                + "\"]}]}");
  }
}
