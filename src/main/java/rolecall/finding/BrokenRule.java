package rolecall.finding;

import java.util.List;
import java.util.Objects;

/**
 * What a finding keeps of the rule that was broken.
 *
 * @param id {@code chime-slr-edit-refused}
 * @param title one line for people
 * @param category {@code service-linked-role}
 * @param why why the rule stands in the policy
 * @param runbook what to do next, one step an item
 * @param attack MITRE ATT&amp;CK technique ids: {@code T1098.003}
 * @param place the rule's place in the policy, from 0: of equally grave findings the first leads
 * @param observed whether the rule is only on trial: counted and reported, not told
 */
public record BrokenRule(
    String id,
    String title,
    Severity severity,
    String category,
    String why,
    List<String> runbook,
    List<String> attack,
    int place,
    boolean observed) {
  public BrokenRule {
    Objects.requireNonNull(id, "id is null");
    Objects.requireNonNull(title, "title is null");
    Objects.requireNonNull(severity, "severity is null");
    Objects.requireNonNull(category, "category is null");
    Objects.requireNonNull(why, "why is null");
    runbook = List.copyOf(runbook);
    attack = List.copyOf(attack);
  }

  /** The same rule with another severity. */
  public BrokenRule as(Severity other) {
    return new BrokenRule(id, title, other, category, why, runbook, attack, place, observed);
  }
}
