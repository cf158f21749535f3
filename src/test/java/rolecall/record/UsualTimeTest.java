package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsualTimeTest {
  @ParameterizedTest
  @ValueSource(strings = {"2026-03-02T09:14:07Z", "0000-01-01T00:00:00Z", "2024-02-29T23:59:59Z"})
  void what_cloudtrail_writes_is_read(String text) {
    assertThat(UsualTime.read(text)).contains(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-02",
        "2026-03-02T09:14:07",
        "2026-03-02T09:14:07+",
        "2026-03-02 09:14:07Z",
        "2026-02-29T09:14:07Z",
        "2026-03-02T24:00:00Z",
        "2026-03-02T23:59:60Z",
        "2026-03-02T09:14:7Z0",
        "+026-03-02T09:14:07Z",
        "2026-03-02T09:14:07.1Z",
        "2026-03-0\u0662T09:14:07Z"
      })
  void anything_else_is_left_to_who_knows_more(String text) {
    assertThat(UsualTime.read(text)).isEmpty();
  }

  @Test
  void what_is_read_of_changed_texts_is_what_the_library_reads() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder("2026-03-02T09:14:07Z");
      for (int changes = random.nextInt(4); changes > 0; changes--) {
        text.setCharAt(
            random.nextInt(text.length()), "0123456789-:TZ.+".charAt(random.nextInt(16)));
      }
      Optional<Instant> read = UsualTime.read(text.toString());
      if (read.isPresent()) {
        assertThat(read).isEqualTo(parsed(text.toString()));
      }
    }
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException odd) {
      return Optional.empty();
    }
  }
}
