package rolecall.policy;

import java.time.LocalDate;
import java.util.List;
import rolecall.record.Facts;

/** All exceptions of a policy. */
record RuleExceptions(List<RuleException> exceptions) {
  RuleExceptions {
    exceptions = List.copyOf(exceptions);
  }

  /** The names of those that excuse this breach, in the order of the policy. */
  List<String> excusing(Rule rule, Facts facts) {
    return exceptions.stream()
        .filter(exception -> exception.excuses(rule, facts))
        .map(RuleException::name)
        .toList();
  }

  /** A sentence for every exception that has ended before that day or ends within a month of it. */
  List<String> ending(LocalDate today) {
    return exceptions.stream()
        .flatMap(e -> Expiry.of(e.name(), e.owner(), e.expires(), today).stream())
        .map(Expiry::sentence)
        .toList();
  }

  /** A sentence for every exception that would have excused this breach, had it not run out. */
  String ranOut(Rule rule, Facts facts) {
    StringBuilder text = new StringBuilder();
    for (RuleException exception : exceptions) {
      if (exception.ranOut(rule, facts)) {
        text.append(
            " The exception '%s' of %s ran out on %s."
                .formatted(exception.name(), exception.owner(), exception.expires()));
      }
    }
    return text.toString();
  }
}
