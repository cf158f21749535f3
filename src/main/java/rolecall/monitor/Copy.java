package rolecall.monitor;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import rolecall.lineage.Step;
import rolecall.record.TrailRecord;

/**
 * By which names a record says what event it is a copy of. Event ids are told apart by account:
 * nothing promises that they are unique across accounts.
 *
 * @param id the record's own id
 * @param originalId the id of the event that this record corrects or brings late; else {@code id}
 * @param account the account whose copy this is
 * @param shared the id that both copies of a cross-account assumption share. CloudTrail writes one
 *     on calls of AWS services within one account as well, which joins nothing wrongly
 */
record Copy(String id, String originalId, Optional<String> account, Optional<String> shared) {
  Copy {
    Objects.requireNonNull(id, "id is null");
    Objects.requireNonNull(originalId, "originalId is null");
    Objects.requireNonNull(account, "account is null");
    Objects.requireNonNull(shared, "shared is null");
  }

  static Copy of(TrailRecord record) {
    return new Copy(
        record.eventId(),
        record.originalEventId(),
        record.recipientAccountId(),
        record.service().equals("sts") ? record.sharedEventId() : Optional.empty());
  }

  static Copy of(Step step) {
    return new Copy(step.event().id(), step.originalId(), step.event().account(), step.shared());
  }

  /** The name that says most: every copy and delivery of the event has it. */
  String event() {
    return shared.orElseGet(() -> inAccount(originalId));
  }

  /** The names beside {@link #event} under which other records may know the event. */
  Stream<String> otherNames() {
    if (shared.isEmpty() && originalId.equals(id)) {
      return Stream.empty();
    }
    return Stream.of(inAccount(originalId), inAccount(id));
  }

  private String inAccount(String eventId) {
    return eventId + "@" + account.orElse("");
  }
}
