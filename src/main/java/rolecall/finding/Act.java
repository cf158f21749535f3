package rolecall.finding;

import java.time.Duration;
import java.util.Objects;

/**
 * What makes two findings of one rule the same.
 *
 * @param event equal for every delivery and copy of one event: its id and account, or the id that
 *     both copies of a cross-account call share
 * @param actor who did it: whoever stands behind the session where that is known, else the caller,
 *     of whom another session name is another actor
 * @param target what it was done to
 * @param quiet how long, in event time, a further such act is only counted; zero for never
 */
public record Act(String event, String actor, String target, Duration quiet) {
  public Act {
    Objects.requireNonNull(event, "event is null");
    Objects.requireNonNull(actor, "actor is null");
    Objects.requireNonNull(target, "target is null");
    Objects.requireNonNull(quiet, "quiet is null");
  }
}
