package rolecall.record;

import java.util.ArrayList;
import java.util.List;
import rolecall.json.Json;

/** Finds what cannot be understood about the caller. Stateless. */
final class IdentityDoubts {
  private static final String IDENTITY = "userIdentity";
  private static final String CONTEXT = "userIdentity.sessionContext";
  private static final String ISSUER = "userIdentity.sessionContext.sessionIssuer";
  private static final String ATTRIBUTES = "userIdentity.sessionContext.attributes";

  /** Everything that follows from who the caller is. */
  private static final String[] ALL = {
    "caller", "crossAccount", "role.byItsService", "role.recordedHere"
  };

  /** What follows from the path of the role behind a session. */
  private static final String[] OF_ISSUER = {
    "caller.kind",
    "caller.role",
    "caller.roleName",
    "caller.principal",
    "caller.identities",
    "caller.linkedService",
    "caller.chained",
    "role.byItsService"
  };

  private static final String[] OF_ACCOUNT = {
    "caller.account", "caller.principal", "caller.identities", "crossAccount"
  };

  private IdentityDoubts() {}

  static void find(TrailRecord record, CallerFacts caller, Doubts doubts) {
    if (SwitchReader.isSwitch(record) && SwitchReader.from(record).isPresent()) {
      addSwitchFrom(caller, doubts);
      return;
    }
    if (caller.kind() == CallerKind.UNKNOWN) {
      addUnknown(record, doubts);
      return;
    }
    Json identity = record.userIdentity();
    doubts.text(identity, IDENTITY + ".", "arn", ofArn(caller));
    doubts.text(identity, IDENTITY + ".", "accountId", OF_ACCOUNT);
    doubts.text(identity, IDENTITY + ".", "userName", "caller.name");
    doubts.text(
        identity, IDENTITY + ".", "principalId", "caller.principalId", "caller.sessionName");
    doubts.text(identity, IDENTITY + ".", "accessKeyId", "caller.accessKey", "caller.longTermKey");
    if (caller.kind() == CallerKind.AWS_SERVICE) {
      doubts.text(identity, IDENTITY + ".", "invokedBy", ALL);
    } else {
      doubts.text(identity, IDENTITY + ".", "invokedBy", "caller.service");
    }
    addSession(identity.get("sessionContext"), doubts);
    boolean readable = identity.get("accountId").isNothing() && identity.get("arn").isNothing();
    if (hasAccount(caller.kind()) && caller.account().isEmpty() && readable) {
      doubts.add(IDENTITY + ".accountId", "is missing, and so is the ARN", OF_ACCOUNT);
    }
  }

  /** What follows from the ARN alone; the session issuer and other fields tell the rest. */
  private static String[] ofArn(CallerFacts caller) {
    List<String> facts =
        new ArrayList<>(List.of("caller.arn", "caller.name", "caller.sessionName"));
    if (caller.role().isEmpty()) {
      facts.addAll(List.of(OF_ISSUER));
    }
    if (caller.account().isEmpty()) {
      facts.addAll(List.of(OF_ACCOUNT));
    }
    return facts.stream().distinct().toArray(String[]::new);
  }

  private static void addSession(Json context, Doubts doubts) {
    if (context.isNothing() || !doubts.object(context, CONTEXT, ALL)) {
      return;
    }
    Json issuer = context.get("sessionIssuer");
    if (doubts.object(issuer, ISSUER, OF_ISSUER)) {
      doubts.text(issuer, ISSUER + ".", "arn", OF_ISSUER);
    }
    Json attributes = context.get("attributes");
    if (doubts.object(attributes, ATTRIBUTES, "caller.mfa")) {
      doubts.truth(attributes, ATTRIBUTES + ".", "mfaAuthenticated", "caller.mfa");
    }
    doubts.truth(context, CONTEXT + ".", "assumedRoot", "caller.kind");
    doubts.text(context, CONTEXT + ".", "sourceIdentity", "caller.sourceIdentity");
  }

  private static void addUnknown(TrailRecord record, Doubts doubts) {
    Json identity = record.userIdentity();
    if (SwitchReader.isSwitch(record) && CallerKind.of(record) != CallerKind.UNKNOWN) {
      Json from = record.tree().get("additionalEventData").get("SwitchFrom");
      doubts.add("additionalEventData.SwitchFrom", "is " + from.kind(), ALL);
      return;
    }
    if (!(identity instanceof Json.Obj)) {
      doubts.add(IDENTITY, "is " + identity.kind(), ALL);
      return;
    }
    Json type = identity.get("type");
    String what =
        type.filledText()
            .map(t -> "is \"" + t + "\", which does not say who called")
            .orElse(type.text().isPresent() ? "is empty" : "is " + type.kind());
    doubts.add("userIdentity.type", what, ALL);
  }

  private static void addSwitchFrom(CallerFacts caller, Doubts doubts) {
    if (caller.kind() == CallerKind.UNKNOWN) {
      doubts.add("additionalEventData.SwitchFrom", "is not the ARN of a user, a role or root", ALL);
    } else if (caller.account().isEmpty()) {
      doubts.add("additionalEventData.SwitchFrom", "names no account", OF_ACCOUNT);
    }
  }

  /** Whether CloudTrail always says which account such a caller belongs to. */
  private static boolean hasAccount(CallerKind kind) {
    return switch (kind) {
      case ROOT,
          ROOT_TASK,
          IAM_USER,
          ROLE_SESSION,
          SERVICE_LINKED_SESSION,
          SSO_SESSION,
          FEDERATED_USER,
          AWS_ACCOUNT ->
          true;
      case SAML, WEB_IDENTITY, AWS_SERVICE, IDENTITY_CENTER, CERTIFICATE, UNKNOWN -> false;
    };
  }
}
