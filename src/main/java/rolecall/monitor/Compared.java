package rolecall.monitor;

import java.util.Objects;
import rolecall.policy.Verdict;

/** What became of a record that CloudTrail has. */
public sealed interface Compared {
  /** The monitor is not meant to meet it. */
  record NotExpected() implements Compared {}

  /** It was handled. */
  record Handled() implements Compared {}

  /**
   * It was never handled.
   *
   * @param verdict of the policy on it
   */
  record Missed(Verdict verdict) implements Compared {
    public Missed {
      Objects.requireNonNull(verdict, "verdict is null");
    }
  }

  /**
   * Whether it was handled is not known.
   *
   * @param why in a person's words, with how to mend it
   */
  record Unchecked(String why) implements Compared {
    public Unchecked {
      Objects.requireNonNull(why, "why is null");
    }
  }
}
