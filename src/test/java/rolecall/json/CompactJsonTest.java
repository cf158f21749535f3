package rolecall.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"b\":1,\"a\":[true,false,null,{},[],\"\"]}",
        "\"quote \\\" backslash \\\\ \\b\\t\\n\\f\\r\\u0001\\u001F slash /\"",
        "\"é€😀\u2028\u007F\"",
        "{\"\":{\"\":[[]]}}",
        "[1e400,-0,12345678901234567890]"
      })
  void a_value_is_written_as_it_was_read_without_blanks(String text) throws Exception {
    assertThat(CompactJson.write(JsonReader.read(text))).isEqualTo(text);
    assertThat(JsonReader.read(generated(JsonReader.read(text)))).isEqualTo(JsonReader.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\uD83D", "\\uDE00", "a\\uD83Db", "\\uDE00\\uD83D", "\\uD83D\\uD83D"})
  void a_lone_surrogate_is_written_as_an_escape(String escaped) throws Exception {
    String text = "{\"a\":[1,\"" + escaped + "\",2]}";
    Json read = JsonReader.read(text);

    assertThat(CompactJson.write(read)).isEqualTo(text);
    assertThat(generated(read)).isEqualTo(text);
    byte[] bytes = CompactJson.write(read).getBytes(StandardCharsets.UTF_8);
    assertThat(JsonReader.read(bytes, 0, bytes.length)).isEqualTo(read);
  }

  @Test
  void a_surrogate_pair_stays_a_character() {
    assertThat(CompactJson.write(new Json.Str("😀\uD83D"))).isEqualTo("\"😀\\uD83D\"");
  }

  @Test
  void a_name_with_a_lone_surrogate_is_written_as_an_escape() {
    assertThat(CompactJson.write(new Json.Obj(Map.of("\uD83D", Json.absent()))))
        .isEqualTo("{\"\\uD83D\":null}");
  }

  @Test
  void absent_is_written_as_null() {
    assertThat(CompactJson.write(new Json.Obj(Map.of("a", Json.absent()))))
        .isEqualTo("{\"a\":null}");
  }

  @Test
  void a_digest_is_the_same_for_the_same_text() {
    Json value = new Json.Arr(List.of(new Json.Str("a")));

    assertThat(CompactJson.digest(value)).isEqualTo("sha256:0eb5b8d6f81bc677");
  }

  private static String generated(Json value) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      CompactJson.write(value, generator);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
