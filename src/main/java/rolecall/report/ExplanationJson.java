package rolecall.report;

import static rolecall.alert.JsonText.member;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rolecall.alert.FindingJson;
import rolecall.alert.JsonText;
import rolecall.finding.PolicyStamp;
import rolecall.monitor.EventSearch.Explained;
import rolecall.policy.Explanation;
import rolecall.policy.WeighedTerm;

/** Explanations as one JSON document: {@code {"policy": …, "records": […]}}. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** Writes the document and a line's end. */
  public static void write(List<Explained> records, PolicyStamp policy, Writer out)
      throws IOException {
    try (JsonGenerator json = JsonText.generator(out)) {
      json.setPrettyPrinter(JsonDocument.printer());
      json.writeStartObject();
      FindingJson.writePolicy(policy, json);
      json.writeArrayFieldStart("records");
      for (Explained record : records) {
        writeRecord(record, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void writeRecord(Explained record, JsonGenerator json) throws IOException {
    Explanation explanation = record.explanation();
    json.writeStartObject();
    FindingJson.writeEvent(explanation.happening().event(), json);
    FindingJson.writeCaller(explanation.happening().caller(), json);
    FindingJson.writeRole(explanation.happening().role(), json);
    member(json, "outcome", explanation.happening().event().outcome());
    FindingJson.writeInput(record.input(), json);
    member(json, "verdict", explanation.verdict());
    json.writeArrayFieldStart("rules");
    for (Explanation.OfRule rule : explanation.rules()) {
      writeRule(rule, Optional.ofNullable(record.told().get(rule.about().id())), json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("grants");
    for (Explanation.OfGrant grant : explanation.grants()) {
      writeGrant(grant, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeRule(Explanation.OfRule rule, Optional<String> told, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    member(json, "rule", rule.about().id());
    member(json, "severity", rule.about().severity().word());
    member(json, "mode", rule.about().observed() ? "observe" : "alert");
    member(json, "outcome", word(rule.outcome()));
    member(json, "reason", rule.reason());
    member(json, "told", told);
    json.writeArrayFieldStart("excusedBy");
    for (String exception : rule.excusedBy()) {
      json.writeString(exception);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("parts");
    for (Explanation.Part part : rule.parts()) {
      writePart(part, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String word(Explanation.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void writePart(Explanation.Part part, JsonGenerator json) throws IOException {
    json.writeStartObject();
    member(json, "part", part.name());
    member(json, "held", part.held().word());
    json.writeArrayFieldStart("clauses");
    for (Explanation.Clause clause : part.clauses()) {
      json.writeStartObject();
      member(json, "held", clause.held().word());
      member(json, "path", clause.path());
      member(json, "wanted", clause.wanted());
      member(json, "found", clause.found());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeGrant(Explanation.OfGrant grant, JsonGenerator json) throws IOException {
    json.writeStartObject();
    member(json, "grant", grant.name());
    json.writeBooleanField("role", grant.role());
    json.writeBooleanField("caller", grant.caller());
    json.writeArrayFieldStart("terms");
    for (WeighedTerm term : grant.terms()) {
      json.writeStartObject();
      member(json, "term", term.name());
      json.writeBooleanField("kept", term.kept());
      member(json, "wanted", term.wanted());
      member(json, "found", term.found());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
