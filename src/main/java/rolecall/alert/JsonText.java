package rolecall.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rolecall.json.Json;

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

  /** A member only when there is a value, for formats where null means something else. */
  static void memberIfAny(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      member(json, name, value.get());
    }
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

  /** Writes a member with the value as it is, harmless in names and texts. */
  static void member(JsonGenerator json, String name, Json value) throws IOException {
    json.writeFieldName(name);
    json.writeRawValue(text(value));
  }

  /** The value as it is, harmless in names and texts. */
  static String text(Json value) {
    StringBuilder text = new StringBuilder(256);
    append(value, text);
    return text.toString();
  }

  private static void append(Json value, StringBuilder text) {
    switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        String before = "";
        text.append('{');
        for (Map.Entry<String, Json> member : members.entrySet()) {
          text.append(before).append(quote(member.getKey())).append(':');
          append(member.getValue(), text);
          before = ",";
        }
        text.append('}');
      }
      case Json.Arr(List<Json> items) -> {
        String before = "";
        text.append('[');
        for (Json item : items) {
          append(item, text.append(before));
          before = ",";
        }
        text.append(']');
      }
      case Json.Str(String string) -> text.append(quote(string));
      case Json.Num(String literal) -> text.append(literal);
      case Json.Bool(boolean truth) -> text.append(truth);
      case Json.Null _, Json.Absent _ -> text.append("null");
    }
  }

  static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Harmless.isPlain(c) && c != '"' && c != '\\') {
        quoted.append(c);
        at++;
      } else {
        int point = text.codePointAt(at);
        append(point, quoted);
        at += Character.charCount(point);
      }
    }
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
