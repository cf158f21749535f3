package rolecall.record;

import java.util.Optional;
import rolecall.json.Json;

/** Reads {@link CallerFacts} from a record. Stateless. */
final class CallerReader {
  private CallerReader() {}

  static CallerFacts read(TrailRecord record) {
    CallerKind kind = CallerKind.of(record);
    if (!SwitchReader.isSwitch(record)) {
      return readIdentity(record, kind);
    }
    return SwitchReader.from(record)
        .map(from -> SwitchReader.read(record, from))
        .orElseGet(() -> readIdentity(record, withoutSwitchFrom(kind)));
  }

  /** A role session in a switch is what was switched to, and says nothing about who switched. */
  private static CallerKind withoutSwitchFrom(CallerKind kind) {
    return kind.isRoleSession() ? CallerKind.UNKNOWN : kind;
  }

  private static CallerFacts readIdentity(TrailRecord record, CallerKind kind) {
    if (kind == CallerKind.UNKNOWN && SwitchReader.isSwitch(record)) {
      return nobody(record);
    }
    Json identity = record.userIdentity();
    Json context = identity.get("sessionContext");
    Optional<String> arn = identity.get("arn").toldText();
    Optional<RoleArn> session = arn.filter(_ -> kind.isRoleSession()).flatMap(RoleArn::parse);
    Optional<RoleArn> role =
        kind.isRoleSession()
            ? RoleArn.parse(context.get("sessionIssuer").get("arn"))
                .filter(r -> r.path().isPresent())
                .or(() -> session.filter(r -> r.path().isPresent()))
            : Optional.empty();
    Optional<String> account =
        identity
            .get("accountId")
            .toldText()
            .or(() -> arn.flatMap(Arn::parse).map(Arn::account).filter(a -> !a.isEmpty()));
    Optional<String> principalId = identity.get("principalId").toldText();
    Optional<String> sessionName =
        session
            .flatMap(RoleArn::session)
            .or(() -> principalId.filter(_ -> kind.isRoleSession()).flatMap(CallerReader::tail));
    return new CallerFacts(
        kind,
        arn,
        CallerNames.principal(record, kind, account, role.or(() -> session)),
        account,
        CallerNames.name(record, kind, account, sessionName),
        role.map(r -> r.arn().text()),
        sessionName,
        context.get("sourceIdentity").toldText(),
        identity.get("invokedBy").toldText(),
        role.flatMap(RoleArn::path).flatMap(RolePath::linkedService),
        identity.get("accessKeyId").toldText(),
        principalId,
        hasMfa(record),
        isConsole(record));
  }

  /** Whoever switched without a word about it. */
  private static CallerFacts nobody(TrailRecord record) {
    return new CallerFacts(
        CallerKind.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        hasMfa(record),
        true);
  }

  /** The session's name in {@code AROAEXAMPLE:dana}. */
  private static Optional<String> tail(String principalId) {
    int colon = principalId.indexOf(':');
    return colon < 0 || colon == principalId.length() - 1
        ? Optional.empty()
        : Optional.of(principalId.substring(colon + 1));
  }

  /**
   * Whether a second factor stands behind the call. STS takes a serial number only together with a
   * code from the device, and checks both; elsewhere a serial number is a device spoken of.
   */
  static boolean hasMfa(TrailRecord record) {
    return record
            .userIdentity()
            .get("sessionContext")
            .get("attributes")
            .get("mfaAuthenticated")
            .truth()
            .orElse(false)
        || (record.service().equals("sts")
            && record.errorCode().isEmpty()
            && record.request().getAnyCase("serialNumber").toldText().isPresent())
        || (record.service().equals("signin")
            && record
                .tree()
                .get("additionalEventData")
                .get("MFAUsed")
                .text()
                .filter("yes"::equalsIgnoreCase)
                .isPresent());
  }

  private static boolean isConsole(TrailRecord record) {
    return record.tree().get("sessionCredentialFromConsole").truth().orElse(false)
        || record
            .tree()
            .get("eventType")
            .text()
            .filter(t -> t.equalsIgnoreCase("AwsConsoleSignIn") || t.equals("AwsConsoleAction"))
            .isPresent();
  }
}
