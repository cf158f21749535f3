package rolecall.record;

import java.util.Optional;
import java.util.stream.Stream;
import rolecall.json.Json;

/**
 * Finds the role that an STS, sign-in, Roles Anywhere or IAM event is about, in the place where
 * that event keeps it. Stateless.
 *
 * <p>A refused {@code AssumeRole} and a denied edit have null request parameters, so their role
 * stands in the error message alone.
 */
final class RoleReader {
  private RoleReader() {}

  static Optional<RoleFacts> read(TrailRecord record, Known known) {
    return switch (record.service()) {
      case "sts", "rolesanywhere" ->
          RoleArn.parse(record.request().getAnyCase("roleArn"))
              .or(() -> takenBesideRequest(record))
              .map(role -> RoleFacts.ofArn(role, known));
      case "signin" ->
          SwitchReader.isSwitch(record)
              ? switchedTo(record).map(role -> RoleFacts.ofArn(role, known))
              : Optional.empty();
      case "iam" -> EditedRole.read(record, known);
      default -> Optional.empty();
    };
  }

  /** Whether another place than the request tells the role. */
  static boolean isToldBesideRequest(TrailRecord record) {
    return switch (record.service()) {
      case "sts", "rolesanywhere" -> takenBesideRequest(record).isPresent();
      case "signin" -> true;
      case "iam" -> EditedRole.isToldBesideRequest(record);
      default -> false;
    };
  }

  private static Optional<RoleArn> takenBesideRequest(TrailRecord record) {
    return resources(record, "AWS::IAM::Role")
        .flatMap(arn -> RoleArn.parse(arn).stream())
        .findFirst()
        .or(() -> ofAnswer(SessionReader.issued(record)))
        .or(() -> ofMessage(record));
  }

  /** The ARNs in {@code resources[]} of one type, or of none. */
  static Stream<String> resources(TrailRecord record, String type) {
    return record.tree().get("resources").items().stream()
        .filter(r ->
            r.getAnyCase("type").isNothing()
                || r.getAnyCase("type").text().filter(type::equals).isPresent())
        .flatMap(r -> r.getAnyCase("ARN").toldText().stream());
  }

  private static Optional<RoleArn> ofAnswer(Json issued) {
    return RoleArn.parse(issued.getAnyCase("roleArn"))
        .or(() -> RoleArn.parse(issued.getAnyCase("assumedRoleUser").getAnyCase("arn")));
  }

  /** The role in "... on resource: arn:...". */
  static Optional<RoleArn> ofMessage(TrailRecord record) {
    return record
        .errorMessage()
        .flatMap(ErrorText::deniedArn)
        .flatMap(arn -> RoleArn.parse(arn.text()));
  }

  /** In a switch {@code userIdentity} is the role switched to. */
  private static Optional<RoleArn> switchedTo(TrailRecord record) {
    Json identity = record.userIdentity();
    return RoleArn.parse(identity.get("sessionContext").get("sessionIssuer").get("arn"))
        .or(() -> RoleArn.parse(identity.get("arn")));
  }
}
