package rolecall.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.alert.Harmless;
import rolecall.alert.JsonText;
import rolecall.finding.Told;

/**
 * One log in the Static Analysis Results Interchange Format, version 2.1.0, for code scanning. A
 * result is a finding; its place is the log file, since a record stands in no line of its own.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class Sarif implements Rendering {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final Optional<String> version;

  /**
   * @param version Rolecall's own, when known
   */
  public Sarif(Optional<String> version) {
    this.version = Objects.requireNonNull(version, "version is null");
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    List<Told> findings = report.all();
    SarifRules rules = SarifRules.of(findings);
    try (JsonGenerator json = JsonText.generator(out)) {
      json.setPrettyPrinter(JsonDocument.printer());
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      writeTool(rules, json);
      writeInvocation(report, json);
      json.writeArrayFieldStart("results");
      for (Told told : findings) {
        SarifResult.write(told, rules.indexOf(told.finding().rule()), json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  /**
   * A member of the type that SARIF calls a message. Braces are doubled there and brackets before
   * parentheses escaped, or a caller's text could make a placeholder or a link.
   */
  static void message(JsonGenerator json, String name, String text) throws IOException {
    String shown =
        Harmless.utf8().show(text).replace("{", "{{").replace("}", "}}").replace("](", "\\](");
    json.writeObjectFieldStart(name);
    JsonText.member(json, "text", shown);
    json.writeEndObject();
  }

  private void writeTool(SarifRules rules, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Rolecall");
    if (version.isPresent()) {
      json.writeStringField("version", version.get());
    }
    rules.write(json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeInvocation(Report report, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", report.result().summary().unreadable() == 0);
    json.writeEndObject();
    json.writeEndArray();
  }
}
