package rolecall.monitor;

import java.util.List;
import java.util.Objects;
import rolecall.lineage.Lineage;

/**
 * Who did what, once everything is read: the root of the lineage where that is proven, else the
 * caller. For one thread.
 */
final class Roots {
  private final Lineage lineage;
  private final Actors actors;
  private final Switches switches;

  Roots(Lineage lineage, Actors actors, List<Suspect> suspects) {
    this.lineage = Objects.requireNonNull(lineage, "lineage is null");
    this.actors = Objects.requireNonNull(actors, "actors is null");
    this.switches = new Switches(lineage, suspects);
  }

  /** The same text for whatever one actor did, another for what another one did. */
  String actorOf(Suspect suspect) {
    return Actors.root(lineage.trace(suspect.step()))
        .or(() -> switches.rootOf(suspect))
        .orElseGet(() -> actors.callerOf(suspect));
  }
}
