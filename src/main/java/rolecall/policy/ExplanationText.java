package rolecall.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Role;

/** An explanation as people read it. */
final class ExplanationText {
  private static final int WIDEST_WORD = Explanation.Held.NOT_HELD.word().length();

  private ExplanationText() {}

  static List<String> lines(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(head(explanation.happening()));
    lines.add("Verdict: " + explanation.verdict() + ".");
    explanation.rules().forEach(rule -> addRule(rule, lines));
    explanation.grants().forEach(grant -> addGrant(grant, lines));
    return lines;
  }

  /** Who did what to which role, when, where, and how it ended. */
  private static String head(Happening happening) {
    Event event = happening.event();
    return "%s called %s of %s%s%s%s: %s."
        .formatted(
            who(happening.caller()),
            event.name(),
            event.source(),
            happening.role().map(ExplanationText::role).orElse(""),
            event.time().map(time -> " at " + time).orElse(" at an unknown time"),
            where(event),
            event.outcome());
  }

  private static String who(Caller caller) {
    Optional<String> name = caller.name().or(caller::arn).or(caller::account);
    return name.orElse("Somebody")
        + " ("
        + caller.kind()
        + caller
            .arn()
            .filter(arn -> name.filter(arn::equals).isEmpty())
            .map(a -> ", " + a)
            .orElse("")
        + ")";
  }

  private static String role(Role role) {
    return " on the role "
        + role.name()
        + role.account().map(account -> " of account " + account).orElse("");
  }

  private static String where(Event event) {
    return event.account().map(account -> ", recorded in account " + account).orElse("")
        + event.region().map(region -> ", " + region).orElse("");
  }

  private static void addRule(Explanation.OfRule rule, List<String> lines) {
    lines.add("");
    lines.add(
        "rule %s (%s%s) %s%s"
            .formatted(
                rule.about().id(),
                rule.about().severity().word(),
                rule.about().observed() ? ", on trial" : "",
                rule.word(),
                rule.reason().map(reason -> ": " + reason).orElse(".")));
    addParts(rule, lines);
  }

  /** What held, what excused nothing, and the grants where the rule asks for them. */
  static List<String> lines(Explanation.OfRule rule, List<Explanation.OfGrant> grants) {
    List<String> lines = new ArrayList<>();
    rule.parts().forEach(part -> addDecisive(part, lines));
    boolean asksGrants =
        rule.parts().stream()
            .flatMap(part -> part.clauses().stream())
            .anyMatch(clause -> clause.path().startsWith("grant"));
    if (asksGrants) {
      grants.forEach(grant -> lines.add(grant.name() + ": " + grant.why()));
    }
    return lines;
  }

  private static void addDecisive(Explanation.Part part, List<String> lines) {
    String words = DecidingClauses.words(part, part.held());
    if (!part.name().equals("when")) {
      lines.add(part.name() + " " + part.held().word() + (words.isEmpty() ? "" : ": " + words));
      return;
    }
    part.clauses().stream()
        .filter(clause -> clause.held() != Explanation.Held.NOT_HELD)
        .map(Explanation.Clause::words)
        .forEach(lines::add);
  }

  private static void addParts(Explanation.OfRule rule, List<String> lines) {
    for (Explanation.Part part : rule.parts()) {
      lines.add("  " + part.name() + ": " + part.held().word());
      part.clauses().forEach(clause -> lines.add(value(clause.held().word(), clause.words())));
    }
  }

  private static void addGrant(Explanation.OfGrant grant, List<String> lines) {
    lines.add("");
    lines.add("grant %s %s.".formatted(grant.name(), grant.word()));
    grant.terms().forEach(term -> lines.add(value(term.kept() ? "kept" : "broken", term.words())));
  }

  private static String value(String word, String words) {
    return "    " + word + " ".repeat(WIDEST_WORD - word.length()) + "  " + words;
  }
}
