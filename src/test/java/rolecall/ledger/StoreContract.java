package rolecall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger relies on, whatever store it has. */
public abstract class StoreContract {
  protected static final Duration MOST = Duration.ofSeconds(20);

  private static final Instant EXPIRES = Instant.parse("2126-04-01T00:00:00Z");

  private Store store;

  /** An empty store. */
  protected abstract Store empty();

  @BeforeEach
  void begin() {
    store = empty();
  }

  @Test
  void nothing_stands_where_nothing_was_put() throws StoreTrouble {
    assertThat(store.get(place("p", "s"), MOST)).isEmpty();
    assertThat(store.all("p", MOST)).isEmpty();
  }

  @Test
  void what_was_put_comes_back_letter_for_letter() throws StoreTrouble {
    Entry entry =
        entry("event#e1@111122223333", "rule-a", 281_474_976_710_655L, "{\"ü\":\"𝄞\\n\"}");

    assertThat(store.put(entry, Optional.empty(), MOST)).isTrue();

    assertThat(store.get(entry.place(), MOST)).contains(entry);
  }

  @Test
  void an_entry_whose_time_is_over_is_still_an_entry() throws StoreTrouble {
    Entry old = new Entry(place("p", "s"), 1, "{}", Instant.parse("2001-01-01T00:00:00Z"));

    assertThat(store.put(old, Optional.empty(), MOST)).isTrue();

    assertThat(store.put(entry("p", "s", 1, "{}"), Optional.empty(), MOST)).isFalse();
    assertThat(store.put(entry("p", "s", 2, "{}"), Optional.of(old), MOST)).isTrue();
  }

  @Test
  void a_place_that_is_taken_takes_no_first_entry() throws StoreTrouble {
    Entry first = put(entry("p", "s", 1, "first"), Optional.empty());

    assertThat(store.put(entry("p", "s", 1, "second"), Optional.empty(), MOST)).isFalse();

    assertThat(store.get(first.place(), MOST)).contains(first);
  }

  @Test
  void an_entry_that_changed_meanwhile_is_not_overwritten() throws StoreTrouble {
    Entry first = put(entry("p", "s", 1, "first"), Optional.empty());
    Entry second = put(entry("p", "s", 2, "second"), Optional.of(first));

    assertThat(store.put(entry("p", "s", 2, "third"), Optional.of(first), MOST)).isFalse();

    assertThat(store.get(first.place(), MOST)).contains(second);
  }

  @Test
  void an_entry_that_is_gone_meanwhile_is_not_overwritten() throws StoreTrouble {
    Entry first = put(entry("p", "s", 1, "first"), Optional.empty());
    assertThat(store.remove(first, MOST)).isTrue();

    assertThat(store.put(entry("p", "s", 2, "second"), Optional.of(first), MOST)).isFalse();

    assertThat(store.get(first.place(), MOST)).isEmpty();
  }

  @Test
  void an_entry_that_changed_meanwhile_is_not_removed() throws StoreTrouble {
    Entry first = put(entry("p", "s", 1, "first"), Optional.empty());
    Entry second = put(entry("p", "s", 2, "second"), Optional.of(first));

    assertThat(store.remove(first, MOST)).isFalse();

    assertThat(store.get(first.place(), MOST)).contains(second);
    assertThat(store.remove(second, MOST)).isTrue();
    assertThat(store.remove(second, MOST)).isFalse();
  }

  @Test
  void a_partition_gives_its_own_entries_in_the_order_of_their_sort_keys() throws StoreTrouble {
    Entry late = put(entry("event#e1", "rule-b", 1, "{}"), Optional.empty());
    Entry early = put(entry("event#e1", "rule-a", 1, "{}"), Optional.empty());
    Entry caller = put(entry("event#e1", "#caller", 1, "{}"), Optional.empty());
    put(entry("event#e10", "rule-a", 1, "{}"), Optional.empty());
    put(entry("event#e", "rule-a", 1, "{}"), Optional.empty());

    assertThat(store.all("event#e1", MOST)).containsExactly(caller, early, late);
  }

  @Test
  void a_partition_of_more_than_a_megabyte_is_whole() throws StoreTrouble {
    String large = "x".repeat(300_000);
    for (int i = 0; i < 5; i++) {
      put(entry("p", "s" + i, 1, large), Optional.empty());
    }

    assertThat(store.all("p", MOST))
        .extracting(entry -> entry.place().sort())
        .containsExactly("s0", "s1", "s2", "s3", "s4");
  }

  @Test
  void of_many_that_put_the_first_entry_one_succeeds() throws Exception {
    List<Boolean> got =
        Race.of(16, i -> () -> store.put(entry("p", "s", 1, "by " + i), Optional.empty(), MOST));

    assertThat(got).containsOnlyOnce(true);
    assertThat(store.get(place("p", "s"), MOST).orElseThrow().value())
        .isEqualTo("by " + got.indexOf(true));
  }

  @Test
  void of_many_that_change_an_entry_none_loses_its_change() throws Exception {
    put(entry("p", "s", 1, "0"), Optional.empty());

    Race.of(
        8,
        _ ->
            () -> {
              boolean done = false;
              while (!done) {
                Entry seen = store.get(place("p", "s"), MOST).orElseThrow();
                String next = Integer.toString(Integer.parseInt(seen.value()) + 1);
                done =
                    store.put(entry("p", "s", seen.version() + 1, next), Optional.of(seen), MOST);
              }
              return done;
            });

    assertThat(store.get(place("p", "s"), MOST)).contains(entry("p", "s", 9, "8"));
  }

  private Entry put(Entry entry, Optional<Entry> expected) throws StoreTrouble {
    assertThat(store.put(entry, expected, MOST)).isTrue();
    return entry;
  }

  private static Entry entry(String partition, String sort, long version, String value) {
    return new Entry(place(partition, sort), version, value, EXPIRES);
  }

  private static Entry.Place place(String partition, String sort) {
    return new Entry.Place(partition, sort);
  }
}
