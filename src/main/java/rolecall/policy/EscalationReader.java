package rolecall.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import rolecall.finding.BrokenRule;
import rolecall.finding.Severity;
import rolecall.source.Node;

/** Reads a rule's key {@code escalate}: a map from severities to patterns. */
final class EscalationReader {
  private EscalationReader() {}

  /**
   * @param about the rule with its own severity, which is never lowered
   * @return the gravest first
   */
  static List<Escalation> read(Fields rule, BrokenRule about, Patterns patterns) {
    Optional<Fields> written =
        rule.node("escalate")
            .flatMap(node ->
                Fields.of(
                    node,
                    "the graver severities of a rule",
                    new HashSet<>(Severity.words()),
                    patterns.problems()));
    if (written.isEmpty()) {
      return List.of();
    }
    List<Escalation> escalations = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      Optional<Node> pattern = written.get().node(severity.word());
      if (pattern.isPresent() && about.severity().atLeast(severity)) {
        refuse(written.get(), severity, about.severity(), patterns);
      }
      pattern
          .flatMap(patterns::read)
          .ifPresent(when -> escalations.add(new Escalation(about.as(severity), when)));
    }
    escalations.sort(Comparator.comparing((Escalation e) -> e.about().severity()).reversed());
    return escalations;
  }

  private static void refuse(Fields written, Severity severity, Severity own, Patterns patterns) {
    patterns
        .problems()
        .error(
            written.position(severity.word()),
            "'" + severity.word() + "' is no graver than the rule, which is '" + own.word() + "'.",
            "A rule's severity is raised and never lowered, so this would have no effect.",
            "Name a graver severity, or give the rule a milder one to begin with.");
  }
}
