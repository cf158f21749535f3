package rolecall.lineage;

import java.util.Objects;
import rolecall.finding.Caller;
import rolecall.finding.Event;

/**
 * One link of a chain: who called, by which record, and what ties it to the link before.
 *
 * @param event the record that tells; of what a record only states, that record
 * @param caller who called, or who is named
 * @param by what both sides have: a key's id, a shared event id, an ARN; empty for the event itself
 */
public record Hop(Event event, Caller caller, Join join, String by) {
  public Hop {
    Objects.requireNonNull(event, "event is null");
    Objects.requireNonNull(caller, "caller is null");
    Objects.requireNonNull(join, "join is null");
    Objects.requireNonNull(by, "by is null");
  }

  /** How sure the tie to the link before is. */
  public Certainty certainty() {
    return join.certainty();
  }
}
