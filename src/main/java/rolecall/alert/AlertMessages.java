package rolecall.alert;

import java.util.Objects;
import java.util.Optional;

/**
 * Writes alerts for a topic: readable text for people, one line for telephones, a detection finding
 * for machines. Stateless and thread-safe.
 *
 * @param version Rolecall's own, when known
 * @param chat whether subscribers of {@code https} receive the schema of Amazon Q Developer in chat
 *     applications instead of a detection finding
 */
public record AlertMessages(Optional<String> version, boolean chat) {
  /** What SNS takes: message and attributes together, in bytes of UTF-8. */
  public static final int MOST_BYTES = 262_144;

  public AlertMessages {
    Objects.requireNonNull(version, "version is null");
  }

  /** The message; what is too large for SNS is shortened in steps, and says so. */
  public AlertMessage of(Announcement announcement) {
    throw new UnsupportedOperationException();
  }

  /** The least that still tells the event: for when SNS refuses the message as it is. */
  public AlertMessage least(Announcement announcement) {
    throw new UnsupportedOperationException();
  }
}
