package rolecall.policy;

import java.util.Objects;
import rolecall.finding.BrokenRule;
import rolecall.pattern.Pattern;
import rolecall.pattern.Truth;
import rolecall.record.Facts;

/**
 * A graver severity that a rule has for some of its breaches.
 *
 * @param about what findings keep of the rule, with that severity
 * @param when what must hold for it; where that cannot be known, the rule's own severity stands
 */
record Escalation(BrokenRule about, Pattern when) {
  Escalation {
    Objects.requireNonNull(about, "about is null");
    Objects.requireNonNull(when, "when is null");
  }

  boolean holdsFor(Facts facts) {
    return when.test(facts.document(), facts::unknown) == Truth.YES;
  }
}
