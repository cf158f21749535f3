package rolecall.record;

import java.util.Optional;

/**
 * Reads who switched a role in the console. {@code userIdentity} is then already the role switched
 * to; the principal stands in {@code SwitchFrom}. Stateless.
 */
final class SwitchReader {
  private SwitchReader() {}

  static boolean isSwitch(TrailRecord record) {
    return record.eventName().equals("SwitchRole") && record.service().equals("signin");
  }

  /** The ARN of who switched, in either form that a session's ARN takes. */
  static Optional<String> from(TrailRecord record) {
    return record.tree().get("additionalEventData").get("SwitchFrom").toldText();
  }

  static CallerFacts read(TrailRecord record, String from) {
    Optional<Arn> arn = Arn.parse(from);
    Optional<RoleArn> role = RoleArn.parse(from);
    CallerKind kind = kind(arn, role);
    return new CallerFacts(
        kind,
        Optional.of(from),
        principal(kind, from, role),
        arn.map(Arn::account).filter(account -> !account.isEmpty()),
        role.flatMap(RoleArn::session).or(() -> arn.map(Arn::lastSegment)),
        role.filter(r -> r.path().isPresent()).map(r -> r.arn().text()),
        role.flatMap(RoleArn::session),
        record.userIdentity().get("sessionContext").get("sourceIdentity").toldText(),
        Optional.empty(),
        role.flatMap(RoleArn::path).flatMap(RolePath::linkedService),
        Optional.empty(),
        Optional.empty(),
        CallerReader.hasMfa(record),
        true);
  }

  private static CallerKind kind(Optional<Arn> arn, Optional<RoleArn> role) {
    return switch (arn.map(Arn::resourceType).orElse("")) {
      case "user" -> CallerKind.IAM_USER;
      case "root" -> CallerKind.ROOT;
      case "federated-user" -> CallerKind.FEDERATED_USER;
      case "assumed-role", "role" -> role.map(SwitchReader::kindOfRole).orElse(CallerKind.UNKNOWN);
      default -> CallerKind.UNKNOWN;
    };
  }

  private static CallerKind kindOfRole(RoleArn role) {
    return role.path()
        .map(CallerKind::ofRolePath)
        .orElseGet(() -> CallerKind.ofRoleName(role.name()));
  }

  /** A federated user's ARN ends with a name that its broker chose, so it is no principal. */
  private static Optional<String> principal(CallerKind kind, String from, Optional<RoleArn> role) {
    if (kind == CallerKind.FEDERATED_USER || kind == CallerKind.UNKNOWN) {
      return Optional.empty();
    }
    return role.map(r -> r.role().text()).or(() -> Optional.of(from));
  }
}
