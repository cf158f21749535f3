package rolecall.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.source.Node;

/**
 * Breaks every clause of a policy's rules in turn and asks whether some case beside the rule
 * notices. A clause that nobody would miss is either untested or superfluous.
 */
public final class PolicyMutations {
  private final PolicyVariants variants;

  PolicyMutations(PolicyVariants variants) {
    this.variants = Objects.requireNonNull(variants, "variants is null");
  }

  /**
   * A clause that can be broken unnoticed.
   *
   * @param rule the rule's id
   * @param line where the clause stands, from 1
   * @param clause {@code when outcome}, {@code unless 2}
   */
  public record Survivor(String rule, int line, String clause) {}

  /** Every clause that can be broken without a case beside its rule coming out otherwise. */
  public List<Survivor> survivors() {
    List<Survivor> survivors = new ArrayList<>();
    List<Node> rules =
        variants.root().get("rules").orElse(null) instanceof Node.ListNode list
            ? list.items()
            : List.of();
    for (int place = 0; place < rules.size(); place++) {
      if (rules.get(place) instanceof Node.MapNode rule) {
        for (Mutations.Mutant mutant : Mutations.of(rule)) {
          List<Node> broken = new ArrayList<>(rules);
          broken.set(place, mutant.rule());
          String id = Mutations.id(rule).orElse("");
          if (!isNoticed(id, broken)) {
            survivors.add(new Survivor(id, mutant.at().line(), mutant.clause()));
          }
        }
      }
    }
    return survivors;
  }

  private boolean isNoticed(String id, List<Node> rules) {
    Optional<PolicyFile.Loaded> loaded = variants.withRules(rules).loaded();
    return loaded.isEmpty() || !loaded.get().tests().allPass(id);
  }
}
