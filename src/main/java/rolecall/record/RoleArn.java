package rolecall.record;

import java.util.Objects;
import java.util.Optional;
import rolecall.json.Json;

/**
 * Which role an ARN names, in either of its two forms: {@code role/chime/Admin}, which has the
 * path, and {@code assumed-role/Admin/dana}, which has lost it.
 *
 * @param arn the ARN as it was written
 * @param path with a slash at both ends, {@code /} at least; empty when the form has none
 * @param name the role's name, without path; IAM keeps it unique in its account in any letter case
 * @param session the session's name, which the caller chose; empty for the role itself
 */
record RoleArn(Arn arn, Optional<String> path, String name, Optional<String> session) {
  RoleArn {
    Objects.requireNonNull(arn, "arn is null");
    Objects.requireNonNull(path, "path is null");
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(session, "session is null");
  }

  static Optional<RoleArn> parse(Json text) {
    return text.filledText().flatMap(RoleArn::parse);
  }

  /** The role that a text names; empty for other ARNs, for patterns of ARNs and for no ARN. */
  static Optional<RoleArn> parse(String text) {
    return Arn.parse(text).flatMap(RoleArn::of);
  }

  private static Optional<RoleArn> of(Arn arn) {
    String id = arn.resourceId();
    if (id.isEmpty() || id.endsWith("/") || id.indexOf('*') >= 0) {
      return Optional.empty();
    }
    return switch (arn.service() + ":" + arn.resourceType()) {
      case "iam:role" -> {
        String path = "/" + id.substring(0, id.lastIndexOf('/') + 1);
        yield Optional.of(new RoleArn(arn, Optional.of(path), arn.lastSegment(), Optional.empty()));
      }
      case "sts:assumed-role" -> {
        int slash = id.indexOf('/');
        yield slash < 0
            ? Optional.of(new RoleArn(arn, Optional.empty(), id, Optional.empty()))
            : Optional.of(
                new RoleArn(
                    arn,
                    Optional.empty(),
                    id.substring(0, slash),
                    Optional.of(id.substring(slash + 1))));
      }
      default -> Optional.empty();
    };
  }

  /** The role's own ARN; without its path when that is not known. */
  Arn role() {
    return path.isPresent()
        ? arn
        : new Arn(arn.partition(), "iam", "", arn.account(), "role/" + name);
  }
}
