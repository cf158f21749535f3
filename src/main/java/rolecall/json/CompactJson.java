package rolecall.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A value as JSON text with no blanks, members in their own order. Stateless, thread-safe. */
public final class CompactJson {
  private CompactJson() {}

  /** The text of a value. A lone surrogate is written as an escape, so the text is valid UTF-8. */
  public static String write(Json value) {
    StringBuilder text = new StringBuilder(256);
    append(value, text);
    return text.toString();
  }

  /**
   * Writes a value where {@code generator} stands, lone surrogates in strings as escapes; {@link
   * JsonReader} lets none into names.
   */
  public static void write(Json value, JsonGenerator generator) throws IOException {
    switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        generator.writeStartObject();
        for (Map.Entry<String, Json> member : members.entrySet()) {
          generator.writeFieldName(member.getKey());
          write(member.getValue(), generator);
        }
        generator.writeEndObject();
      }
      case Json.Arr(var items) -> {
        generator.writeStartArray();
        for (Json item : items) {
          write(item, generator);
        }
        generator.writeEndArray();
      }
      case Json.Str(String text) when QuotedText.hasLoneSurrogate(text) ->
          generator.writeRawValue(write(value));
      case Json.Str(String text) -> generator.writeString(text);
      case Json.Num(String literal) -> generator.writeNumber(literal);
      case Json.Bool(boolean truth) -> generator.writeBoolean(truth);
      case Json.Null _, Json.Absent _ -> generator.writeNull();
    }
  }

  private static void append(Json value, StringBuilder text) {
    switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        char before = '{';
        for (Map.Entry<String, Json> member : members.entrySet()) {
          text.append(before);
          QuotedText.append(member.getKey(), text);
          append(member.getValue(), text.append(':'));
          before = ',';
        }
        text.append(members.isEmpty() ? "{}" : "}");
      }
      case Json.Arr(var items) -> {
        char before = '[';
        for (Json item : items) {
          append(item, text.append(before));
          before = ',';
        }
        text.append(items.isEmpty() ? "[]" : "]");
      }
      case Json.Str(String string) -> QuotedText.append(string, text);
      case Json.Num(String literal) -> text.append(literal);
      case Json.Bool(boolean truth) -> text.append(truth);
      case Json.Null _, Json.Absent _ -> text.append("null");
    }
  }

  /** {@code sha256:} and the first 16 hex digits of the digest of a value's text. */
  public static String digest(Json value) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(write(value).getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
