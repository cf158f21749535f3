package rolecall.alert;

import static rolecall.alert.JsonText.member;
import static rolecall.alert.JsonText.memberIfAny;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import rolecall.finding.BrokenRule;
import rolecall.finding.Finding;
import rolecall.finding.Told;

/** The member {@code finding_info} of a detection finding: which rules were broken, and why. */
final class FindingInfo {
  private FindingInfo() {}

  static void write(Alert alert, Instant at, Notes notes, JsonGenerator json) throws IOException {
    Finding gravest = alert.gravest().finding();
    json.writeObjectFieldStart("finding_info");
    member(json, "uid", notes.uid(alert));
    member(json, "title", gravest.rule().title());
    member(json, "desc", description(alert));
    Optional<Instant> first = notes.amended();
    json.writeNumberField("created_time", first.orElse(at).toEpochMilli());
    if (first.isPresent()) {
      json.writeNumberField("modified_time", at.toEpochMilli());
    }
    if (gravest.event().time().isPresent()) {
      json.writeNumberField("first_seen_time", gravest.event().time().get().toEpochMilli());
    }
    writeTexts(
        "types",
        alert.findings().stream().map(t -> t.finding().rule().category()).distinct().toList(),
        json);
    writeTexts("data_sources", List.of("AWS CloudTrail"), json);
    json.writeFieldName("analytic");
    writeAnalytic(gravest.rule(), json);
    json.writeArrayFieldStart("related_analytics");
    for (Told told : alert.findings().subList(1, alert.findings().size())) {
      writeAnalytic(told.finding().rule(), json);
    }
    json.writeEndArray();
    writeAttacks(
        alert.findings().stream()
            .flatMap(told -> told.finding().rule().attack().stream())
            .distinct()
            .toList(),
        json);
    json.writeEndObject();
  }

  /** Every broken rule's title with its reason, a line each. */
  private static String description(Alert alert) {
    return alert.findings().stream()
        .map(Told::finding)
        .map(finding -> finding.rule().title() + ": " + DetectionFinding.sentence(finding))
        .collect(Collectors.joining("\n"));
  }

  private static void writeAnalytic(BrokenRule rule, JsonGenerator json) throws IOException {
    json.writeStartObject();
    member(json, "uid", rule.id());
    member(json, "name", rule.title());
    member(json, "desc", rule.why());
    member(json, "category", rule.category());
    json.writeNumberField("type_id", 1);
    member(json, "type", "Rule");
    json.writeNumberField("state_id", rule.observed() ? 3 : 1);
    member(json, "state", rule.observed() ? "Experimental" : "Active");
    json.writeEndObject();
  }

  private static void writeAttacks(List<String> ids, JsonGenerator json) throws IOException {
    if (ids.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("attacks");
    for (String id : ids) {
      json.writeStartObject();
      int dot = id.indexOf('.');
      writeTechnique("technique", dot < 0 ? id : id.substring(0, dot), json);
      if (dot >= 0) {
        writeTechnique("sub_technique", id, json);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTechnique(String member, String id, JsonGenerator json)
      throws IOException {
    Optional<String> name = AttackNames.of(id);
    json.writeObjectFieldStart(member);
    member(json, "uid", id);
    memberIfAny(json, "name", name);
    json.writeEndObject();
  }

  private static void writeTexts(String name, List<String> texts, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeRawValue(JsonText.quote(text));
    }
    json.writeEndArray();
  }
}
