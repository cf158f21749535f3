package rolecall.lineage;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.record.CallerFacts;
import rolecall.record.CallerKind;
import rolecall.record.Issued;
import rolecall.record.Outcome;
import rolecall.record.TrailRecord;

/**
 * As much of a record as a chain needs: for whoever traces it when the record itself is gone.
 *
 * @param originalId the event that this is a later delivery of; else its own id
 * @param shared the id that both copies of a cross-account assumption carry; of STS alone
 * @param issued what keys it gave out
 * @param said what the session context says of who stands behind
 */
public record Step(
    Event event,
    String originalId,
    Optional<String> shared,
    CallerFacts caller,
    Optional<Issued> issued,
    Said said) {
  /** By time, then by everything else, so that nothing depends on the order of the records. */
  static final Comparator<Step> ORDER =
      Comparator.comparing((Step step) -> step.event().time().orElse(Instant.MIN))
          .thenComparing(step -> step.event().id())
          .thenComparing(step -> step.event().account().orElse(""))
          .thenComparing(Step::toString);

  public Step {
    Objects.requireNonNull(event, "event is null");
    Objects.requireNonNull(originalId, "originalId is null");
    Objects.requireNonNull(shared, "shared is null");
    Objects.requireNonNull(caller, "caller is null");
    Objects.requireNonNull(issued, "issued is null");
    Objects.requireNonNull(said, "said is null");
  }

  /** What the record says. */
  public static Step of(TrailRecord record) {
    return new Step(
        new Event(
            record.eventId(),
            record.eventName(),
            record.eventSource(),
            record.eventTime(),
            record.recipientAccountId(),
            record.awsRegion(),
            Outcome.of(record).word()),
        record.originalEventId(),
        record.service().equals("sts") ? record.sharedEventId() : Optional.empty(),
        CallerFacts.of(record),
        Issued.of(record),
        Said.of(record.userIdentity()));
  }

  /** Whether some other record may lead here. */
  boolean leadsOn() {
    return issued.filter(i -> !i.keys().isEmpty() || shared.isPresent()).isPresent();
  }

  /** The call that this is a copy or a later delivery of. */
  String call() {
    return shared.orElseGet(() -> originalId + "@" + event.account().orElse(""));
  }

  /** Whether it is the copy that tells who called, not only from which account. */
  boolean namesCaller() {
    return caller.kind() != CallerKind.AWS_ACCOUNT;
  }

  /** Who called, as findings name it. */
  public Caller who() {
    return new Caller(caller.kind().word(), caller.arn(), caller.account(), caller.name());
  }
}
