package rolecall.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bytes or text to {@link Json}, strictly and within bounds. Stateless and thread-safe.
 *
 * <p>Two members of one object with the same name and different values make the whole value
 * unreadable: which of the two a reader takes is chance, and a judgement must not rest on it. The
 * same name with the same value twice is harmless.
 */
public final class JsonReader {
  /** Objects and arrays may stand in one another this deep; CloudTrail stays below 30. */
  public static final int MAX_DEPTH = 500;

  /** A value may have this many parts; each costs some 100 bytes, and a record has hundreds. */
  static final int MAX_TOKENS = 1_000_000;

  /** The longest number; CloudTrail's have some ten digits. */
  static final int MAX_DIGITS = 1000;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxTokenCount(MAX_TOKENS)
                  .maxStringLength(64 * 1024 * 1024)
                  .maxNameLength(1024 * 1024)
                  .maxNumberLength(MAX_DIGITS)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private JsonReader() {}

  /**
   * Reads the one value in {@code bytes[from, to)}, which is UTF-8.
   *
   * @throws UnreadableJson when it is not exactly one JSON value, is not UTF-8, is deeper than
   *     {@link #MAX_DEPTH}, or contradicts itself
   */
  public static Json read(byte[] bytes, int from, int to) throws UnreadableJson {
    long fault = Utf8.firstFault(bytes, from, to);
    if (fault >= 0) {
      throw new UnreadableJson("these bytes are not UTF-8", fault);
    }
    try (JsonParser parser = FACTORY.createParser(bytes, from, to - from)) {
      return readWhole(parser);
    } catch (IOException notJson) {
      throw UnreadableJson.of(notJson);
    }
  }

  /** Reads the one value in a text, such as a message body that holds an event. */
  public static Json read(String text) throws UnreadableJson {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return readWhole(parser);
    } catch (IOException notJson) {
      throw UnreadableJson.of(notJson);
    }
  }

  private static Json readWhole(JsonParser parser) throws IOException, UnreadableJson {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new UnreadableJson("there is no value", 0);
    }
    Json value = readValue(parser, first);
    if (parser.nextToken() != null) {
      throw new UnreadableJson(
          "there is more after the end of the value",
          parser.currentTokenLocation().getByteOffset());
    }
    return value;
  }

  private static Json readValue(JsonParser parser, JsonToken token)
      throws IOException, UnreadableJson {
    return switch (token) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readArray(parser);
      case VALUE_STRING -> new Json.Str(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getText());
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> Json.Null.VALUE;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new UnreadableJson(
              "a value was expected", parser.currentTokenLocation().getByteOffset());
    };
  }

  private static Json readObject(JsonParser parser) throws IOException, UnreadableJson {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      long at = parser.currentTokenLocation().getByteOffset();
      Json value = readValue(parser, parser.nextToken());
      Json before = members.putIfAbsent(name, value);
      if (before != null && !before.equals(value)) {
        throw new UnreadableJson("the key \"" + name + "\" stands twice with different values", at);
      }
    }
    return new Json.Obj(FrozenMembers.owning(members));
  }

  private static Json readArray(JsonParser parser) throws IOException, UnreadableJson {
    List<Json> items = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      items.add(readValue(parser, token));
      token = parser.nextToken();
    }
    return new Json.Arr(items);
  }
}
