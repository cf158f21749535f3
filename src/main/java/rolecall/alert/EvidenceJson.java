package rolecall.alert;

import static rolecall.alert.JsonText.member;
import static rolecall.alert.JsonText.memberIfAny;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.json.Json;

/**
 * The member {@code evidences} of a detection finding: for each record who called what from where,
 * and the record itself under {@code data}. Names follow OCSF's own mapping of CloudTrail.
 */
final class EvidenceJson {
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]++(\\.[A-Za-z0-9-]++)++");

  private EvidenceJson() {}

  static void write(Alert alert, JsonGenerator json) throws IOException {
    List<Finding> known =
        alert.byRecord().stream().filter(finding -> isKnown(finding, alert)).toList();
    if (known.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("evidences");
    for (Finding finding : known) {
      Optional<Json.Obj> found = alert.recordOf(finding);
      Json rec = found.isPresent() ? found.get() : Json.absent();
      json.writeStartObject();
      writeActor(finding.caller(), rec.get("userIdentity"), json);
      writeApi(finding.event(), rec, json);
      writeEndpoint(rec, json);
      writeRequest(rec, json);
      if (found.isPresent()) {
        member(json, "data", rec);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Of input that cannot be read there is neither a record nor an event. */
  private static boolean isKnown(Finding finding, Alert alert) {
    return alert.recordOf(finding).isPresent() || !finding.event().name().isBlank();
  }

  private static void writeActor(Caller caller, Json identity, JsonGenerator json)
      throws IOException {
    if (caller.arn().or(caller::name).or(caller::account).isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("actor");
    json.writeObjectFieldStart("user");
    memberIfAny(json, "uid", caller.arn());
    memberIfAny(json, "uid_alt", identity.get("principalId").filledText());
    memberIfAny(json, "name", caller.name());
    json.writeNumberField("type_id", typeId(caller.kind()));
    member(json, "type", type(caller.kind()));
    if (caller.account().isPresent()) {
      json.writeObjectFieldStart("account");
      member(json, "uid", caller.account().get());
      json.writeEndObject();
    }
    writeKey(identity.get("accessKeyId").filledText(), json);
    json.writeEndObject();
    writeSession(identity.get("sessionContext"), json);
    json.writeEndObject();
  }

  private static void writeKey(Optional<String> accessKeyId, JsonGenerator json)
      throws IOException {
    if (accessKeyId.isPresent()) {
      json.writeArrayFieldStart("programmatic_credentials");
      json.writeStartObject();
      member(json, "uid", accessKeyId.get());
      member(json, "type", "AWS access key");
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  private static void writeSession(Json context, JsonGenerator json) throws IOException {
    if (!(context instanceof Json.Obj)) {
      return;
    }
    Json attributes = context.get("attributes");
    json.writeObjectFieldStart("session");
    memberIfAny(json, "issuer", context.get("sessionIssuer").get("arn").filledText());
    memberIfAny(json, "uid_alt", context.get("sourceIdentity").filledText());
    Optional<Long> created =
        attributes.get("creationDate").filledText().flatMap(EvidenceJson::time);
    if (created.isPresent()) {
      json.writeNumberField("created_time", created.get());
    }
    Optional<Boolean> mfa = attributes.get("mfaAuthenticated").truth();
    if (mfa.isPresent()) {
      json.writeBooleanField("is_mfa", mfa.get());
    }
    json.writeEndObject();
  }

  private static void writeApi(Event event, Json rec, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("api");
    member(json, "operation", event.name());
    json.writeObjectFieldStart("service");
    member(json, "name", event.source());
    json.writeEndObject();
    Optional<String> request = rec.get("requestID").filledText();
    if (request.isPresent()) {
      json.writeObjectFieldStart("request");
      member(json, "uid", request.get());
      json.writeEndObject();
    }
    Optional<String> error = rec.get("errorCode").filledText();
    if (error.isPresent()) {
      json.writeObjectFieldStart("response");
      member(json, "error", error.get());
      memberIfAny(json, "error_message", rec.get("errorMessage").filledText());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** The source is an address, a service's name, or words such as {@code AWS Internal}. */
  private static void writeEndpoint(Json rec, JsonGenerator json) throws IOException {
    Optional<String> source = rec.get("sourceIPAddress").filledText();
    if (source.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("src_endpoint");
    String member =
        NetworkAddress.isOne(source.get())
            ? "ip"
            : DOMAIN.matcher(source.get()).matches() ? "domain" : "name";
    member(json, member, source.get());
    memberIfAny(json, "uid", rec.get("vpcEndpointId").filledText());
    json.writeEndObject();
  }

  private static void writeRequest(Json rec, JsonGenerator json) throws IOException {
    Optional<String> agent = rec.get("userAgent").filledText();
    if (agent.isPresent()) {
      json.writeObjectFieldStart("http_request");
      member(json, "user_agent", agent.get());
      json.writeEndObject();
    }
  }

  private static Optional<Long> time(String text) {
    try {
      return Optional.of(Instant.parse(text).toEpochMilli());
    } catch (DateTimeException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  /** OCSF tells users, administrators and services apart; the rest is "other", by our word. */
  private static int typeId(String kind) {
    return switch (kind) {
      case "iam-user" -> 1;
      case "root" -> 2;
      case "aws-service", "service-linked-session" -> 4;
      default -> 99;
    };
  }

  private static String type(String kind) {
    return switch (typeId(kind)) {
      case 1 -> "User";
      case 2 -> "Admin";
      case 4 -> "Service";
      default -> kind;
    };
  }
}
