package rolecall.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import rolecall.record.TrailRecord;

/**
 * An event that a rule reads: {@code sts:AssumeRole}, or {@code iam:*} for all of a service.
 *
 * @param service the event source's short name, {@code sts}; {@code chime} stands for the event
 *     sources of legacy Chime and of all Chime SDK name spaces
 * @param name the event's name, letter case kept; {@code *} for all
 */
record EventName(String service, String name) {
  /** The name that stands for all events of a service. */
  static final String ANY = "*";

  private static final List<String> READING =
      List.of("Get", "List", "Describe", "BatchGet", "Simulate", "Query", "Scan");

  /** Whose calls named Get hand out credentials, which CloudTrail does not count as reading. */
  private static final Set<String> OF_CREDENTIALS =
      Set.of("sts", "signin", "sso", "sso-oauth", "cognito-identity", "eks-auth", "rolesanywhere");

  static Optional<EventName> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1 || text.indexOf(':', colon + 1) >= 0) {
      return Optional.empty();
    }
    String service = text.substring(0, colon);
    String name = text.substring(colon + 1);
    boolean plain =
        service.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
            && (name.equals(ANY) || name.chars().allMatch(Character::isLetterOrDigit));
    return plain ? Optional.of(new EventName(service, name)) : Optional.empty();
  }

  /** The service that an event source belongs to. */
  static String serviceOf(String eventSource) {
    String service = TrailRecord.serviceOf(eventSource);
    return service.startsWith("chime-sdk-") ? "chime" : service;
  }

  boolean isWholeService() {
    return name.equals(ANY);
  }

  /**
   * Whether the name says that the call only reads: {@code GetRole}, {@code ListTopics}. No
   * operation so named changes anything, and CloudTrail records it with {@code readOnly: true}; but
   * for those that hand out credentials.
   */
  boolean isReadByName() {
    return !OF_CREDENTIALS.contains(service) && READING.stream().anyMatch(this::beginsWith);
  }

  private boolean beginsWith(String verb) {
    return name.startsWith(verb)
        && (name.length() == verb.length() || Character.isUpperCase(name.charAt(verb.length())));
  }

  /** Written out, since linking what a record has of itself takes long at a cold start. */
  @Override
  public boolean equals(Object other) {
    return other instanceof EventName(String itsService, String itsName)
        && service.equals(itsService)
        && name.equals(itsName);
  }

  @Override
  public int hashCode() {
    return 31 * service.hashCode() + name.hashCode();
  }

  @Override
  public String toString() {
    return service + ":" + name;
  }
}
