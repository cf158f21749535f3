package rolecall.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rolecall.alert.FindingJson;
import rolecall.alert.JsonText;
import rolecall.finding.Severity;
import rolecall.finding.Told;
import rolecall.monitor.Summary;

/** One document with the summary, the alerts and, when asked for, what rules on trial found. */
public final class JsonDocument implements Rendering {
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withArrayEmptySeparator("")
          .withObjectEmptySeparator("");

  @Override
  public void write(Report report, Writer out) throws IOException {
    try (JsonGenerator json = JsonText.generator(out)) {
      json.setPrettyPrinter(printer());
      json.writeStartObject();
      writeSummary(report, json);
      if (report.balance().isPresent()) {
        BalanceJson.write(report.balance().get(), json);
      }
      writeAll("alerts", report.told(), json);
      if (report.withObserved()) {
        writeAll("observed", report.observed(), json);
      }
      json.writeEndObject();
    }
    out.write('\n');
  }

  /** Two blanks a level, one member or item a line. */
  static PrettyPrinter printer() {
    return new DefaultPrettyPrinter(SEPARATORS)
        .withObjectIndenter(INDENTER)
        .withArrayIndenter(INDENTER);
  }

  private static void writeSummary(Report report, JsonGenerator json) throws IOException {
    Summary summary = report.result().summary();
    json.writeObjectFieldStart("summary");
    json.writeNumberField("records", summary.records());
    json.writeNumberField("ignored", summary.ignored());
    json.writeNumberField("allowed", summary.allowed());
    json.writeNumberField("observed", summary.observed());
    json.writeNumberField("alerted", summary.alerted());
    json.writeNumberField("repeated", summary.repeated());
    json.writeNumberField("unreadable", summary.unreadable());
    json.writeNumberField("skipped", summary.skipped());
    json.writeNumberField("excused", summary.excused());
    json.writeObjectFieldStart("excusedBy");
    for (Map.Entry<String, Long> exception : summary.excusedBy().entrySet()) {
      json.writeNumberField(exception.getKey(), exception.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("files", summary.files());
    json.writeNumberField("bytes", summary.bytes());
    json.writeObjectFieldStart("byRule");
    for (Map.Entry<String, Long> rule : new TreeMap<>(summary.byRule()).entrySet()) {
      json.writeNumberField(rule.getKey(), rule.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("bySeverity");
    for (Severity severity : List.of(Severity.values()).reversed()) {
      json.writeNumberField(severity.word(), summary.bySeverity().getOrDefault(severity, 0L));
    }
    json.writeEndObject();
    FindingJson.writePolicy(report.policy(), json);
    json.writeEndObject();
  }

  private static void writeAll(String name, List<Told> findings, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Told told : findings) {
      FindingJson.write(told, json);
    }
    json.writeEndArray();
  }
}
