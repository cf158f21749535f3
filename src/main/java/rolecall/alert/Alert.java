package rolecall.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rolecall.finding.BrokenRule;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.Told;
import rolecall.json.Json;

/**
 * What is told of one event in one message.
 *
 * @param findings at least one, the gravest first; of equally grave ones the first in the policy
 * @param evidence the records that the findings stand on, without secrets, by where they stood; may
 *     lack some or all. A cross-account assumption has two
 */
public record Alert(List<Told> findings, Map<Input, Json.Obj> evidence) {
  private static final Comparator<Told> GRAVEST_FIRST =
      Comparator.comparing((Told told) -> rule(told).severity())
          .reversed()
          .thenComparingInt(told -> rule(told).place())
          .thenComparing(told -> rule(told).id());

  /** One event, told or only observed. */
  private record Kind(String event, boolean observed) {}

  public Alert {
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("an alert tells at least one finding");
    }
    findings = findings.stream().sorted(GRAVEST_FIRST).toList();
    evidence = Map.copyOf(evidence);
  }

  /**
   * Puts the findings of each event together, in the order of their first ones. What a rule on
   * trial found is no alert, and stays apart from what is told of the same event.
   */
  public static List<List<Told>> byEvent(Collection<Told> findings) {
    Map<Kind, List<Told>> byEvent = new LinkedHashMap<>();
    for (Told told : findings) {
      Kind kind = new Kind(told.finding().act().event(), rule(told).observed());
      byEvent.computeIfAbsent(kind, _ -> new ArrayList<>()).add(told);
    }
    return List.copyOf(byEvent.values());
  }

  /** The finding that gives the alert its severity and title. */
  public Told gravest() {
    return findings.getFirst();
  }

  /**
   * The same for every delivery of the event; what rules on trial found of it has one of its own.
   */
  String uid() {
    Finding gravest = gravest().finding();
    return gravest.act().event() + (gravest.rule().observed() ? "/observed" : "");
  }

  /** One finding for each record that is concerned: the gravest that stands on it. */
  List<Finding> byRecord() {
    Map<Input, Finding> first = new LinkedHashMap<>();
    findings.forEach(told -> first.putIfAbsent(told.finding().input(), told.finding()));
    return List.copyOf(first.values());
  }

  Optional<Json.Obj> recordOf(Finding finding) {
    return Optional.ofNullable(evidence.get(finding.input()));
  }

  private static BrokenRule rule(Told told) {
    return Objects.requireNonNull(told, "told is null").finding().rule();
  }
}
