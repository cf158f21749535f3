package rolecall.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rolecall.finding.Act;
import rolecall.finding.BrokenRule;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.Role;
import rolecall.finding.Told;
import rolecall.json.Json;
import rolecall.lineage.Chain;

/** An alert with as much left out as a step of shortening asks for. Stateless. */
final class Clipped {
  /** So many rules can be named in any message; no policy that people wrote breaks more at once. */
  static final int MOST_RULES = 80;

  /** What the reasons of all rules together may have of the least message, in characters. */
  private static final int LEAST_REASONS = 2000;

  private static final int MOST_EXPLANATION_LINES = 5;

  private static final String CUT = " ... (cut)";

  private Clipped() {}

  static Announcement to(Shortening step, Announcement whole) {
    Map<String, List<String>> explanations =
        switch (step) {
          case NONE, EVIDENCE_SHORTENED, EVIDENCE_REDUCED -> whole.explanations();
          case EXPLANATIONS_CUT -> firstLines(whole.explanations());
          case LEAST -> Map.of();
        };
    return new Announcement(
        new Alert(findings(step, whole.alert()), evidence(step, whole.alert())),
        whole.at(),
        explanations,
        whole.remarks(),
        whole.chain().map(chain -> chain(step, chain)));
  }

  private static Chain chain(Shortening step, Chain chain) {
    return switch (step) {
      case NONE, EVIDENCE_SHORTENED -> chain;
      case EVIDENCE_REDUCED, EXPLANATIONS_CUT ->
          new Retold(name -> cut(name, 128), words -> cut(words, 250)).of(chain);
      case LEAST ->
          new Retold(name -> cut(name, 64), words -> cut(words, 200)).of(withoutWay(chain));
    };
  }

  /** Only the event and who stands behind it; hops between the two would read as neighbours. */
  private static Chain withoutWay(Chain chain) {
    return new Chain(chain.hops().subList(0, 1), chain.root(), List.of(), Optional.empty());
  }

  private static Map<Input, Json.Obj> evidence(Shortening step, Alert alert) {
    int most = step.mostOfRecords() / Math.max(1, alert.evidence().size());
    return alert.evidence().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    switch (step) {
                      case NONE -> entry.getValue();
                      case EVIDENCE_SHORTENED ->
                          ShortRecord.withoutLargeMembers(entry.getValue(), most);
                      case EVIDENCE_REDUCED, EXPLANATIONS_CUT, LEAST ->
                          ShortRecord.identity(entry.getValue(), most);
                    }));
  }

  private static List<Told> findings(Shortening step, Alert alert) {
    return switch (step) {
      case NONE, EVIDENCE_SHORTENED -> alert.findings();
      case EVIDENCE_REDUCED, EXPLANATIONS_CUT ->
          alert.findings().stream()
              .map(told -> cut(told, told.finding().rule(), 1000, 256))
              .toList();
      case LEAST -> least(alert);
    };
  }

  private static List<Told> least(Alert alert) {
    int named = Math.min(MOST_RULES, alert.findings().size());
    return alert.findings().stream()
        .limit(named)
        .map(told ->
            cut(
                told,
                least(told.finding().rule(), told.equals(alert.gravest())),
                Math.min(200, LEAST_REASONS / named),
                128))
        .toList();
  }

  private static BrokenRule least(BrokenRule rule, boolean isGravest) {
    return new BrokenRule(
        rule.id(),
        cut(rule.title(), isGravest ? 200 : 60),
        rule.severity(),
        rule.category(),
        "",
        isGravest
            ? rule.runbook().stream().limit(1).map(step -> cut(step, 300)).toList()
            : List.of(),
        isGravest ? rule.attack().stream().limit(5).toList() : List.of(),
        rule.place(),
        rule.observed());
  }

  private static Told cut(Told told, BrokenRule rule, int reason, int name) {
    Finding finding = told.finding();
    Event event = finding.event();
    Caller caller = finding.caller();
    return new Told(
        new Finding(
            rule,
            cut(finding.reason(), reason),
            new Event(
                cut(event.id(), name),
                cut(event.name(), name),
                cut(event.source(), name),
                event.time(),
                cut(event.account(), 64),
                cut(event.region(), 64),
                event.outcome()),
            new Caller(
                caller.kind(),
                cut(caller.arn(), 2 * name),
                cut(caller.account(), 64),
                cut(caller.name(), name)),
            finding
                .role()
                .map(role ->
                    new Role(
                        cut(role.arn(), 2 * name),
                        cut(role.name(), name),
                        cut(role.account(), 64))),
            finding.policy(),
            finding.input(),
            new Act(
                cut(finding.act().event(), name),
                cut(finding.act().actor(), name),
                cut(finding.act().target(), name),
                finding.act().quiet())),
        told.repeats());
  }

  private static Map<String, List<String>> firstLines(Map<String, List<String>> explanations) {
    Map<String, List<String>> first = new LinkedHashMap<>();
    explanations.forEach((rule, lines) ->
        first.put(
            rule,
            lines.stream().limit(MOST_EXPLANATION_LINES).map(line -> cut(line, 200)).toList()));
    return first;
  }

  private static Optional<String> cut(Optional<String> text, int most) {
    return text.map(all -> cut(all, most));
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + CUT;
  }
}
