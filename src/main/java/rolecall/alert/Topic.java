package rolecall.alert;

import java.util.Objects;

/** Where alerts go. Thread-safe. */
public interface Topic {
  /** Publishes one message; never throws for what the topic answers. */
  Published publish(AlertMessage message);

  /** What became of a message. */
  sealed interface Published {
    /**
     * The topic has it.
     *
     * @param messageId the topic's own id for it
     */
    record Sent(String messageId) implements Published {
      public Sent {
        Objects.requireNonNull(messageId, "messageId is null");
      }
    }

    /**
     * It may be out or not, and may go out later: throttled, unreachable, a fault of AWS, missing
     * permission, a topic or key that is not there (somebody may mend that).
     *
     * @param why in a person's words, with the error code and how to mend it
     */
    record NotSent(String why) implements Published {
      public NotSent {
        Objects.requireNonNull(why, "why is null");
      }
    }

    /**
     * The topic will never take this message: it is too large or malformed, a fault of ours.
     *
     * @param why in a person's words, with the error code
     */
    record Unacceptable(String why) implements Published {
      public Unacceptable {
        Objects.requireNonNull(why, "why is null");
      }
    }
  }
}
