package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.Event;

class RestTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Rest all = Rest.upTo(NOON);

  @Test
  void a_page_leaves_what_is_as_old_as_its_last_event_or_older() {
    assertThat(all.after(List.of(event("a", 0), event("b", -5), event("c", -5))))
        .isEqualTo(new Rest(NOON.minusSeconds(5), Set.of("b", "c")));
    assertThat(all.after(List.of())).isEqualTo(all);
  }

  @Test
  void a_second_that_ends_on_no_page_keeps_the_ids_of_all_its_pages() {
    Rest rest = all.after(List.of(event("a", -5), event("b", -5)));
    assertThat(rest.after(List.of(event("c", -5), event("d", -5))))
        .isEqualTo(new Rest(NOON.minusSeconds(5), Set.of("a", "b", "c", "d")));
  }

  @Test
  void a_page_out_of_order_leaves_everything_but_its_own_events() {
    Rest rest = new Rest(NOON.minusSeconds(5), Set.of("x"));
    for (List<Event> page :
        List.of(
            List.of(event("a", -9), event("b", -7)),
            List.of(event("a", -4), event("b", -9)),
            List.of(event("a", -7), Event.builder().eventId("b").build()))) {
      assertThat(rest.after(page)).isEqualTo(new Rest(NOON.minusSeconds(5), Set.of("x", "a", "b")));
    }
  }

  @Test
  void an_event_is_unread_once_and_one_without_an_id_always() {
    Rest rest = new Rest(NOON, Set.of("a"));
    Event nameless = Event.builder().cloudTrailEvent("{}").build();
    assertThat(
            rest.unread(
                Arrays.asList(event("a", 0), event("b", 0), nameless, event("b", 0), nameless)))
        .containsExactly(event("b", 0), nameless, nameless);
  }

  private static Event event(String id, int seconds) {
    return Event.builder().eventId(id).eventTime(NOON.plusSeconds(seconds)).build();
  }
}
