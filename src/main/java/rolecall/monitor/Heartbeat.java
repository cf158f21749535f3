package rolecall.monitor;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import rolecall.alert.AlertMessage;
import rolecall.alert.Topic.Published;
import rolecall.finding.PolicyStamp;

/** Passes signs of life on, so that an alarm notices when any part of the way is closed. */
record Heartbeat(Alerting means, Tallies tallies, PolicyStamp policy) {
  /** Passes one on; gives why it must come again, when it could not be. */
  Optional<String> beat() {
    return means.heartbeats().flatMap(topic -> refusal(topic.publish(message()))).or(this::counted);
  }

  private static Optional<String> refusal(Published published) {
    return switch (published) {
      case Published.Sent _ -> Optional.empty();
      case Published.NotSent(String why) -> Optional.of("a heartbeat could not go out: " + why);
      case Published.Unacceptable(String why) ->
          Optional.of("a heartbeat could not go out: " + why);
    };
  }

  private Optional<String> counted() {
    tallies.heartbeat();
    return Optional.empty();
  }

  private AlertMessage message() {
    SequencedMap<String, String> bodies = new LinkedHashMap<>();
    bodies.put(
        "default",
        "{\"heartbeat\":\"%s\",\"policySha256\":\"%s\"}"
            .formatted(means.clock().instant(), policy.sha256()));
    SequencedMap<String, String> attributes = new LinkedHashMap<>();
    attributes.put("category", "heartbeat");
    return new AlertMessage("Rolecall heartbeat", bodies, attributes);
  }
}
