package rolecall.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rolecall.lineage.Lineage;
import rolecall.lineage.Step;
import rolecall.policy.Breach;
import rolecall.record.Issued;
import rolecall.record.TrailRecord;

/**
 * Who switched roles in the console. Such a record names whoever did by ARN, and no key that would
 * lead to the root; the {@code AssumeRole} beside it, which is the same act, has one. A session's
 * ARN ends with a name that more than one person may use: so the root is only taken over where all
 * that can be the one beside lead to one root. For one thread.
 */
final class Switches {
  private final Lineage lineage;

  /** {@code AssumeRole} calls by the ARN of who called, of those who switched as well. */
  private final Map<String, List<Step>> taken = new HashMap<>();

  private final Map<Step, Optional<String>> roots = new HashMap<>();

  Switches(Lineage lineage, List<Suspect> suspects) {
    this.lineage = lineage;
    suspects.stream()
        .map(Suspect::step)
        .filter(Switches::isSwitch)
        .flatMap(step -> step.caller().arn().stream())
        .forEach(arn -> taken.computeIfAbsent(arn, _ -> new ArrayList<>()));
    if (!taken.isEmpty()) {
      lineage.gathered().forEach(this::put);
    }
  }

  private void put(Step step) {
    step.caller()
        .arn()
        .filter(_ -> step.event().name().equals("AssumeRole"))
        .map(taken::get)
        .ifPresent(calls -> calls.add(step));
  }

  private static boolean isSwitch(Step step) {
    return step.event().name().equals("SwitchRole")
        && TrailRecord.serviceOf(step.event().source()).equals("signin");
  }

  /** The root of a switch, as the calls beside it prove it. */
  Optional<String> rootOf(Suspect suspect) {
    Step step = suspect.step();
    if (!isSwitch(step) || lineage.losses().isPresent()) {
      return Optional.empty();
    }
    Duration quiet =
        suspect.breaches().stream()
            .map(Breach::quiet)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    List<Optional<String>> beside =
        step.caller().arn().map(taken::get).orElse(List.of()).stream()
            .filter(call -> isWithin(quiet, call, step) && mayTakeSameRole(call, step))
            .map(this::root)
            .distinct()
            .toList();
    return beside.size() == 1 ? beside.getFirst() : Optional.empty();
  }

  private Optional<String> root(Step call) {
    return roots.computeIfAbsent(call, _ -> Actors.root(lineage.trace(call)));
  }

  private static boolean isWithin(Duration quiet, Step call, Step step) {
    Optional<Instant> one = call.event().time();
    Optional<Instant> other = step.event().time();
    return one.isPresent()
        && other.isPresent()
        && Duration.between(one.get(), other.get()).abs().compareTo(quiet) < 0;
  }

  /** By the roles' ids, which nobody can choose; where one is not told, it may be the same. */
  private static boolean mayTakeSameRole(Step call, Step step) {
    Optional<String> one = roleId(call);
    Optional<String> other = roleId(step);
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /** {@code AROAEXAMPLE} of the session {@code AROAEXAMPLE:dana}. */
  private static Optional<String> roleId(Step step) {
    return step.issued().flatMap(Issued::to).map(session -> session.split(":", 2)[0]);
  }
}
