package rolecall.lineage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.record.CallerFacts;

/**
 * The sessions behind one event.
 *
 * @param hops from the event itself back to the oldest record; never empty
 * @param evidence what the records say beside that
 * @param actor whoever did it, for telling acts of one actor from those of another: the proven
 *     root; where that is an AWS service, which acts for many, the session that it began; empty
 *     where the root is not proven
 */
public record Chain(
    List<Hop> hops, Root root, List<Evidence> evidence, Optional<CallerFacts> actor) {
  public Chain {
    hops = List.copyOf(hops);
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(root, "root is null");
    Objects.requireNonNull(actor, "actor is null");
    if (hops.isEmpty()) {
      throw new IllegalArgumentException("a chain has the event that it is of");
    }
  }
}
