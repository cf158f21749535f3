package rolecall.policy;

import java.util.Objects;
import rolecall.finding.PolicyStamp;
import rolecall.source.Problems;

/**
 * A policy as it was written: its text, what is wrong with it, and the policy that it makes.
 *
 * @param problems errors and warnings, in the order of the text
 * @param policy what to judge by; when {@code problems} has errors, not to be used
 */
public record PolicyFile(Problems problems, CompiledPolicy policy) {
  public PolicyFile {
    Objects.requireNonNull(problems, "problems is null");
    Objects.requireNonNull(policy, "policy is null");
  }

  /**
   * Reads a policy. Never throws for what stands in the text.
   *
   * @param name what messages call it: a path
   * @param bytes UTF-8; the sha256 that findings carry is over these
   */
  public static PolicyFile read(String name, byte[] bytes) {
    return new PolicyFile(
        new Problems(name, ""), new CompiledPolicy(new PolicyStamp(name, "0".repeat(64))));
  }
}
