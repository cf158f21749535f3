package rolecall.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rolecall.policy.Explanation.Clause;
import rolecall.policy.Explanation.Held;
import rolecall.policy.Explanation.OfRule;
import rolecall.policy.Explanation.Part;

/** Says in one line which clauses decided about a rule. */
final class DecidingClauses {
  private static final int MOST = 5;
  private static final String WHEN = "when";
  private static final String UNLESS = "unless";

  private DecidingClauses() {}

  static String of(OfRule rule) {
    return switch (rule.outcome()) {
      case FIRES -> rule.reason().orElse("it fires");
      case EXCUSED -> "an exception excuses it: " + String.join(", ", rule.excusedBy());
      case CONTENT -> content(rule.parts());
      case CANNOT_TELL -> unknown(rule.parts());
    };
  }

  private static String content(List<Part> parts) {
    Optional<Part> excuse =
        parts.stream().filter(p -> p.name().startsWith(UNLESS) && p.held() == Held.HELD).findAny();
    Part when = parts.getFirst();
    if (when.held() == Held.NOT_HELD || excuse.isEmpty()) {
      return broken(when);
    }
    return excuse.get().name() + " held: " + words(excuse.get(), Held.HELD);
  }

  private static String broken(Part when) {
    boolean someFailed = when.clauses().stream().anyMatch(c -> c.held() == Held.NOT_HELD);
    return someFailed
        ? WHEN + " did not hold: " + words(when, Held.NOT_HELD)
        : WHEN + " did not hold: its clauses hold in different objects of one array";
  }

  private static String unknown(List<Part> parts) {
    List<String> clauses =
        parts.stream()
            .filter(part -> part.held() == Held.NOT_KNOWN)
            .map(part -> part.name() + ": " + words(part, Held.NOT_KNOWN))
            .toList();
    return clauses.isEmpty()
        ? "the caller is of an unknown kind"
        : "not known: " + String.join("; ", clauses);
  }

  /** The clauses of that kind, the first few of them. */
  static String words(Part part, Held held) {
    List<String> words =
        part.clauses().stream().filter(c -> c.held() == held).map(Clause::words).toList();
    Stream<String> more =
        words.size() > MOST ? Stream.of((words.size() - MOST) + " more") : Stream.empty();
    return String.join("; ", Stream.concat(words.stream().limit(MOST), more).toList());
  }
}
