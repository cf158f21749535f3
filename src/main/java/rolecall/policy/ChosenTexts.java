package rolecall.policy;

import java.util.Set;

/**
 * The fields whose text a caller chooses: session names, user agents, tags, names that stand beside
 * others in a list. They may help to say that a rule is broken, and never that it is not.
 */
final class ChosenTexts {
  private static final Set<String> PATHS =
      Set.of(
          "userAgent",
          "caller.arn",
          "caller.name",
          "caller.sessionName",
          "caller.principalId",
          "session.name",
          "resource.id",
          "resource.names",
          "userIdentity.arn",
          "userIdentity.principalId",
          "requestParameters.roleSessionName",
          "requestParameters.tags",
          "requestParameters.description");

  private ChosenTexts() {}

  static boolean include(String path) {
    return PATHS.contains(path) || path.startsWith("requestParameters.tags.");
  }
}
