package rolecall.source;

import java.util.Objects;

/**
 * One thing that is wrong with a text.
 *
 * @param severity whether the text may be used all the same
 * @param at the place a person must look at
 * @param what what is wrong, as one sentence with its full stop
 * @param why what would happen if it stayed, as one sentence
 * @param fix what to write instead, as an imperative sentence
 */
public record Problem(Severity severity, Position at, String what, String why, String fix) {
  /** Whether a text with this problem may be used. */
  public enum Severity {
    /** The text is refused. */
    ERROR,
    /** The text is used; a person should look. */
    WARNING
  }

  public Problem {
    Objects.requireNonNull(severity, "severity is null");
    Objects.requireNonNull(at, "at is null");
    Objects.requireNonNull(what, "what is null");
    Objects.requireNonNull(why, "why is null");
    Objects.requireNonNull(fix, "fix is null");
  }
}
