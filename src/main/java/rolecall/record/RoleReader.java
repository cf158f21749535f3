package rolecall.record;

import java.util.Locale;
import java.util.Optional;

/**
 * Finds the role that an STS, sign-in or IAM event is about, in the place where that event keeps
 * it. Stateless.
 *
 * <p>A refused {@code AssumeRole} and a denied edit have null request parameters, so their role
 * stands in the error message alone. An edit carries a role name without its path.
 */
final class RoleReader {
  private RoleReader() {}

  static Optional<RoleFacts> read(TrailRecord record, KnownRoles known) {
    return switch (record.service()) {
      case "sts", "rolesanywhere" -> taken(record, known);
      case "signin" -> switchedTo(record, known);
      case "iam" -> edited(record, known);
      default -> Optional.empty();
    };
  }

  private static Optional<RoleFacts> taken(TrailRecord record, KnownRoles known) {
    return RoleArn.parse(record.request().getAnyCase("roleArn"))
        .or(() -> ofResources(record))
        .or(() -> RoleArn.parse(record.response().getAnyCase("assumedRoleUser").getAnyCase("arn")))
        .or(() -> ofMessage(record))
        .map(role -> ofArn(role, known));
  }

  private static Optional<RoleArn> ofResources(TrailRecord record) {
    return record.tree().get("resources").items().stream()
        .filter(r -> r.getAnyCase("type").text().filter("AWS::IAM::Role"::equals).isPresent())
        .flatMap(r -> RoleArn.parse(r.getAnyCase("ARN")).stream())
        .findFirst();
  }

  private static Optional<RoleArn> ofMessage(TrailRecord record) {
    return record
        .errorMessage()
        .flatMap(ErrorText::deniedArn)
        .flatMap(arn -> RoleArn.parse(arn.text()));
  }

  private static Optional<RoleFacts> switchedTo(TrailRecord record, KnownRoles known) {
    if (!record.eventName().equals("SwitchRole")) {
      return Optional.empty();
    }
    Json identity = record.userIdentity();
    return RoleArn.parse(identity.get("sessionContext").get("sessionIssuer").get("arn"))
        .or(() -> RoleArn.parse(identity.get("arn")))
        .map(role -> ofArn(role, known));
  }

  private static Optional<RoleFacts> edited(TrailRecord record, KnownRoles known) {
    Json request = record.request();
    return switch (record.eventName()) {
      case "CreateServiceLinkedRole" -> created(record, known).or(() -> toCreate(record));
      case "CreateRole" -> created(record, known).or(() -> asked(record, known));
      default -> created(record, known).or(() -> named(record, request, known));
    };
  }

  /** The role in IAM's answer, which has the whole ARN. */
  private static Optional<RoleFacts> created(TrailRecord record, KnownRoles known) {
    return RoleArn.parse(record.response().getAnyCase("role").getAnyCase("arn"))
        .map(role -> ofArn(role, known));
  }

  /** A service-linked role that was not made: only its service is known. */
  private static Optional<RoleFacts> toCreate(TrailRecord record) {
    return record
        .request()
        .getAnyCase("aWSServiceName")
        .filledText()
        .map(service ->
            new RoleFacts(
                Optional.empty(),
                Optional.empty(),
                Optional.of("/aws-service-role/" + service + "/"),
                account(record),
                Optional.of(service),
                true,
                RolePath.isChime(service),
                false,
                RoleFacts.Certainty.PATH,
                false));
  }

  /** A role that was asked for: without a path in the request, IAM takes {@code /}. */
  private static Optional<RoleFacts> asked(TrailRecord record, KnownRoles known) {
    Optional<String> name = record.request().getAnyCase("roleName").filledText();
    if (name.isEmpty() || account(record).isEmpty()) {
      return ofMessage(record).map(role -> ofArn(role, known));
    }
    String path = record.request().getAnyCase("path").filledText().orElse("/");
    return RoleArn.parse(roleArn(record, path + name.get())).map(role -> ofArn(role, known));
  }

  private static Optional<RoleFacts> named(TrailRecord record, Json request, KnownRoles known) {
    Optional<RoleArn> deleting = deletionTask(record);
    if (deleting.isPresent()) {
      return deleting.map(role -> ofArn(role, known));
    }
    Optional<String> isProtected = record.errorMessage().flatMap(ErrorText::protectedRole);
    Optional<String> written = request.getAnyCase("roleName").filledText();
    Optional<RoleArn> whole = written.flatMap(RoleArn::parse).or(() -> ofMessage(record));
    if (whole.isPresent()) {
      return whole.map(role -> ofArn(role, known));
    }
    return written
        .or(() -> isProtected)
        .or(() -> record.errorMessage().flatMap(ErrorText::deniedRoleName))
        .map(name -> ofName(record, name, known));
  }

  /** {@code task/aws-service-role/SERVICE/ROLE/UUID}: the one place of a deletion with a path. */
  private static Optional<RoleArn> deletionTask(TrailRecord record) {
    Optional<String> task = record.response().getAnyCase("deletionTaskId").filledText();
    String[] parts = task.orElse("").split("/", -1);
    if (parts.length != 5 || !parts[1].equals("aws-service-role") || account(record).isEmpty()) {
      return Optional.empty();
    }
    return RoleArn.parse(roleArn(record, "/aws-service-role/%s/%s".formatted(parts[2], parts[3])));
  }

  private static String roleArn(TrailRecord record, String pathAndName) {
    return "arn:%s:iam::%s:role%s"
        .formatted(record.partition(), account(record).orElse(""), pathAndName);
  }

  private static RoleFacts ofArn(RoleArn role, KnownRoles known) {
    Optional<String> service = role.path().flatMap(RolePath::linkedService);
    boolean hasPath = role.path().isPresent();
    return new RoleFacts(
        hasPath ? Optional.of(role.arn().text()) : Optional.empty(),
        Optional.of(role.name()),
        role.path(),
        Optional.of(role.arn().account()).filter(a -> !a.isEmpty()),
        service,
        service.isPresent(),
        hasPath ? service.filter(RolePath::isChime).isPresent() : known.chimeLinked(role.name()),
        hasPath ? RolePath.isReservedSso(role.path().get()) : isReservedName(role.name()),
        hasPath ? RoleFacts.Certainty.PATH : RoleFacts.Certainty.NAME,
        known.watched(role.name()));
  }

  private static RoleFacts ofName(TrailRecord record, String name, KnownRoles known) {
    boolean proven = isUnmodifiable(record) && !isReservedName(name);
    return new RoleFacts(
        Optional.empty(),
        Optional.of(name),
        Optional.empty(),
        account(record),
        Optional.empty(),
        proven,
        known.chimeLinked(name),
        isReservedName(name),
        isUnmodifiable(record) ? RoleFacts.Certainty.ERROR : RoleFacts.Certainty.NAME,
        known.watched(name));
  }

  private static boolean isUnmodifiable(TrailRecord record) {
    return record
            .errorCode()
            .filter(c -> c.toLowerCase(Locale.ROOT).startsWith("unmodifiableentity"))
            .isPresent()
        || record.errorMessage().flatMap(ErrorText::protectedRole).isPresent();
  }

  private static boolean isReservedName(String name) {
    return name.regionMatches(true, 0, "AWSReservedSSO_", 0, "AWSReservedSSO_".length());
  }

  private static Optional<String> account(TrailRecord record) {
    return record
        .recipientAccountId()
        .or(() -> record.userIdentity().get("accountId").filledText());
  }
}
