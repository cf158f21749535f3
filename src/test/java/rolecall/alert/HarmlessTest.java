package rolecall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarmlessTest {
  @ParameterizedTest
  @CsvSource({
    "0000", "0007", "0009", "000a", "000d", "001b", "007f", "0085", "009b", "00ad", "034f", "061c",
    "115f", "180e", "200b", "200d", "200e", "2028", "2029", "202e", "2060", "2066", "2069", "2800",
    "3164", "fe00", "feff", "ffa0", "fff9", "ffff", "d800", "dfff", "e000"
  })
  void a_character_that_hides_or_steers_is_shown_as_an_escape(String hex) {
    char character = (char) Integer.parseInt(hex, 16);
    assertThat(Harmless.utf8().show("a" + character + "b")).isEqualTo("a\\u" + hex + "b");
  }

  @Test
  void one_beyond_the_first_plane_is_two_escapes() {
    assertThat(Harmless.utf8().show(Character.toString(0xE0041))).isEqualTo("\\udb40\\udc41");
  }

  @Test
  void words_of_any_script_stay_as_they_are() {
    String text = "dana@example.com, Zoë, Ёлка, 日本, 한국어, עברית, 😀 \\ \"x\"";
    assertThat(Harmless.utf8().show(text)).isEqualTo(text);
  }

  @Test
  void what_the_reader_cannot_show_is_escaped_too() {
    assertThat(new Harmless(StandardCharsets.US_ASCII.newEncoder()).show("Zoë 😀"))
        .isEqualTo("Zo\\u00eb \\ud83d\\ude00");
  }
}
