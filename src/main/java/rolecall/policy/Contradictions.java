package rolecall.policy;

import java.util.List;
import java.util.Set;
import rolecall.pattern.Pattern;
import rolecall.source.Position;
import rolecall.source.Problems;

/** Finds patterns of one rule that cannot stand beside one another. */
final class Contradictions {
  /** Fields that never hold a list. */
  private static final Set<String> SINGLE =
      Set.of(
          "eventName",
          "eventSource",
          "awsRegion",
          "recipientAccountId",
          "readOnly",
          "outcome",
          "assumption",
          "crossAccount",
          "omitted",
          "late",
          "grant.match",
          "grant.chain",
          "grant.overLimit",
          "trust.anyone",
          "grants.chime",
          "grants.tagScoped",
          "chime.api",
          "chime.writes",
          "chime.routine",
          "chime.retired");

  private Contradictions() {}

  /** Notes an excuse that leaves nothing of {@code when}, and one that never meets it. */
  static void noteUnless(Pattern when, Pattern unless, Position at, Problems problems) {
    if (when.implies(unless)) {
      problems.error(
          at,
          "This 'unless' holds whenever the rule's 'when' does.",
          "The rule could never fire, and looks like cover all the same.",
          "Narrow the 'unless', or write mode: off.");
    } else if (when.excludes(unless, Contradictions::isSingle)) {
      problems.warning(
          at,
          "This 'unless' never holds where the rule's 'when' does.",
          "It excuses nothing, though somebody meant it to.",
          "Remove it, or compare its values with those of 'when'.");
    }
  }

  /** Notes a graver severity that no event can have. */
  static void noteEscalation(
      Pattern when, List<Pattern> unless, Pattern graver, Position at, Problems problems) {
    boolean excused = unless.stream().anyMatch(graver::implies);
    if (excused || when.excludes(graver, Contradictions::isSingle)) {
      problems.warning(
          at,
          "This graver severity can never come about.",
          excused
              ? "An 'unless' excuses whatever its pattern matches."
              : "Its pattern never matches where the rule's 'when' does.",
          "Remove it, or compare its values with those of the rule.");
    }
  }

  private static boolean isSingle(String path) {
    return SINGLE.contains(path)
        || (path.startsWith("caller.") && !path.equals("caller.identities"))
        || path.startsWith("role.");
  }
}
