package rolecall.monitor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.lineage.Tracer.Traced;
import rolecall.policy.Breach;
import rolecall.record.Facts;
import rolecall.record.TrailRecord;

/**
 * Whose act a record is: the root of its chain of sessions where that is proven, else the caller.
 * For one invocation and one thread.
 */
final class Whose {
  private final Tracing tracing;
  private final CallersCopies callersCopies;
  private final ConsoleSwitches switches;

  Whose(Tracing tracing, CallersCopies callersCopies, ConsoleSwitches switches) {
    this.tracing = tracing;
    this.callersCopies = callersCopies;
    this.switches = switches;
  }

  /**
   * What is known of it.
   *
   * @param actor the same text for whatever one actor did
   * @param named whether the caller's own copy of the call was judged before
   * @param traced empty when tracing failed
   */
  record Doing(String actor, boolean named, Optional<Traced> traced) {
    Doing {
      Objects.requireNonNull(actor, "actor is null");
      Objects.requireNonNull(traced, "traced is null");
    }

    /** Whether the caller's own copy settles a breach, so that it is none. */
    boolean settles(Breach breach) {
      return breach.settledByCallersCopy() && named;
    }
  }

  /** Before a record is judged. */
  void hear(TrailRecord record) {
    tracing.hear(record);
  }

  /** A rule is content with a record: of the caller's own copy, the other copy will ask. */
  void allowed(Facts facts) {
    callersCopies.remember(facts, () -> actor(facts, tracing.atHand(facts.record())));
  }

  /** Whose act broke rules. Nobody is asked for what is only on trial. */
  Doing of(Facts facts, List<Breach> breaches) {
    Optional<String> named = callersCopies.caller(facts);
    boolean alerts =
        breaches.stream()
            .filter(breach -> !(breach.settledByCallersCopy() && named.isPresent()))
            .anyMatch(breach -> !breach.rule().observed());
    TrailRecord record = facts.record();
    Optional<Traced> traced = alerts ? tracing.beforeAlert(record) : tracing.atHand(record);
    String actor =
        root(traced)
            .or(() -> named)
            .or(() -> switches.actor(facts))
            .orElseGet(() -> Actors.actor(facts.caller()));
    callersCopies.remember(facts, () -> actor);
    return new Doing(actor, named.isPresent(), traced);
  }

  /** After its alert, which must not wait for this. */
  void told(Facts facts, Doing doing) {
    switches.remember(facts, doing.actor());
  }

  private static String actor(Facts facts, Optional<Traced> traced) {
    return root(traced).orElseGet(() -> Actors.actor(facts.caller()));
  }

  private static Optional<String> root(Optional<Traced> traced) {
    return traced.flatMap(found -> Actors.root(found.chain()));
  }
}
