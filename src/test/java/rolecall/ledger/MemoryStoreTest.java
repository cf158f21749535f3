package rolecall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreContract {
  private final SetClock clock = new SetClock();

  @Override
  protected Store empty() {
    return new MemoryStore(clock, 1000);
  }

  @Test
  void a_full_store_drops_what_is_over_and_else_what_was_put_longest_ago() {
    MemoryStore small = new MemoryStore(clock, 3);
    put(small, "a", Duration.ofDays(30));
    put(small, "b", Duration.ofMinutes(5));
    put(small, "c", Duration.ofDays(30));
    clock.pass(Duration.ofMinutes(5));

    put(small, "d", Duration.ofDays(30));
    assertThat(sorts(small)).isEqualTo("acd");

    put(small, "e", Duration.ofDays(30));
    assertThat(sorts(small)).isEqualTo("cde");
  }

  @Test
  void an_entry_that_is_put_again_takes_no_room_of_others_and_is_new() {
    MemoryStore small = new MemoryStore(clock, 2);
    Entry first = put(small, "a", Duration.ofDays(30));
    put(small, "b", Duration.ofDays(30));
    Entry again = new Entry(first.place(), 2, "{}", first.expires());

    assertThat(small.put(again, Optional.of(first), MOST)).isTrue();
    assertThat(sorts(small)).isEqualTo("ab");

    put(small, "c", Duration.ofDays(30));
    assertThat(sorts(small)).isEqualTo("ac");
  }

  @Test
  void a_store_for_nothing_is_refused() {
    assertThatThrownBy(() -> new MemoryStore(clock, 0))
        .hasMessage("a store must keep at least one entry, not 0");
  }

  private Entry put(MemoryStore store, String sort, Duration stays) {
    Entry entry = new Entry(new Entry.Place("p", sort), 1, "{}", clock.instant().plus(stays));
    assertThat(store.put(entry, Optional.empty(), MOST)).isTrue();
    return entry;
  }

  private static String sorts(MemoryStore store) {
    StringBuilder sorts = new StringBuilder();
    store.all("p", MOST).forEach(entry -> sorts.append(entry.place().sort()));
    return sorts.toString();
  }
}
