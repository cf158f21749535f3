package rolecall.monitor;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import rolecall.record.TrailRecord;

/** An event that CloudTrail has, the monitor never handled, and no rule minds. */
public record MissedEvent(
    String id,
    String name,
    String source,
    Optional<Instant> time,
    Optional<String> account,
    Optional<String> region) {
  /** By time; what has none that can be read comes last. */
  static final Comparator<MissedEvent> ORDER =
      Comparator.comparing((MissedEvent event) -> event.time().orElse(Instant.MAX))
          .thenComparing(MissedEvent::id)
          .thenComparing(event -> event.account().orElse(""));

  public MissedEvent {
    Objects.requireNonNull(id, "id is null");
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(source, "source is null");
    Objects.requireNonNull(time, "time is null");
    Objects.requireNonNull(account, "account is null");
    Objects.requireNonNull(region, "region is null");
  }

  /** As policies name it: {@code iam:CreateRole}. */
  public String shortName() {
    return TrailRecord.serviceOf(source) + ":" + name;
  }

  static MissedEvent of(TrailRecord record) {
    return new MissedEvent(
        record.eventId(),
        record.eventName(),
        record.eventSource(),
        record.eventTime(),
        record.recipientAccountId(),
        record.awsRegion());
  }
}
