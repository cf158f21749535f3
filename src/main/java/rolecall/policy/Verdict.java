package rolecall.policy;

import java.util.List;
import java.util.Objects;
import rolecall.record.Facts;

/** What a policy says of one record. */
public sealed interface Verdict {
  /** No rule reads such an event. */
  record Ignored() implements Verdict {}

  /**
   * A rule reads such an event, and is content.
   *
   * @param excused whether only an exception made it so
   */
  record Allowed(Facts facts, boolean excused) implements Verdict {
    public Allowed {
      Objects.requireNonNull(facts, "facts is null");
    }
  }

  /**
   * At least one rule is broken.
   *
   * @param breaches in the order of the policy's rules, those of rules on trial included
   */
  record Broken(Facts facts, List<Breach> breaches) implements Verdict {
    public Broken {
      Objects.requireNonNull(facts, "facts is null");
      breaches = List.copyOf(breaches);
      if (breaches.isEmpty()) {
        throw new IllegalArgumentException("nothing is broken");
      }
    }
  }

  /**
   * A rule reads such an event, and the record does not tell whether it is broken.
   *
   * @param breaches what is certainly broken, and last the rule {@code not-judged}
   */
  record CannotJudge(Facts facts, List<Breach> breaches) implements Verdict {
    public CannotJudge {
      Objects.requireNonNull(facts, "facts is null");
      breaches = List.copyOf(breaches);
      if (breaches.isEmpty()) {
        throw new IllegalArgumentException("not-judged is missing");
      }
    }
  }
}
