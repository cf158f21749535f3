package rolecall.policy;

import java.time.LocalDate;
import rolecall.source.Node;
import rolecall.source.Problems;

/**
 * Warns of what is allowed in a policy and still worth a look. Works on the text as it was written,
 * so that a person hears of it even while the policy has errors. What has the wrong shape is passed
 * over: reading it has said so already.
 */
final class PolicyLint {
  private PolicyLint() {}

  static void note(Node.MapNode policy, LocalDate today, Problems problems) {
    Written written = new Written(policy);
    UntestedParts.note(written, problems);
    ShadowedRules.note(written, problems);
    WidePatterns.note(written, problems);
    UnusedLists.note(written, problems);
    EndingExceptions.note(written, today, problems);
  }
}
