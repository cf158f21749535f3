package rolecall.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.pattern.Lists;
import rolecall.source.Node;
import rolecall.source.Problems;

/**
 * Breaks every clause of a policy's rules in turn and asks whether some case beside the rule
 * notices. A clause that nobody would miss is either untested or superfluous.
 */
public final class PolicyMutations {
  private final Node.MapNode policy;
  private final PolicyTests tests;

  PolicyMutations(Node.MapNode policy, PolicyTests tests) {
    this.policy = Objects.requireNonNull(policy, "policy is null");
    this.tests = Objects.requireNonNull(tests, "tests is null");
  }

  /**
   * A clause that can be broken unnoticed.
   *
   * @param rule the rule's id
   * @param line where the clause stands, from 1
   * @param clause {@code when outcome}, {@code unless 2}
   */
  public record Survivor(String rule, int line, String clause) {}

  /**
   * What came of it.
   *
   * @param clauses how many were broken in turn
   * @param survivors those that no case noticed, in the order written
   */
  public record Outcome(int clauses, List<Survivor> survivors) {
    public Outcome {
      survivors = List.copyOf(survivors);
    }
  }

  /** Breaks every clause. A case that fails with the rule whole notices nothing. */
  public Outcome check() {
    int clauses = 0;
    List<Survivor> survivors = new ArrayList<>();
    List<Node> rules =
        policy.get("rules").orElse(null) instanceof Node.ListNode list ? list.items() : List.of();
    for (int place = 0; place < rules.size(); place++) {
      if (rules.get(place) instanceof Node.MapNode rule) {
        String id = Mutations.id(rule).orElse("");
        List<Trial> trials = tests.passing(id);
        for (Mutations.Mutant mutant : Mutations.of(rule)) {
          clauses++;
          if (!isNoticed(mutant.rule(), place, trials)) {
            survivors.add(new Survivor(id, mutant.at().line(), mutant.clause()));
          }
        }
      }
    }
    return new Outcome(clauses, survivors);
  }

  private static boolean isNoticed(Node rule, int place, List<Trial> trials) {
    IdentityHashMap<Lists, Optional<Rule>> compiled = new IdentityHashMap<>();
    for (Trial trial : trials) {
      Optional<Rule> broken =
          compiled.computeIfAbsent(trial.lists(), lists -> compile(rule, place, lists));
      if (broken.isEmpty() || !PolicyTests.passes(trial, trial.verdictWith(broken.get()))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Rule> compile(Node rule, int place, Lists lists) {
    Problems problems = new Problems("a rule with a clause broken", "");
    Optional<Rule> read = RuleReader.readOne(rule, place, lists, Duration.ZERO, problems);
    return read.filter(_ -> !problems.hasErrors());
  }
}
