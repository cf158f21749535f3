package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.ingest.RecentTrail.Left;

class ReconciliationStateTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-03-02T11:00:00Z");

  @Test
  void a_stretch_is_worked_off_page_by_page_and_only_then_counts_as_compared() {
    ReconciliationState open = ReconciliationState.upTo(NINE).opened(TEN);
    ReconciliationState half = open.after(new Left(NINE.plusSeconds(9), Set.of("e1")), false);

    assertThat(half.to()).isEqualTo(NINE);
    assertThat(half.isDue(NINE)).isTrue();
    assertThat(half.opened(ELEVEN)).isEqualTo(half);
    ReconciliationState done = half.after(new Left(NINE, Set.of()), true);
    assertThat(done).isEqualTo(ReconciliationState.upTo(TEN));
    assertThat(done.isDue(TEN)).isFalse();
    assertThat(done.isDue(ELEVEN)).isTrue();
  }

  @Test
  void no_stretch_is_longer_than_an_hour_and_the_oldest_comes_first() {
    ReconciliationState first = ReconciliationState.upTo(NINE).opened(ELEVEN.plusSeconds(1));
    assertThat(first.open().orElseThrow().until()).isEqualTo(TEN);
    ReconciliationState second = first.after(new Left(NINE, Set.of()), true).opened(ELEVEN);
    assertThat(second.to()).isEqualTo(TEN);
    assertThat(second.open().orElseThrow().until()).isEqualTo(ELEVEN);
    assertThat(first.opened(NINE)).isEqualTo(first);
    assertThat(ReconciliationState.upTo(NINE).opened(NINE.plusSeconds(1)).open().orElseThrow())
        .extracting(stretch -> stretch.left().until())
        .isEqualTo(NINE.plusSeconds(1));
  }

  @Test
  void what_is_too_old_to_be_remembered_is_left_out() {
    ReconciliationState open = ReconciliationState.upTo(NINE).opened(TEN);
    assertThat(ReconciliationState.upTo(NINE).without(TEN))
        .isEqualTo(ReconciliationState.upTo(TEN));
    assertThat(open.without(TEN)).isEqualTo(open);
    assertThat(open.without(ELEVEN)).isEqualTo(ReconciliationState.upTo(ELEVEN));
  }

  @Test
  void it_is_kept_as_text_and_read_again() {
    ReconciliationState done = ReconciliationState.upTo(NINE);
    ReconciliationState half = done.opened(TEN).after(new Left(NINE, Set.of("e2", "e1")), false);

    assertThat(half.json())
        .isEqualTo(
            "{\"to\":\"2026-03-02T09:00:00Z\",\"until\":\"2026-03-02T10:00:00Z\","
                + "\"left\":\"2026-03-02T09:00:00Z\",\"read\":[\"e1\",\"e2\"]}");
    assertThat(ReconciliationState.of(half.json())).isEqualTo(Optional.of(half));
    assertThat(ReconciliationState.of(done.json())).isEqualTo(Optional.of(done));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "{\"to\":\"x\"}", "{\"to\":\"2026-03-02T09:00:00Z\",\"until\":1}"})
  void what_somebody_else_wrote_is_none(String text) {
    assertThat(ReconciliationState.of(text)).isEmpty();
  }

  @Test
  void one_with_more_ids_than_an_entry_holds_is_not_kept() {
    Set<String> ids = IntStream.range(0, 5_001).mapToObj(n -> "e" + n).collect(Collectors.toSet());
    ReconciliationState open = ReconciliationState.upTo(NINE).opened(TEN);
    assertThat(open.after(new Left(NINE, ids), false).isSmall()).isFalse();
    assertThat(open.after(new Left(NINE, ids), true).isSmall()).isTrue();
    assertThat(open.isSmall()).isTrue();
  }
}
