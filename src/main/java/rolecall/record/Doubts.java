package rolecall.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what cannot be understood in a record. Stateless. */
final class Doubts {
  private static final List<String> REQUEST_TEXTS =
      List.of(
          "roleArn",
          "roleName",
          "roleSessionName",
          "path",
          "externalId",
          "serialNumber",
          "sourceIdentity",
          "principalArn",
          "targetPrincipal",
          "policyArn",
          "aWSServiceName");

  private Doubts() {}

  static List<Doubt> in(
      TrailRecord record,
      Outcome outcome,
      CallerFacts caller,
      Optional<RoleFacts> role,
      boolean omitted) {
    List<Doubt> doubts = new ArrayList<>();
    if (caller.kind() == CallerKind.UNKNOWN) {
      doubts.add(identity(record));
    }
    if (omitted) {
      doubts.add(new Doubt("requestParameters", "was omitted by CloudTrail for its size", ""));
      return doubts;
    }
    if (!record.request().isNothing() && !(record.request() instanceof Json.Obj)) {
      doubts.add(notExpected("requestParameters", "an object", record.request(), ""));
      return doubts;
    }
    addWrongFields(record, doubts);
    Optional<String> taking = SessionReader.assumption(record).filter(SessionReader::takesRole);
    if (taking.isPresent() && role.isEmpty() && outcome == Outcome.SUCCESS) {
      doubts.add(
          new Doubt(
              "requestParameters.roleArn", "names no role, nor does any other field", "role"));
    }
    return doubts;
  }

  private static Doubt identity(TrailRecord record) {
    Json identity = record.userIdentity();
    if (!(identity instanceof Json.Obj)) {
      return new Doubt("userIdentity", "is " + identity.kind(), "caller");
    }
    Json type = identity.get("type");
    String what =
        type.text()
            .map(t -> "is \"" + t + "\", which is no type that CloudTrail documents")
            .orElse("is " + type.kind());
    return new Doubt("userIdentity.type", what, "caller");
  }

  private static void addWrongFields(TrailRecord record, List<Doubt> doubts) {
    for (String name : REQUEST_TEXTS) {
      Json value = record.request().getAnyCase(name);
      if (!value.isNothing() && value.text().isEmpty()) {
        doubts.add(notExpected("requestParameters." + name, "a string", value, ""));
      }
    }
    Json arn = record.request().getAnyCase("roleArn");
    if (arn.filledText().isPresent()
        && RoleArn.parse(arn).isEmpty()
        && SessionReader.assumption(record).isPresent()) {
      doubts.add(new Doubt("requestParameters.roleArn", "is not the ARN of a role", "role"));
    }
    Json duration = record.request().getAnyCase("durationSeconds");
    if (!duration.isNothing() && duration.wholeNumber().isEmpty()) {
      doubts.add(
          notExpected(
              "requestParameters.durationSeconds", "a whole number", duration, "session.duration"));
    }
  }

  private static Doubt notExpected(String path, String expected, Json found, String facts) {
    return new Doubt(path, "is " + found.kind() + " and not " + expected, facts);
  }
}
