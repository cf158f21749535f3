package rolecall.policy;

import java.util.Objects;
import java.util.Optional;

/** Where a policy can be replaced without a deployment. Thread-safe. */
public interface PolicyText {
  /** What messages call it: {@code s3://bucket/key}. */
  String name();

  /**
   * Asks for the policy; never throws for what the place answers.
   *
   * @param knownTag the entity tag of the text that is at hand already
   */
  Fetched fetch(Optional<String> knownTag);

  /** That very version of it, where the place keeps old ones. */
  Fetched fetchVersion(String version);

  /** What became of asking. */
  sealed interface Fetched {
    /**
     * Its text.
     *
     * @param tag the entity tag
     * @param version the version's id, where the place keeps old ones
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares or changes it.
    record Text(byte[] bytes, String tag, Optional<String> version) implements Fetched {
      public Text {
        Objects.requireNonNull(bytes, "bytes is null");
        Objects.requireNonNull(tag, "tag is null");
        Objects.requireNonNull(version, "version is null");
      }
    }

    /** It is still the text with the known tag. */
    record Unchanged() implements Fetched {}

    /**
     * It cannot be had now.
     *
     * @param why in a person's words, with the error code and how to mend it
     */
    record Unreachable(String why) implements Fetched {
      public Unreachable {
        Objects.requireNonNull(why, "why is null");
      }
    }
  }
}
