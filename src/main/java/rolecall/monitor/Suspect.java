package rolecall.monitor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.finding.Act;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Role;
import rolecall.lineage.Step;
import rolecall.policy.Breach;
import rolecall.policy.Happening;
import rolecall.record.Facts;

/**
 * A record that breaks rules: as much of it as a finding and a chain need, so that the record
 * itself can go.
 *
 * @param breaches in the order of the policy's rules
 * @param inputNumber the place of its input among all inputs, from 0
 */
record Suspect(
    Step step, Optional<Role> role, List<Breach> breaches, Input input, long inputNumber) {
  private static final Comparator<Optional<Instant>> LAST_WHEN_UNKNOWN =
      Comparator.comparing(time -> time.orElse(Instant.MAX));

  /**
   * By event time, then event id; what has no time that can be read comes last. Of equal ones the
   * first by the input's name, so that the order in which inputs are named changes nothing.
   */
  static final Comparator<Suspect> ORDER =
      Comparator.comparing((Suspect s) -> s.event().time(), LAST_WHEN_UNKNOWN)
          .thenComparing(s -> s.event().id())
          .thenComparing(s -> s.input().file())
          .thenComparingLong(s -> s.input().record())
          .thenComparingLong(Suspect::inputNumber);

  Suspect {
    Objects.requireNonNull(step, "step is null");
    Objects.requireNonNull(role, "role is null");
    Objects.requireNonNull(input, "input is null");
    breaches = List.copyOf(breaches);
  }

  static Suspect of(Facts facts, List<Breach> breaches, Input input, long inputNumber) {
    return new Suspect(
        Step.of(facts.record()), Happening.of(facts).role(), breaches, input, inputNumber);
  }

  Copy copy() {
    return Copy.of(step);
  }

  Event event() {
    return step.event();
  }

  /** Who did it, as far as this record alone tells. */
  String actor() {
    return Actors.actor(step.caller());
  }

  /** One of the breaches as a finding, once it is known of which event and by whom. */
  Finding finding(Breach breach, String ofEvent, String byActor, PolicyStamp policy) {
    return new Finding(
        breach.rule(),
        breach.reason(),
        event(),
        step.who(),
        role,
        policy,
        input,
        new Act(ofEvent, byActor, breach.target(), breach.quiet()));
  }
}
