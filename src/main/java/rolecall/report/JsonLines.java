package rolecall.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import rolecall.alert.FindingJson;
import rolecall.alert.JsonText;
import rolecall.finding.Told;

/** One finding a line, each a JSON object; nothing at all when nothing is told. */
public final class JsonLines implements Rendering {
  @Override
  public void write(Report report, Writer out) throws IOException {
    for (Told told : report.all()) {
      try (JsonGenerator json = JsonText.generator(out)) {
        FindingJson.write(told, json);
      }
      out.write('\n');
    }
  }
}
