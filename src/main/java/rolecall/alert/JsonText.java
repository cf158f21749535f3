package rolecall.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * Writes texts as JSON strings that are harmless on a terminal as well: what {@link Harmless} calls
 * harmful is escaped, lone surrogates included, so the result is always valid UTF-8.
 */
public final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private JsonText() {}

  /** A generator of compact JSON that leaves {@code out} open and unflushed when it is closed. */
  public static JsonGenerator generator(Writer out) throws IOException {
    return FACTORY.createGenerator(out);
  }

  /** Writes a member with a text, whoever chose it. */
  public static void member(JsonGenerator json, String name, String value) throws IOException {
    json.writeFieldName(name);
    json.writeRawValue(quote(value));
  }

  /** An absent value is written as null: every member always stands there. */
  public static void member(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      member(json, name, value.get());
      return;
    }
    json.writeNullField(name);
  }

  static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
    text.codePoints().forEach(point -> append(point, quoted));
    return quoted.append('"').toString();
  }

  private static void append(int point, StringBuilder quoted) {
    switch (point) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (Harmless.isHarmful(point)) {
          Harmless.escape(point, quoted);
        } else {
          quoted.appendCodePoint(point);
        }
      }
    }
  }
}
