package rolecall.report;

import static rolecall.alert.JsonText.member;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import rolecall.alert.FindingJson;
import rolecall.alert.JsonText;
import rolecall.alert.LineageJson;
import rolecall.monitor.LineageSearch;

/** Chains as one JSON document: {@code {"records": […], "losses": …}}. */
public final class ChainJson {
  private ChainJson() {}

  /**
   * Writes the document and a line's end.
   *
   * @param losses that not all records could be kept, as a sentence
   */
  public static void write(List<LineageSearch.Traced> found, Optional<String> losses, Writer out)
      throws IOException {
    try (JsonGenerator json = JsonText.generator(out)) {
      json.setPrettyPrinter(JsonDocument.printer());
      json.writeStartObject();
      json.writeArrayFieldStart("records");
      for (LineageSearch.Traced traced : found) {
        json.writeStartObject();
        FindingJson.writeInput(traced.input(), json);
        LineageJson.write(traced.chain(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
      member(json, "losses", losses);
      json.writeEndObject();
    }
    out.write('\n');
  }
}
