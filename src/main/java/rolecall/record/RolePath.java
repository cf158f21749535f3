package rolecall.record;

import java.util.Locale;
import java.util.Optional;

/**
 * What a role's path proves. IAM lets nobody but itself make a role under {@code
 * /aws-service-role/} or {@code /aws-reserved/}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html">AWS:
 *     service-linked roles</a>
 */
final class RolePath {
  private static final String LINKED = "/aws-service-role/";

  private RolePath() {}

  /** The service in {@code /aws-service-role/SERVICE/}. */
  static Optional<String> linkedService(String path) {
    if (!path.startsWith(LINKED) || path.length() == LINKED.length()) {
      return Optional.empty();
    }
    String rest = path.substring(LINKED.length());
    int slash = rest.indexOf('/');
    return Optional.of(slash < 0 ? rest : rest.substring(0, slash));
  }

  static boolean isReservedSso(String path) {
    return path.startsWith("/aws-reserved/sso.amazonaws.com/");
  }

  /** Whether a service principal is Chime's: {@code chime.amazonaws.com} or any name below it. */
  static boolean isChime(String service) {
    return isWithin(service, "chime.amazonaws.com");
  }

  /**
   * Whether a service principal is another or a sub-domain of it: {@code
   * voiceconnector.chime.amazonaws.com} is within {@code chime.amazonaws.com}. China's principals
   * may end with {@code .cn}, which makes no difference.
   */
  static boolean isWithin(String service, String owner) {
    String inner = plain(service);
    String outer = plain(owner);
    return inner.equals(outer) || inner.endsWith("." + outer);
  }

  private static String plain(String service) {
    String name = service.toLowerCase(Locale.ROOT);
    return name.endsWith(".amazonaws.com.cn")
        ? name.substring(0, name.length() - ".cn".length())
        : name;
  }
}
