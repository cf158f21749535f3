package rolecall.finding;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a finding keeps of the CloudTrail record that it is about.
 *
 * @param id {@code eventID}; {@code sha256:} and 16 hex digits for a record without one
 * @param name {@code eventName}
 * @param source {@code eventSource}
 * @param time {@code eventTime}; empty when the record has none that can be read
 * @param account the account whose copy of the event this is
 * @param region {@code awsRegion}
 * @param outcome {@code success}, {@code denied}, {@code refused} or {@code failed}
 */
public record Event(
    String id,
    String name,
    String source,
    Optional<Instant> time,
    Optional<String> account,
    Optional<String> region,
    String outcome) {
  public Event {
    Objects.requireNonNull(id, "id is null");
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(source, "source is null");
    Objects.requireNonNull(time, "time is null");
    Objects.requireNonNull(account, "account is null");
    Objects.requireNonNull(region, "region is null");
    Objects.requireNonNull(outcome, "outcome is null");
  }
}
