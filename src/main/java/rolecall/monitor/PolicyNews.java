package rolecall.monitor;

import java.util.Objects;
import java.util.Optional;
import rolecall.finding.PolicyStamp;

/** What became of asking whether the policy is still the same. */
public sealed interface PolicyNews {
  /** Nobody was asked: the last time is not long ago, or the policy cannot be replaced. */
  record NotDue() implements PolicyNews {}

  /** It is still the policy that judges. */
  record Unchanged() implements PolicyNews {}

  /**
   * Another policy judges from now on.
   *
   * @param notNoted why the store could not be told that this version is good, when it could not;
   *     it is told again later
   */
  record Loaded(PolicyStamp stamp, Optional<String> notNoted) implements PolicyNews {
    public Loaded {
      Objects.requireNonNull(stamp, "stamp is null");
      Objects.requireNonNull(notNoted, "notNoted is null");
    }
  }

  /**
   * The text is no policy that may be used, so the last good one judges on. It is told every time
   * that the text is asked for, until it is mended.
   *
   * @param text where it is: {@code s3://bucket/key}
   * @param tag which text it is; one alert for each suffices
   * @param errors how many it has, at least one
   * @param first the first of them as people read them, without secrets
   * @param isNew whether this watch has not told of that tag just before
   */
  record Rejected(String text, String tag, int errors, String first, boolean isNew)
      implements PolicyNews {
    public Rejected {
      Objects.requireNonNull(text, "text is null");
      Objects.requireNonNull(tag, "tag is null");
      Objects.requireNonNull(first, "first is null");
    }
  }

  /**
   * Nobody knows whether it is still the same; the last good one judges on.
   *
   * @param why in a person's words, with the error code and how to mend it
   */
  record Unreachable(String why) implements PolicyNews {
    public Unreachable {
      Objects.requireNonNull(why, "why is null");
    }
  }
}
