package rolecall.monitor;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import rolecall.record.TrailRecord;

/**
 * By which names a record says what event it is a copy of. Event ids are told apart by account:
 * nothing promises that they are unique across accounts.
 *
 * @param own the record's own id and account
 * @param original the id of the event that this record corrects or brings late, and the account;
 *     else {@code own}
 * @param shared the id that both copies of a cross-account assumption share. CloudTrail writes one
 *     on calls of AWS services within one account as well, which joins nothing wrongly
 */
record Copy(String own, String original, Optional<String> shared) {
  Copy {
    Objects.requireNonNull(own, "own is null");
    Objects.requireNonNull(original, "original is null");
    Objects.requireNonNull(shared, "shared is null");
  }

  static Copy of(TrailRecord record) {
    String account = "@" + record.recipientAccountId().orElse("");
    String id = record.eventId();
    String originalId = record.originalEventId();
    String own = id + account;
    return new Copy(
        own,
        originalId.equals(id) ? own : originalId + account,
        record.service().equals("sts") ? record.sharedEventId() : Optional.empty());
  }

  /** The name that says most: every copy and delivery of the event has it. */
  String event() {
    return shared.orElse(original);
  }

  /** All names, the one that says most first. */
  Stream<String> names() {
    return Stream.concat(shared.stream(), Stream.of(original, own));
  }
}
