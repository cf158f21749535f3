package rolecall.policy;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import rolecall.record.Facts;

/** What a policy says of one record. */
public sealed interface Verdict {
  /** What is broken, in the order of the policy's rules; {@code not-judged} comes last. */
  default List<Breach> breaches() {
    return List.of();
  }

  /** No rule reads such an event. */
  record Ignored() implements Verdict {}

  /**
   * A rule reads such an event, and is content.
   *
   * @param excusedBy the names of the exceptions that made it so, in alphabetical order; none when
   *     the rules are content by themselves
   */
  record Allowed(Facts facts, SortedSet<String> excusedBy) implements Verdict {
    public Allowed {
      Objects.requireNonNull(facts, "facts is null");
      excusedBy = Collections.unmodifiableSortedSet(new TreeSet<>(excusedBy));
    }

    /** What no exception had to excuse. */
    static Allowed content(Facts facts) {
      return new Allowed(facts, Collections.emptySortedSet());
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
