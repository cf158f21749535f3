package rolecall.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import rolecall.alert.AlertMessages;
import rolecall.alert.Topic;
import rolecall.ledger.Ledger;

/**
 * What it takes to tell something. Thread-safe.
 *
 * @param heartbeats where signs of life go, for machines; without one they are only counted
 * @param patience how long the ledger's store may delay one alert
 */
public record Alerting(
    Ledger ledger,
    AlertMessages messages,
    Topic topic,
    Optional<Topic> heartbeats,
    InstantSource clock,
    Journal journal,
    Duration patience,
    Lookups lookups) {
  public Alerting {
    Objects.requireNonNull(ledger, "ledger is null");
    Objects.requireNonNull(messages, "messages is null");
    Objects.requireNonNull(topic, "topic is null");
    Objects.requireNonNull(heartbeats, "heartbeats is null");
    Objects.requireNonNull(clock, "clock is null");
    Objects.requireNonNull(journal, "journal is null");
    Objects.requireNonNull(patience, "patience is null");
    Objects.requireNonNull(lookups, "lookups is null");
  }
}
