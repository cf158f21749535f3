package rolecall.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import rolecall.pattern.Pattern;
import rolecall.pattern.Truth;
import rolecall.record.Facts;

/**
 * A breach that somebody answers for, until a day.
 *
 * @param name what reports call it
 * @param owner who answers for it
 * @param reason why it is excused
 * @param expires the last day, in UTC, on which it excuses
 * @param rules ids of the rules that it excuses
 * @param when which records it excuses
 */
record RuleException(
    String name, String owner, String reason, LocalDate expires, Set<String> rules, Pattern when) {
  RuleException {
    Objects.requireNonNull(expires, "expires is null");
    rules = Set.copyOf(rules);
  }

  /** Whether it excuses this record. The event's own time counts; with none, nothing is excused. */
  boolean excuses(Rule rule, Facts facts) {
    return facts.record().eventTime().filter(this::isInForce).isPresent() && isAbout(rule, facts);
  }

  /** Whether it would excuse this record, had it not run out before. */
  boolean ranOut(Rule rule, Facts facts) {
    return facts.record().eventTime().filter(time -> !isInForce(time)).isPresent()
        && isAbout(rule, facts);
  }

  private boolean isAbout(Rule rule, Facts facts) {
    return rules.contains(rule.id()) && when.test(facts.document(), facts::unknown) == Truth.YES;
  }

  private boolean isInForce(Instant eventTime) {
    return eventTime.isBefore(expires.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
