package rolecall.policy;

import java.util.Optional;
import rolecall.record.TrailRecord;

/**
 * An event that a rule reads: {@code sts:AssumeRole}, or {@code iam:*} for all of a service.
 *
 * @param service the event source's short name, {@code sts}; {@code chime} stands for the event
 *     sources of legacy Chime and of all Chime SDK name spaces
 * @param name the event's name, letter case kept; {@code *} for all
 */
record EventName(String service, String name) {
  static Optional<EventName> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1 || text.indexOf(':', colon + 1) >= 0) {
      return Optional.empty();
    }
    String service = text.substring(0, colon);
    String name = text.substring(colon + 1);
    boolean plain =
        service.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
            && (name.equals("*") || name.chars().allMatch(Character::isLetterOrDigit));
    return plain ? Optional.of(new EventName(service, name)) : Optional.empty();
  }

  /** The service that an event source belongs to. */
  static String serviceOf(String eventSource) {
    String service = TrailRecord.serviceOf(eventSource);
    return service.startsWith("chime-sdk-") ? "chime" : service;
  }

  boolean isWholeService() {
    return name.equals("*");
  }

  @Override
  public String toString() {
    return service + ":" + name;
  }
}
