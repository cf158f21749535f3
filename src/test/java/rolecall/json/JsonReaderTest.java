package rolecall.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.record.TestRecords;

class JsonReaderTest {
  @Test
  void every_kind_of_value_is_read_as_it_was_written() throws Exception {
    Json read = read("{\"b\":[1e3,-0,true,null,\"x\\u0041\"],\"a\":{}}");

    assertThat(read)
        .isEqualTo(
            new Json.Obj(
                new java.util.LinkedHashMap<>(
                    Map.of(
                        "b",
                        new Json.Arr(
                            List.of(
                                new Json.Num("1e3"),
                                new Json.Num("-0"),
                                new Json.Bool(true),
                                new Json.Null(),
                                new Json.Str("xA"))),
                        "a",
                        new Json.Obj(Map.of())))));
    assertThat(((Json.Obj) read).members().keySet()).containsExactly("b", "a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[ | 501 | it is nested more than 500 deep",
        "1 | 1001 | a number has more than 1000 digits",
        "[1, | 1 | it ends in the middle of a value",
        "NaN | 1 | Non-standard token 'NaN' is no JSON",
      })
  void what_the_parser_refuses_is_said_in_words(String text, int times, String words) {
    assertThatThrownBy(() -> read(text.repeat(times)))
        .isInstanceOf(UnreadableJson.class)
        .hasMessage(words);
  }

  @Test
  void too_many_parts_are_said_in_words() {
    assertThatThrownBy(() -> read("[" + "0,".repeat(1_000_000) + "0]"))
        .hasMessage("it has more than 1000000 parts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12345678901234567890123", "1e400", "0.1000", "-0", "1E+2", "9007199254740993"})
  void a_number_keeps_its_literal(String literal) throws Exception {
    assertThat(read(literal)).isEqualTo(new Json.Num(literal));
    assertThat(CompactJson.write(read("[" + literal + "]"))).isEqualTo("[" + literal + "]");
  }

  @Test
  void a_key_twice_with_two_values_makes_the_value_unreadable() {
    assertThatThrownBy(() -> read("{\"eventName\":\"AssumeRole\",\"eventName\":\"GetRole\"}"))
        .isInstanceOf(UnreadableJson.class)
        .hasMessage("the key \"eventName\" stands twice with different values");
  }

  @Test
  void a_key_twice_is_found_below_arrays_and_objects_and_through_escapes() {
    assertThatThrownBy(() -> read("[{\"a\":{\"b\":1,\"\\u0062\":2}}]"))
        .isInstanceOf(UnreadableJson.class)
        .hasMessageContaining("\"b\" stands twice");
  }

  @Test
  void a_key_twice_with_one_value_is_harmless() throws Exception {
    assertThat(read("{\"a\":[1],\"a\":[1]}")).isEqualTo(read("{\"a\":[1]}"));
  }

  @Test
  void keys_that_differ_in_letter_case_are_two_keys() throws Exception {
    assertThat(read("{\"a\":1,\"A\":2}").get("A")).isEqualTo(new Json.Num("2"));
  }

  @Test
  void five_hundred_levels_are_read_and_no_more() throws Exception {
    assertThat(read("[".repeat(500) + "]".repeat(500))).isInstanceOf(Json.Arr.class);
    assertThatThrownBy(() -> read("[".repeat(501) + "]".repeat(501)))
        .isInstanceOf(UnreadableJson.class);
    assertThatThrownBy(() -> read("{\"a\":".repeat(501) + "1" + "}".repeat(501)))
        .isInstanceOf(UnreadableJson.class);
    assertThatThrownBy(() -> read("[".repeat(1_000_000))).isInstanceOf(UnreadableJson.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "'a'",
        "1 2",
        "{} {}",
        "nul",
        "NaN",
        "01",
        "+1",
        "[1}",
        "{\"\\uD83D\":1}",
        "\"a\nb\"",
        "// no\n1",
        "\u0000",
        "]"
      })
  void what_is_not_one_json_value_is_unreadable(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableJson.class);
    assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(UnreadableJson.class);
  }

  @Test
  void a_fault_is_told_with_its_place() {
    assertThatThrownBy(() -> read("{\"a\":1} {}"))
        .isInstanceOfSatisfying(
            UnreadableJson.class,
            unreadable -> {
              assertThat(unreadable).hasMessage("there is more after the end of the value");
              assertThat(unreadable.offset()).isEqualTo(8);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C080",
        "C1BF",
        "E08080",
        "EDA080",
        "EDB080",
        "F08080AF",
        "F4908080",
        "F8888080",
        "80",
        "C3",
        "E282",
        "FF",
        "FEFF",
        "F09F98"
      })
  void bytes_that_are_not_utf_8_are_unreadable(String hex) {
    byte[] wrong = java.util.HexFormat.of().parseHex(hex);
    byte[] text = new byte[20 + wrong.length];
    java.util.Arrays.fill(text, (byte) 'x');
    text[0] = '"';
    text[text.length - 1] = '"';
    System.arraycopy(wrong, 0, text, 10, wrong.length);

    assertThatThrownBy(() -> JsonReader.read(text, 0, text.length))
        .isInstanceOfSatisfying(
            UnreadableJson.class,
            unreadable -> {
              assertThat(unreadable).hasMessage("these bytes are not UTF-8");
              assertThat(unreadable.offset()).isBetween(10L, 10L + wrong.length);
            });
  }

  @Test
  void other_encodings_are_not_guessed() {
    byte[] utf16 = "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE);

    assertThatThrownBy(() -> JsonReader.read(utf16, 0, utf16.length))
        .isInstanceOf(UnreadableJson.class);
  }

  @Test
  void text_beyond_ascii_is_read_whole_in_long_values() throws Exception {
    String long_ = "é€😀".repeat(5_000);

    assertThat(read("\"" + long_ + "\"")).isEqualTo(new Json.Str(long_));
  }

  @Test
  void only_the_given_bytes_are_read() throws Exception {
    byte[] bytes = "xx{\"a\":1}yy".getBytes(StandardCharsets.UTF_8);

    assertThat(JsonReader.read(bytes, 2, 9)).isEqualTo(read("{\"a\":1}"));
  }

  @Test
  void any_bytes_give_a_value_or_a_reason() {
    long seed = 20260302;
    Random random = new Random(seed);
    byte[] whole =
        CompactJson.write(TestRecords.ASSUME_ROLE.tree()).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = whole.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(JsonReader.read(bytes, 0, bytes.length - random.nextInt(3))).isNotNull();
      } catch (UnreadableJson reason) {
        assertThat(reason.getMessage()).as("seed %s, round %s", seed, i).isNotEmpty();
      }
    }
  }

  private static Json read(String text) throws UnreadableJson {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return JsonReader.read(bytes, 0, bytes.length);
  }
}
