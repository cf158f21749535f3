package rolecall.policy;

import java.util.Objects;
import java.util.Optional;
import rolecall.pattern.Lists;
import rolecall.record.Facts;

/**
 * A case made ready: the facts of its event, and the policy that judges it. Facts follow from the
 * lists and grants of that policy and not from its rules, so they stay when a rule is broken on
 * purpose.
 *
 * @param lists those of that policy, to compile a rule anew
 * @param switchedOff the case's own rule, where the policy has it in mode {@code off}: it is tried
 *     as though it were on
 */
record Trial(
    TestCase test, CompiledPolicy judge, Lists lists, Facts facts, Optional<Rule> switchedOff) {
  Trial {
    Objects.requireNonNull(test, "test is null");
    Objects.requireNonNull(judge, "judge is null");
    Objects.requireNonNull(lists, "lists is null");
    Objects.requireNonNull(facts, "facts is null");
    Objects.requireNonNull(switchedOff, "switchedOff is null");
  }

  Verdict verdict() {
    return switchedOff
        .map(rule -> judge.judge(facts, rule))
        .orElseGet(() -> judge.judge(facts.record()));
  }

  /** The verdict with this rule in the place of the one with the same id. */
  Verdict verdictWith(Rule instead) {
    return judge.judge(facts, instead);
  }

  /** What the rule beside which the case stands says of it, and why. */
  Optional<Explanation.OfRule> ofRule() {
    Explanation whole =
        switchedOff
            .map(rule -> judge.explain(facts, rule))
            .orElseGet(() -> judge.explain(facts.record()));
    return whole.rule(test.subject());
  }
}
