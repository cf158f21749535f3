package rolecall.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An event that was handled, as far as it takes to know it again.
 *
 * @param id of the record, as CloudTrail gave it
 * @param account whose record it is; two accounts' records may share an id
 * @param region where CloudTrail recorded it, or {@link #NOWHERE}
 * @param time when it happened; of an event that does not say so, when it was handled
 */
public record SeenEvent(String id, Optional<String> account, String region, Instant time) {
  /** Stands for the Region of an event that names none. */
  public static final String NOWHERE = "unknown";

  /** How long an event is remembered: as long as a queue keeps what nobody could handle. */
  public static final Duration RETENTION = Duration.ofDays(14);

  public SeenEvent {
    Objects.requireNonNull(id, "id is null");
    Objects.requireNonNull(account, "account is null");
    Objects.requireNonNull(region, "region is null");
    Objects.requireNonNull(time, "time is null");
  }
}
