package rolecall.policy;

import java.util.List;
import java.util.Optional;
import rolecall.pattern.Entries;
import rolecall.record.Facts;
import rolecall.record.RoleFacts;

/**
 * Which roles a grant is about: ARNs or bare names, in any letter case, with {@code *} for any
 * text.
 *
 * @param arns as written, paths included
 * @param names bare names
 * @param pathless the ARNs with their paths left out, for a console switch, whose record has lost
 *     the path; the {@code AssumeRole} beside it is judged with the path
 */
record RolePatterns(Entries arns, Entries names, Entries pathless) {
  static RolePatterns of(List<String> written) {
    List<String> arns = written.stream().filter(w -> w.startsWith("arn:")).toList();
    List<String> names = written.stream().filter(w -> !w.startsWith("arn:")).toList();
    return new RolePatterns(
        Entries.of(arns),
        Entries.of(names),
        Entries.of(arns.stream().map(RolePatterns::withoutPath).toList()));
  }

  boolean include(Facts facts) {
    if (facts.role().isEmpty()) {
      return false;
    }
    RoleFacts role = facts.role().get();
    if (role.name().filter(names::contains).isPresent()) {
      return true;
    }
    return role.arn().isPresent()
        ? arns.contains(role.arn().get())
        : nameOnly(role, facts).filter(pathless::contains).isPresent();
  }

  private static Optional<String> nameOnly(RoleFacts role, Facts facts) {
    if (role.account().isEmpty() || role.name().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "arn:%s:iam::%s:role/%s"
            .formatted(facts.record().partition(), role.account().get(), role.name().get()));
  }

  private static String withoutPath(String arn) {
    int role = arn.indexOf(":role/");
    int slash = arn.lastIndexOf('/');
    return role < 0 ? arn : arn.substring(0, role + ":role/".length()) + arn.substring(slash + 1);
  }
}
