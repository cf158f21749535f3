package rolecall.alert;

import static rolecall.alert.JsonText.member;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Role;
import rolecall.finding.Told;

/**
 * One finding as a JSON object. The order of the members is part of the interface, and an absent
 * value is written as null. Stateless and thread-safe.
 */
public final class FindingJson {
  private FindingJson() {}

  /** Writes the object where {@code json} stands. */
  public static void write(Told told, JsonGenerator json) throws IOException {
    Finding finding = told.finding();
    json.writeStartObject();
    member(json, "rule", finding.rule().id());
    member(json, "severity", finding.rule().severity().word());
    member(json, "category", finding.rule().category());
    member(json, "title", finding.rule().title());
    member(json, "reason", finding.reason());
    writeDetails(told, json);
    json.writeEndObject();
  }

  /** Writes what is known of a finding beside its rule and reason, as members of an open object. */
  public static void writeDetails(Told told, JsonGenerator json) throws IOException {
    Finding finding = told.finding();
    writeEvent(finding.event(), json);
    writeCaller(finding.caller(), json);
    writeRole(finding.role(), json);
    member(json, "outcome", finding.event().outcome());
    json.writeNumberField("repeats", told.repeats());
    writePolicy(finding.policy(), json);
    writeInput(finding.input(), json);
    if (finding.rule().observed()) {
      member(json, "mode", "observe");
    }
  }

  /** Writes the member {@code policy}. */
  public static void writePolicy(PolicyStamp policy, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("policy");
    member(json, "name", policy.name());
    member(json, "sha256", policy.sha256());
    json.writeEndObject();
  }

  /** Writes the member {@code event}. */
  public static void writeEvent(Event event, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("event");
    member(json, "id", event.id());
    member(json, "name", event.name());
    member(json, "source", event.source());
    member(json, "time", Times.show(event));
    member(json, "account", event.account());
    member(json, "region", event.region());
    json.writeEndObject();
  }

  /** Writes the member {@code caller}. */
  public static void writeCaller(Caller caller, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("caller");
    member(json, "kind", caller.kind());
    member(json, "arn", caller.arn());
    member(json, "account", caller.account());
    member(json, "name", caller.name());
    json.writeEndObject();
  }

  /** Writes the member {@code role}. */
  public static void writeRole(Optional<Role> role, JsonGenerator json) throws IOException {
    if (role.isEmpty()) {
      json.writeNullField("role");
      return;
    }
    json.writeObjectFieldStart("role");
    member(json, "arn", role.get().arn());
    member(json, "name", role.get().name());
    member(json, "account", role.get().account());
    json.writeEndObject();
  }

  /** Writes the member {@code input}. */
  public static void writeInput(Input input, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("input");
    member(json, "file", input.file());
    json.writeNumberField("record", input.record());
    json.writeEndObject();
  }
}
