package rolecall.alert;

import static rolecall.alert.JsonText.member;
import static rolecall.alert.JsonText.memberIfAny;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.Role;
import rolecall.finding.Severity;
import rolecall.finding.Told;
import rolecall.json.Json;

/**
 * An alert as a Detection Finding (class 2004) of the Open Cybersecurity Schema Framework, with the
 * profile "cloud". Secrets are taken out here, whatever was given. Stateless and thread-safe; the
 * same alert gives the same text.
 *
 * @see <a href="https://schema.ocsf.io/1.8.0/classes/detection_finding">OCSF: Detection Finding</a>
 */
public final class DetectionFinding {
  /** The version of the schema that the documents follow. */
  public static final String SCHEMA_VERSION = "1.8.0";

  private DetectionFinding() {}

  /**
   * Writes the object where {@code json} stands.
   *
   * @param at when it is told
   * @param version Rolecall's own, when known
   */
  public static void write(Alert alert, Instant at, Optional<String> version, JsonGenerator json)
      throws IOException {
    write(withoutSecrets(alert), at, version, Notes.NONE, json);
  }

  /** An alert without secrets in findings and records. */
  static Alert withoutSecrets(Alert given) {
    Map<Input, Json.Obj> evidence = new LinkedHashMap<>();
    given.evidence().forEach((where, rec) -> evidence.put(where, Secrets.hide(rec)));
    return new Alert(given.findings().stream().map(Secrets::hide).toList(), evidence);
  }

  /** Writes an alert that has no secrets any more. */
  static void write(
      Alert alert, Instant at, Optional<String> version, Notes notes, JsonGenerator json)
      throws IOException {
    Told gravest = alert.gravest();
    json.writeStartObject();
    writeClass(gravest.finding(), notes, json);
    writeTimes(alert, at, json);
    member(json, "message", sentence(gravest.finding()));
    writeMetadata(alert, version, notes, json);
    writeCloud(gravest.finding().event(), json);
    FindingInfo.write(alert, at, notes, json);
    EvidenceJson.write(alert, json);
    writeResources(roles(alert), json);
    ObservableJson.write(alert, notes.chain(), json);
    writeRemediation(alert, json);
    writeUnmapped(alert, notes, json);
    json.writeEndObject();
  }

  /** The reason as one line: a caller's text in it cannot begin another. */
  static String sentence(Finding finding) {
    return Harmless.utf8().show(finding.reason());
  }

  static Set<Role> roles(Alert alert) {
    return alert.findings().stream()
        .flatMap(told -> told.finding().role().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void writeClass(Finding gravest, Notes notes, JsonGenerator json)
      throws IOException {
    int activity = notes.amended().isPresent() ? 2 : 1;
    String activityName = activity == 2 ? "Update" : "Create";
    json.writeNumberField("activity_id", activity);
    member(json, "activity_name", activityName);
    json.writeNumberField("category_uid", 2);
    member(json, "category_name", "Findings");
    json.writeNumberField("class_uid", 2004);
    member(json, "class_name", "Detection Finding");
    json.writeNumberField("type_uid", 200400 + activity);
    member(json, "type_name", "Detection Finding: " + activityName);
    json.writeNumberField("severity_id", severityId(gravest.rule().severity()));
    member(json, "severity", severityName(gravest.rule().severity()));
    json.writeNumberField("status_id", 1);
    member(json, "status", "New");
    json.writeBooleanField("is_alert", !gravest.rule().observed());
  }

  private static void writeTimes(Alert alert, Instant at, JsonGenerator json) throws IOException {
    json.writeNumberField("time", at.toEpochMilli());
    int repeats = alert.findings().stream().mapToInt(Told::repeats).max().orElse(0);
    json.writeNumberField("count", 1 + repeats);
  }

  private static void writeMetadata(
      Alert alert, Optional<String> version, Notes notes, JsonGenerator json) throws IOException {
    Event event = alert.gravest().finding().event();
    json.writeObjectFieldStart("metadata");
    member(json, "version", SCHEMA_VERSION);
    json.writeArrayFieldStart("profiles");
    json.writeString("cloud");
    json.writeEndArray();
    json.writeObjectFieldStart("product");
    member(json, "name", "Rolecall");
    member(json, "vendor_name", "Rolecall");
    memberIfAny(json, "version", version);
    json.writeEndObject();
    member(json, "uid", notes.messageUid(alert));
    member(json, "original_event_uid", event.id());
    memberIfAny(json, "original_time", Times.show(event));
    member(json, "log_provider", "AWS CloudTrail");
    if (notes.shortened().isPresent()) {
      json.writeBooleanField("is_truncated", true);
    }
    json.writeEndObject();
  }

  private static void writeCloud(Event event, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("cloud");
    member(json, "provider", "AWS");
    if (event.account().isPresent()) {
      json.writeObjectFieldStart("account");
      member(json, "uid", event.account().get());
      json.writeNumberField("type_id", 10);
      member(json, "type", "AWS Account");
      json.writeEndObject();
    }
    memberIfAny(json, "region", event.region());
    json.writeEndObject();
  }

  private static void writeResources(Set<Role> roles, JsonGenerator json) throws IOException {
    if (roles.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("resources");
    for (Role role : roles) {
      json.writeStartObject();
      memberIfAny(json, "uid", role.arn());
      member(json, "name", role.name());
      member(json, "type", "AWS::IAM::Role");
      json.writeNumberField("role_id", 1);
      member(json, "role", "Target");
      if (role.account().isPresent()) {
        json.writeObjectFieldStart("owner");
        json.writeObjectFieldStart("account");
        member(json, "uid", role.account().get());
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeRemediation(Alert alert, JsonGenerator json) throws IOException {
    List<String> steps =
        alert.findings().stream()
            .flatMap(told -> told.finding().rule().runbook().stream())
            .distinct()
            .toList();
    if (!steps.isEmpty()) {
      json.writeObjectFieldStart("remediation");
      member(json, "desc", String.join("\n", steps));
      json.writeEndObject();
    }
  }

  /** What the schema has no attribute for. */
  private static void writeUnmapped(Alert alert, Notes notes, JsonGenerator json)
      throws IOException {
    Finding gravest = alert.gravest().finding();
    json.writeObjectFieldStart("unmapped");
    FindingJson.writePolicy(gravest.policy(), json);
    member(json, "outcome", gravest.event().outcome());
    json.writeArrayFieldStart("inputs");
    for (Finding finding : alert.byRecord()) {
      Input input = finding.input();
      json.writeStartObject();
      member(json, "file", input.file());
      json.writeNumberField("record", input.record());
      json.writeEndObject();
    }
    json.writeEndArray();
    notes.write(json);
    json.writeEndObject();
  }

  private static int severityId(Severity severity) {
    return switch (severity) {
      case INFO -> 1;
      case LOW -> 2;
      case MEDIUM -> 3;
      case HIGH -> 4;
      case CRITICAL -> 5;
    };
  }

  private static String severityName(Severity severity) {
    return switch (severity) {
      case INFO -> "Informational";
      case LOW -> "Low";
      case MEDIUM -> "Medium";
      case HIGH -> "High";
      case CRITICAL -> "Critical";
    };
  }
}
