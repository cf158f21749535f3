package rolecall.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rolecall.json.Json;

/** Finds what cannot be understood about what was asked for. Stateless. */
final class RequestDoubts {
  private static final String REQUEST = "requestParameters";

  /** The texts that facts are made of or that rules compare, with the facts. */
  private static final List<Text> TEXTS =
      List.of(
          new Text("roleArn", "role", "crossAccount"),
          new Text("roleName", "role"),
          new Text("path", "role"),
          new Text("aWSServiceName", "role"),
          new Text("roleSessionName", "session.name"),
          new Text("externalId", "session.externalId"),
          new Text("sourceIdentity", "session.sourceIdentity"),
          new Text("serialNumber", "caller.mfa", "session.serialNumber"),
          new Text(
              "principalArn",
              "session.provider",
              "session.providerName",
              "caller.principal",
              "caller.identities"),
          new Text("targetPrincipal"),
          new Text("policyArn", "grants.awsPolicy"));

  /** A text of the request, and the facts that cannot be known without it. */
  private record Text(String name, List<String> facts) {
    Text(String name, String... facts) {
      this(name, List.of(facts));
    }

    boolean tellsRole() {
      return facts.contains("role");
    }

    String[] unknown(boolean roleUnknown) {
      return tellsRole() && !roleUnknown ? new String[0] : facts.toArray(String[]::new);
    }
  }

  private RequestDoubts() {}

  static void find(TrailRecord record, Outcome outcome, Optional<RoleFacts> role, Doubts doubts) {
    Json request = record.request();
    boolean ours = readsRequests(record);
    boolean roleUnknown = ours && !RoleReader.isToldBesideRequest(record);
    if (Facts.isOmitted(request)) {
      doubts.add(REQUEST, Doubt.OMITTED, ofAll(record, ours, roleUnknown));
      return;
    }
    if (!request.isNothing() && !(request instanceof Json.Obj)) {
      doubts.notExpected(REQUEST, "an object", request, ofAll(record, ours, roleUnknown));
      return;
    }
    if (!ours) {
      return;
    }
    addTexts(record, roleUnknown, doubts);
    Json duration = request.getAnyCase("durationSeconds");
    if (!duration.isNothing() && duration.wholeNumber().isEmpty()) {
      doubts.notExpected(
          REQUEST + ".durationSeconds", "a whole number", duration, "session.duration");
    }
    addResponse(record, outcome, doubts);
    boolean about = EditedRole.isEdit(record) || takesRole(record);
    if (about && role.isEmpty() && outcome == Outcome.SUCCESS && doubts.noneCover("role")) {
      doubts.add(
          placeOfRole(record), "names no role, nor does any other field", "role", "crossAccount");
    }
  }

  private static boolean takesRole(TrailRecord record) {
    return SessionReader.assumption(record).filter(SessionReader::takesRole).isPresent();
  }

  private static String placeOfRole(TrailRecord record) {
    return switch (record.service()) {
      case "signin" -> "userIdentity.arn";
      case "iam" -> REQUEST + ".roleName";
      default -> REQUEST + ".roleArn";
    };
  }

  private static boolean readsRequests(TrailRecord record) {
    return switch (record.service()) {
      case "iam", "sts", "rolesanywhere", "signin" -> true;
      default -> false;
    };
  }

  private static String[] ofAll(TrailRecord record, boolean ours, boolean roleUnknown) {
    List<String> facts = new ArrayList<>(List.of(REQUEST));
    if (ours) {
      facts.addAll(List.of("session", "trust", "grants"));
    }
    if (record.service().equals("sts")) {
      facts.add("caller.mfa");
    }
    if (ResourceReader.needsRequest(record)) {
      facts.add("resource");
    }
    if (WeakenedTrail.needsRequest(record)) {
      facts.add("trail");
    }
    if (roleUnknown) {
      facts.addAll(List.of("role", "crossAccount"));
    }
    return facts.toArray(String[]::new);
  }

  private static void addTexts(TrailRecord record, boolean roleUnknown, Doubts doubts) {
    for (Text text : TEXTS) {
      Json value = record.request().getAnyCase(text.name());
      if (value.isNothing()) {
        continue;
      }
      String path = REQUEST + "." + text.name();
      if (value.text().isEmpty()) {
        doubts.notExpected(path, "a string", value, text.unknown(roleUnknown));
      } else if (value.text().filter(Json.HIDDEN::equals).isPresent()) {
        doubts.add(path, "is hidden by CloudTrail", text.unknown(roleUnknown));
      } else if (text.name().equals("roleArn") && roleUnknown && isNoRole(record, value)) {
        doubts.add(path, "is not the ARN of a role", text.unknown(true));
      }
    }
  }

  private static boolean isNoRole(TrailRecord record, Json value) {
    return value.filledText().isPresent()
        && RoleArn.parse(value).isEmpty()
        && SessionReader.assumption(record).isPresent();
  }

  private static void addResponse(TrailRecord record, Outcome outcome, Doubts doubts) {
    Json response = record.response();
    if (Facts.isOmitted(response)) {
      doubts.add("responseElements", Doubt.OMITTED, "session.issuedKey");
      return;
    }
    if (record.service().equals("signin") && outcome == Outcome.SUCCESS) {
      doubts.object(response, "responseElements", "outcome");
    } else {
      doubts.object(response, "responseElements", "session.issuedKey");
    }
  }
}
