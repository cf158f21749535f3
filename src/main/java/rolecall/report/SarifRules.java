package rolecall.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rolecall.alert.JsonText;
import rolecall.finding.BrokenRule;
import rolecall.finding.Severity;
import rolecall.finding.Told;

/** The rules that a SARIF log's results name, in alphabetical order. */
final class SarifRules {
  private final SortedMap<String, BrokenRule> rules;
  private final List<String> ids;

  private SarifRules(SortedMap<String, BrokenRule> rules) {
    this.rules = rules;
    this.ids = List.copyOf(rules.keySet());
  }

  /** Of a rule that is graver for some events, the gravest that was found counts. */
  static SarifRules of(List<Told> findings) {
    SortedMap<String, BrokenRule> rules = new TreeMap<>();
    for (Told told : findings) {
      BrokenRule rule = told.finding().rule();
      rules.merge(rule.id(), rule, (a, b) -> a.severity().atLeast(b.severity()) ? a : b);
    }
    return new SarifRules(rules);
  }

  /** SARIF knows three levels. */
  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "note";
    };
  }

  int indexOf(BrokenRule rule) {
    return ids.indexOf(rule.id());
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("rules");
    for (BrokenRule rule : rules.values()) {
      json.writeStartObject();
      JsonText.member(json, "id", rule.id());
      JsonText.member(json, "name", name(rule.id()));
      Sarif.message(json, "shortDescription", rule.title());
      Sarif.message(json, "fullDescription", rule.why().isBlank() ? rule.title() : rule.why());
      if (!rule.runbook().isEmpty()) {
        Sarif.message(json, "help", String.join(" ", rule.runbook()));
      }
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeStringField("level", level(rule.severity()));
      json.writeEndObject();
      writeProperties(rule, json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeProperties(BrokenRule rule, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("properties");
    List<String> tags = new ArrayList<>(List.of("security", rule.category()));
    tags.addAll(rule.attack());
    json.writeArrayFieldStart("tags");
    for (String tag : tags.stream().distinct().toList()) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeStringField("security-severity", securitySeverity(rule.severity()));
    json.writeEndObject();
  }

  /** A number within the range that code scanning on GitHub gives to each word. */
  private static String securitySeverity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "2.0";
      case INFO -> "0.0";
    };
  }

  /** {@code chime-slr-edited} as one word: {@code ChimeSlrEdited}. */
  private static String name(String id) {
    return Arrays.stream(id.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }
}
