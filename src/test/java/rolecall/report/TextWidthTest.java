package rolecall.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
  @Test
  void wide_characters_take_two_columns() {
    assertThat(TextWidth.of("ab日本😀")).isEqualTo(8);
  }

  @Test
  void a_text_that_fits_is_not_cut() {
    assertThat(TextWidth.cut("日本語", 6)).isEqualTo("日本語");
  }

  @Test
  void a_wide_character_is_not_cut_in_two() {
    assertThat(TextWidth.cut("日本語文", 7)).isEqualTo("日本...");
    assertThat(TextWidth.cut("日本語", 5)).isEqualTo("日...");
    assertThat(TextWidth.cut("😀😀😀", 5)).isEqualTo("😀...");
  }

  @Test
  void an_ellipsis_that_does_not_fit_leaves_nothing() {
    assertThat(TextWidth.cut("abcdef", 2)).isEmpty();
  }
}
