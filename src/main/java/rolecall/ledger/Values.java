package rolecall.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.NoSuchElementException;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/** Values of entries, as JSON texts. */
final class Values {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Values() {}

  /** Writes the members of an object. */
  interface Members {
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** Makes something of a value. */
  interface Reading<T> {
    T of(Json value);
  }

  static String write(Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      members.writeTo(json);
      json.writeEndObject();
    } catch (IOException intoMemory) {
      throw new UncheckedIOException(intoMemory);
    }
    return text.toString();
  }

  /**
   * Reads an entry's value.
   *
   * @throws StoreTrouble when it is not what the ledger wrote
   */
  static <T> T read(Entry entry, Reading<T> reading) throws StoreTrouble {
    try {
      return reading.of(JsonReader.read(entry.value()));
    } catch (UnreadableJson
        | NoSuchElementException
        | DateTimeException
        | IllegalArgumentException notOurs) {
      throw new StoreTrouble(
          "the entry %s / %s of the ledger is not as Rolecall writes it: delete it from the table"
              .formatted(entry.place().partition(), entry.place().sort()),
          notOurs);
    }
  }

  static Instant instant(Json value) {
    return Instant.parse(value.text().orElseThrow());
  }
}
