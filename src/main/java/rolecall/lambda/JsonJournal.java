package rolecall.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.SequencedMap;
import rolecall.monitor.Journal;

/**
 * Writes the function's log, one JSON object a line. Metric lines go the same way, untouched:
 * CloudWatch reads them only as objects of their own.
 */
final class JsonJournal implements Journal {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** A longer detail is cut. */
  private static final int MOST_TEXT = 2000;

  private final PrintStream log;
  private final InstantSource clock;
  private volatile String requestId = "";

  JsonJournal(PrintStream log, InstantSource clock) {
    this.log = Objects.requireNonNull(log, "log is null");
    this.clock = Objects.requireNonNull(clock, "clock is null");
  }

  /** From now on, lines belong to that invocation. */
  void begin(String invocation) {
    requestId = invocation;
  }

  @Override
  public void write(Level level, String what, SequencedMap<String, String> details) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("timestamp", clock.instant().toString());
      json.writeStringField("level", level.name());
      json.writeStringField("message", what);
      json.writeStringField("requestId", requestId);
      for (var detail : details.entrySet()) {
        json.writeStringField(detail.getKey(), cut(detail.getValue()));
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    print(text.toString());
  }

  /** Writes a line that is whole already. */
  void print(String line) {
    log.println(line);
  }

  private static String cut(String text) {
    return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "..." : text;
  }
}
