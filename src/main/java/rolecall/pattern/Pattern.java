package rolecall.pattern;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import rolecall.record.Json;
import rolecall.source.Node;
import rolecall.source.Problems;

/** A compiled event pattern. Immutable and thread-safe. */
public final class Pattern {
  private Pattern() {}

  /** Compiles what stands in a policy; empty when {@code problems} got an error. */
  public static Optional<Pattern> compile(Node node, Lists lists, Problems problems) {
    return Optional.empty();
  }

  /** Whether the document matches. */
  public Truth test(Json.Obj document, Unknowns unknowns) {
    return Truth.NO;
  }

  /** Every dotted path that the pattern reads. */
  public Set<String> paths() {
    return Set.of();
  }

  /** Every clause with what stood there, in the order written. */
  public List<Clause> explain(Json.Obj document, Unknowns unknowns) {
    return List.of();
  }
}
