package rolecall.record;

import java.util.Locale;
import java.util.Optional;

/**
 * Finds the role that an IAM event is about. Stateless.
 *
 * <p>An edit carries a role's name without its path. A denied edit carries nothing, and its message
 * says "role NAME" or an ARN. Only the answers to creations and deletions hold a path.
 */
final class EditedRole {
  private EditedRole() {}

  static Optional<RoleFacts> read(TrailRecord record, Known known) {
    Optional<RoleArn> answered = answered(record);
    if (answered.isPresent()) {
      return answered.map(role -> RoleFacts.ofArn(role, known));
    }
    return switch (record.eventName()) {
      case "CreateServiceLinkedRole" -> toCreate(record).or(() -> named(record, known));
      case "CreateRole" ->
          asked(record).map(role -> RoleFacts.ofArn(role, known)).or(() -> named(record, known));
      default -> named(record, known);
    };
  }

  static boolean isToldBesideRequest(TrailRecord record) {
    return answered(record).isPresent()
        || RoleReader.ofMessage(record).isPresent()
        || nameInMessage(record).isPresent();
  }

  /** Whether a call cannot be made without saying which role, or whose. */
  static boolean isEdit(TrailRecord record) {
    return record.service().equals("iam")
        && switch (record.eventName()) {
          case "AddRoleToInstanceProfile",
              "AttachRolePolicy",
              "CreateRole",
              "CreateServiceLinkedRole",
              "DeleteRole",
              "DeleteRolePermissionsBoundary",
              "DeleteRolePolicy",
              "DeleteServiceLinkedRole",
              "DetachRolePolicy",
              "PutRolePermissionsBoundary",
              "PutRolePolicy",
              "RemoveRoleFromInstanceProfile",
              "TagRole",
              "UntagRole",
              "UpdateAssumeRolePolicy",
              "UpdateRole",
              "UpdateRoleDescription" ->
              true;
          default -> false;
        };
  }

  /** Whether an edit changes the description alone, which AWS allows on any role. */
  static boolean isOnlyDescribed(TrailRecord record) {
    return record.service().equals("iam")
        && switch (record.eventName()) {
          case "UpdateRoleDescription" -> true;
          case "UpdateRole" -> record.request().getAnyCase("maxSessionDuration").isNothing();
          default -> false;
        };
  }

  /** The role in IAM's answer, which has the whole ARN or, of a deletion, path and name. */
  private static Optional<RoleArn> answered(TrailRecord record) {
    return RoleArn.parse(record.response().getAnyCase("role").getAnyCase("arn"))
        .or(() -> deletionTask(record));
  }

  /** {@code task/aws-service-role/SERVICE/ROLE/UUID}: the one place of a deletion with a path. */
  private static Optional<RoleArn> deletionTask(TrailRecord record) {
    Optional<String> task = record.response().getAnyCase("deletionTaskId").toldText();
    String[] parts = task.orElse("").split("/", -1);
    return parts.length == 5 && parts[1].equals("aws-service-role")
        ? roleArn(record, "/aws-service-role/%s/%s".formatted(parts[2], parts[3]))
        : Optional.empty();
  }

  /** A service-linked role that was not made: only its service is known. */
  private static Optional<RoleFacts> toCreate(TrailRecord record) {
    return record
        .request()
        .getAnyCase("aWSServiceName")
        .toldText()
        .map(service -> RoleFacts.ofService(service, account(record)));
  }

  /** A role that was asked for: without a path in the request, IAM takes {@code /}. */
  private static Optional<RoleArn> asked(TrailRecord record) {
    Optional<String> name = record.request().getAnyCase("roleName").toldText();
    String path = record.request().getAnyCase("path").toldText().orElse("/");
    return name.filter(_ -> path.startsWith("/") && path.endsWith("/"))
        .flatMap(n -> roleArn(record, path + n));
  }

  private static Optional<RoleFacts> named(TrailRecord record, Known known) {
    Optional<String> written = record.request().getAnyCase("roleName").toldText();
    Optional<RoleArn> whole =
        written
            .flatMap(RoleArn::parse)
            .or(() ->
                RoleReader.ofMessage(record)
                    .filter(
                        role -> written.isEmpty() || written.get().equalsIgnoreCase(role.name())));
    return whole
        .map(role -> RoleFacts.ofArn(role, known))
        .or(() ->
            written
                .or(() -> nameInMessage(record))
                .map(name ->
                    RoleFacts.ofName(name, account(record), isUnmodifiable(record), known)));
  }

  private static Optional<String> nameInMessage(TrailRecord record) {
    return record
        .errorMessage()
        .flatMap(message ->
            ErrorText.protectedRole(message).or(() -> ErrorText.deniedRoleName(message)));
  }

  private static boolean isUnmodifiable(TrailRecord record) {
    return record
            .errorCode()
            .filter(c -> c.toLowerCase(Locale.ROOT).startsWith("unmodifiableentity"))
            .isPresent()
        || record.errorMessage().flatMap(ErrorText::protectedRole).isPresent();
  }

  private static Optional<RoleArn> roleArn(TrailRecord record, String pathAndName) {
    return account(record)
        .flatMap(account ->
            RoleArn.parse(
                "arn:%s:iam::%s:role%s".formatted(record.partition(), account, pathAndName)));
  }

  private static Optional<String> account(TrailRecord record) {
    return record.recipientAccountId().or(() -> record.userIdentity().get("accountId").toldText());
  }
}
