package rolecall.doctor;

import java.util.Objects;

/**
 * One who hears a topic.
 *
 * @param protocol {@code email}, {@code https} and so on
 * @param confirmed whether messages are sent there
 */
public record Subscription(String protocol, boolean confirmed) {
  public Subscription {
    Objects.requireNonNull(protocol, "protocol is null");
  }
}
