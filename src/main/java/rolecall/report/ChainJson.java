package rolecall.report;

import static rolecall.alert.JsonText.member;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import rolecall.alert.FindingJson;
import rolecall.alert.JsonText;
import rolecall.alert.LineageJson;
import rolecall.monitor.LineageSearch;

/** Chains as one JSON document: {@code {"records": […], "losses": …}}. */
public final class ChainJson {
  private ChainJson() {}

  /** Writes the document and a line's end. */
  public static void write(LineageSearch.Answer answer, Writer out) throws IOException {
    try (JsonGenerator json = JsonText.generator(out)) {
      json.setPrettyPrinter(JsonDocument.printer());
      json.writeStartObject();
      json.writeArrayFieldStart("records");
      for (LineageSearch.Traced traced : answer.found()) {
        json.writeStartObject();
        FindingJson.writeInput(traced.input(), json);
        LineageJson.write(traced.chain(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
      member(json, "losses", answer.losses());
      json.writeEndObject();
    }
    out.write('\n');
  }
}
