package rolecall.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rolecall.pattern.Pattern;
import rolecall.source.DidYouMean;
import rolecall.source.Node;
import rolecall.source.Problems;

/**
 * Reads the section {@code exceptions}.
 *
 * @param ids the ids of the policy's rules, those in mode {@code off} included
 */
record RuleExceptionReader(Patterns patterns, Set<String> ids, Problems problems) {
  private static final Set<String> KEYS =
      Set.of("name", "owner", "reason", "expires", "rules", "when");

  RuleExceptions read(List<Node> section) {
    List<RuleException> exceptions = new ArrayList<>();
    for (Node node : section) {
      Fields.of(node, "an exception", KEYS, problems)
          .flatMap(this::readOne)
          .ifPresent(exceptions::add);
    }
    return new RuleExceptions(exceptions);
  }

  private Optional<RuleException> readOne(Fields written) {
    String name = written.required("name", "Give the exception a name that reports can show.");
    String owner = written.required("owner", "Name who answers for it.");
    String reason = written.required("reason", "Say why it is excused.");
    Optional<LocalDate> expires = expires(written);
    Set<String> rules = new HashSet<>(written.texts("rules"));
    if (rules.isEmpty()) {
      problems.error(
          written.at(),
          "The exception names no rule.",
          "It would excuse nothing.",
          "Add rules: [assumption-not-granted].");
    }
    rules.stream().filter(id -> !ids.contains(id)).forEach(id -> unknownRule(id, written));
    Optional<Pattern> when = written.node("when").flatMap(patterns::excusing);
    if (written.node("when").isEmpty()) {
      patterns.required(written, "when");
    }
    return when.isPresent() && expires.isPresent()
        ? Optional.of(new RuleException(name, owner, reason, expires.get(), rules, when.get()))
        : Optional.empty();
  }

  private Optional<LocalDate> expires(Fields written) {
    String day = written.required("expires", "Add its last day: expires: 2026-12-31.");
    if (day.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeParseException odd) {
      problems.error(
          written.position("expires"),
          "'" + day + "' is no day.",
          "An exception without an end stays for ever.",
          "Write year, month and day: 2026-12-31.");
      return Optional.empty();
    }
  }

  private void unknownRule(String id, Fields written) {
    problems.error(
        written.position("rules"),
        "There is no rule '" + id + "'.",
        "The exception would excuse nothing.",
        DidYouMean.nearest(id, ids)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Write the id of a rule of this policy."));
  }
}
