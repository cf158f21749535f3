package rolecall.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntriesTest {
  private static boolean contains(String entry, String text) {
    return Entries.of(List.of("first", entry, "last")).contains(text);
  }

  @Test
  void letter_case_is_no_matter_whatever_the_locale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(contains("CHIMEADMIN", "chimeadmin")).isTrue();
      assertThat(contains("Zoë-Ärzte", "ZOË-ÄRZTE")).isTrue();
      assertThat(contains("*ADMIN*", "chimeadmin-1")).isTrue();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_star_is_any_text_also_none() {
    assertThat(contains("rolecall*", "rolecall")).isTrue();
    assertThat(contains("arn:aws:iam::*:role/Chime*", "arn:aws:iam::111122223333:role/chimeX"))
        .isTrue();
    assertThat(contains("a**b", "a-b")).isTrue();
    assertThat(contains("a*a", "a")).isFalse();
    assertThat(contains("*", "")).isTrue();
  }

  @Test
  void other_signs_are_only_themselves() {
    assertThat(contains("a?c", "abc")).isFalse();
    assertThat(contains("a.c", "abc")).isFalse();
    assertThat(contains("[a]", "a")).isFalse();
    assertThat(contains("a\\*", "a\\b")).isTrue();
  }

  @Test
  void a_block_contains_the_addresses_inside_it() {
    assertThat(contains("198.51.100.0/24", "198.51.100.255")).isTrue();
    assertThat(contains("198.51.100.0/24", "198.51.101.0")).isFalse();
    assertThat(contains("198.51.100.7/32", "198.51.100.7")).isTrue();
    assertThat(contains("2001:db8::/32", "2001:DB8:1::1")).isTrue();
    assertThat(contains("2001:db8::/32", "2001:db9::1")).isFalse();
    assertThat(contains("::/0", "198.51.100.7")).isFalse();
    assertThat(contains("198.51.100.0/24", "198.51.100.0/24")).isTrue();
    assertThat(contains("198.51.100.0/33", "198.51.100.0")).isFalse();
  }

  @Test
  void an_address_is_the_same_however_it_is_spelt() {
    assertThat(contains("2001:db8::1", "2001:0DB8:0:0:0:0:0:1")).isTrue();
    assertThat(contains("2001:db8::1", "2001:db8::2")).isFalse();
  }

  @Test
  void nothing_written_contains_nothing() {
    assertThat(Entries.of(List.of()).isEmpty()).isTrue();
    assertThat(Entries.of(List.of()).contains("")).isFalse();
    assertThat(Entries.of(List.of("a")).isEmpty()).isFalse();
  }

  @Test
  void very_many_stars_end_soon() {
    String entry = "a*".repeat(2_000) + "b";
    String text = "a".repeat(50_000);

    assertThat(contains(entry, text)).isFalse();
    assertThat(contains(entry, text + "B")).isTrue();
  }

  @Test
  void it_agrees_with_the_plain_reading_of_the_rules() {
    long seed = 11;
    Random random = new Random(seed);
    List<String> pieces =
        List.of("a", "B", "*", "é", "É", "1", "192.0.2.", "198.51.100.0/2", ":", "2001:db8:", "ı");
    for (int i = 0; i < 4_000; i++) {
      List<String> entries = new ArrayList<>();
      for (int j = random.nextInt(40); j >= 0; j--) {
        entries.add(text(random, pieces));
      }
      String text = text(random, pieces).replace("*", "b");
      assertThat(Entries.of(entries).contains(text))
          .as("seed %d: %s in %s", seed, text, entries)
          .isEqualTo(NaiveList.contains(entries, text));
    }
  }

  private static String text(Random random, List<String> pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }
}
