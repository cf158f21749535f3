package rolecall.lineage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rolecall.finding.Caller;
import rolecall.record.Issued;

/** Collects what the records of a chain say of who stands behind it. Stateless. */
final class Testimony {
  private Testimony() {}

  /**
   * The oldest record's word first.
   *
   * @param steps from the event back
   */
  static List<Evidence> of(List<Step> steps) {
    List<Evidence> said = new ArrayList<>();
    Set<String> heard = new LinkedHashSet<>();
    for (Step step : steps.reversed()) {
      sourceIdentity(step).filter(e -> heard.add(e.kind() + e.value())).ifPresent(said::add);
      plain(step, "on-behalf-of", step.said().userId())
          .filter(e -> heard.add(e.kind() + e.value()))
          .ifPresent(said::add);
      plain(step, "web-identity-provider", step.said().provider())
          .filter(e -> heard.add(e.kind() + e.value()))
          .ifPresent(said::add);
    }
    return List.copyOf(said);
  }

  private static Optional<Evidence> plain(Step step, String kind, Optional<String> value) {
    return value.map(
        v -> new Evidence(kind, v, step.event().id(), "as the session of " + name(step) + " says"));
  }

  /** It is set once and goes with every session after; so the first that has it tells. */
  private static Optional<Evidence> sourceIdentity(Step step) {
    Optional<String> carried = step.caller().sourceIdentity();
    if (carried.isPresent()) {
      return carried.map(value ->
          evidence(value, step, "the session of " + name(step) + " brought it from before"));
    }
    String how =
        step.namesCaller()
            ? "given by " + name(step) + " in " + step.event().name()
            : "given in " + step.event().name() + " or before, in another account";
    return step.issued().flatMap(Issued::sourceIdentity).map(value -> evidence(value, step, how));
  }

  private static Evidence evidence(String value, Step step, String how) {
    return new Evidence("source-identity", value, step.event().id(), how);
  }

  private static String name(Step step) {
    Caller who = step.who();
    return who.name().or(who::arn).orElse("somebody unnamed") + " (" + who.kind() + ")";
  }
}
