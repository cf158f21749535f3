package rolecall.policy;

import java.util.List;
import rolecall.record.Facts;

/** All exceptions of a policy. */
record RuleExceptions(List<RuleException> exceptions) {
  RuleExceptions {
    exceptions = List.copyOf(exceptions);
  }

  boolean excuse(Rule rule, Facts facts) {
    return exceptions.stream().anyMatch(exception -> exception.excuses(rule, facts));
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
