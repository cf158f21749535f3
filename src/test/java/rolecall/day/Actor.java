package rolecall.day;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Somebody who calls AWS.
 *
 * @param identity {@code userIdentity} without the time of sign-in
 * @param address {@code sourceIPAddress}: an address or a service's name
 * @param agent {@code userAgent}
 * @param fromConsole whether the call comes from the web console
 */
record Actor(Map<String, Object> identity, String address, String agent, boolean fromConsole) {

  /** {@code userIdentity} as it stands in a record of that time: sessions began on the hour. */
  Map<String, Object> identityAt(Instant time) {
    if (!(identity.get("sessionContext") instanceof Map<?, ?> session)) {
      return identity;
    }
    Map<String, Object> context = Shape.of();
    session.forEach((name, value) -> context.put((String) name, value));
    context.put(
        "attributes",
        Shape.of(
            "creationDate", time.truncatedTo(ChronoUnit.HOURS).toString(),
            "mfaAuthenticated", String.valueOf(session.get("attributes"))));
    Map<String, Object> now = Shape.of();
    identity.forEach(
        (name, value) -> now.put(name, name.equals("sessionContext") ? context : value));
    return now;
  }

  /** The same person or role with one of their calls made for them by a service. */
  Actor through(String service) {
    Map<String, Object> invoked = Shape.of();
    invoked.putAll(identity);
    invoked.put("invokedBy", service);
    return new Actor(invoked, service, service, false);
  }

  /** The same person, at the console. */
  Actor atConsole() {
    return new Actor(identity, address, "AWS Internal", true);
  }

  boolean isService() {
    return identity.containsKey("invokedBy");
  }

  String arn() {
    return (String) identity.get("arn");
  }
}
