package rolecall.monitor;

import rolecall.policy.CompiledPolicy;

/** The policy that judges now. Thread-safe. */
@FunctionalInterface
public interface PolicyInUse {
  /** The same for a whole invocation, when it is asked once. */
  CompiledPolicy current();
}
