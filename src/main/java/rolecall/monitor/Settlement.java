package rolecall.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rolecall.finding.Finding;
import rolecall.finding.KnownFinding;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Told;
import rolecall.policy.Breach;

/**
 * Decides, one suspect after the other in the order of event time, which findings are told: each
 * rule once for an event, and once in a quiet window. Depends on nothing but the records, so that
 * the same bytes give the same output. For one use by one thread.
 */
final class Settlement {
  /** By event time, then event id, then rule id; what has no time that can be read comes last. */
  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.event().time().orElse(Instant.MAX))
          .thenComparing(f -> f.event().id())
          .thenComparing(f -> f.rule().id());

  /** One rule broken by one event. */
  private record Once(String event, String rule) {}

  private final PolicyStamp policy;
  private final Actors actors;
  private final Roots roots;
  private final Events events;
  private final Witness witness;
  private final Set<Once> known = new HashSet<>();
  private final Set<Once> met = new HashSet<>();
  private final Set<Once> sure = new HashSet<>();
  private final QuietWindows windows = new QuietWindows();
  private final List<Telling> told = new ArrayList<>();
  private final List<Telling> onTrial = new ArrayList<>();
  private long alerted;
  private long repeated;
  private long observed;
  private long allowed;

  /**
   * A settlement.
   *
   * @param witness hears whose each suspect is
   */
  Settlement(PolicyStamp policy, Actors actors, Roots roots, Events events, Witness witness) {
    this.policy = policy;
    this.actors = actors;
    this.roots = roots;
    this.events = events;
    this.witness = witness;
  }

  Settled settle(List<Suspect> suspects, Set<KnownFinding> baseline) {
    suspects.forEach(suspect -> recognise(suspect, baseline));
    suspects.forEach(this::noteSure);
    suspects.forEach(this::settle);
    return new Settled(inOrder(told), inOrder(onTrial), alerted, repeated, observed, allowed);
  }

  /** What an earlier scan told of one record of an event, it told of the event. */
  private void recognise(Suspect suspect, Set<KnownFinding> baseline) {
    for (Breach breach : suspect.breaches()) {
      String rule = breach.rule().id();
      KnownFinding it = new KnownFinding(rule, suspect.event().id(), suspect.event().account());
      if (baseline.contains(it)) {
        known.add(new Once(events.eventOf(suspect), rule));
      }
    }
  }

  /** Keeps what records prove that no other copy could settle. */
  private void noteSure(Suspect suspect) {
    suspect.breaches().stream()
        .filter(breach -> !breach.settledByCallersCopy())
        .forEach(breach -> sure.add(once(suspect, breach)));
  }

  /** Whether the caller's own copy of the event was judged, and is content with the rule. */
  private boolean isSettled(Suspect suspect, Breach breach) {
    return breach.settledByCallersCopy()
        && actors.ownCopyJudged(suspect.copy())
        && !sure.contains(once(suspect, breach));
  }

  private void settle(Suspect suspect) {
    String actor = roots.actorOf(suspect);
    witness.settling(suspect.input(), actor);
    boolean isTold = false;
    boolean isRepeated = false;
    boolean isObserved = false;
    for (Breach breach : suspect.breaches()) {
      if (isSettled(suspect, breach)) {
        continue;
      }
      if (breach.rule().observed()) {
        observe(suspect, breach, actor);
        isObserved = true;
      } else if (tell(suspect, breach, actor)) {
        isTold = true;
      } else {
        isRepeated = true;
      }
    }
    count(isTold, isRepeated, isObserved);
  }

  /** The first that holds. */
  private void count(boolean isTold, boolean isRepeated, boolean isObserved) {
    if (isTold) {
      alerted++;
    } else if (isRepeated) {
      repeated++;
    } else if (isObserved) {
      observed++;
    } else {
      allowed++;
    }
  }

  private void observe(Suspect suspect, Breach breach, String actor) {
    if (isNew(suspect, breach)) {
      onTrial.add(new Telling(finding(suspect, breach, actor)));
    }
  }

  /** Whether this very finding is told, rather than one like it. */
  private boolean tell(Suspect suspect, Breach breach, String actor) {
    if (!isNew(suspect, breach)) {
      return false;
    }
    Telling telling = new Telling(finding(suspect, breach, actor));
    if (known.contains(once(suspect, breach))) {
      windows.open(telling);
      return false;
    }
    Optional<Telling> earlier = windows.around(telling.finding());
    if (earlier.isPresent()) {
      earlier.get().repeat();
      return false;
    }
    windows.open(telling);
    told.add(telling);
    return true;
  }

  private boolean isNew(Suspect suspect, Breach breach) {
    return met.add(once(suspect, breach));
  }

  private Once once(Suspect suspect, Breach breach) {
    return new Once(events.eventOf(suspect), breach.rule().id());
  }

  private Finding finding(Suspect suspect, Breach breach, String actor) {
    return suspect.finding(breach, events.eventOf(suspect), actor, policy);
  }

  private static List<Told> inOrder(List<Telling> tellings) {
    return tellings.stream()
        .sorted(Comparator.comparing(Telling::finding, ORDER))
        .map(Telling::told)
        .toList();
  }
}
