package rolecall.lineage;

import java.util.List;
import java.util.Objects;

/**
 * The sessions behind one event.
 *
 * @param hops from the event itself back to the oldest record; never empty
 * @param evidence what the records say beside that
 */
public record Chain(List<Hop> hops, Root root, List<Evidence> evidence) {
  public Chain {
    hops = List.copyOf(hops);
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(root, "root is null");
    if (hops.isEmpty()) {
      throw new IllegalArgumentException("a chain has the event that it is of");
    }
  }
}
