package rolecall.record;

import java.util.Objects;

/**
 * A part of a record that cannot be understood, and so cannot be called innocent.
 *
 * @param path the field: {@code requestParameters.roleArn}
 * @param what what is the matter with it, as half a sentence: {@code "is a number"}
 * @param facts the group of facts that cannot be known for it: {@code role}; empty for all of them
 */
public record Doubt(String path, String what, String facts) {
  public Doubt {
    Objects.requireNonNull(path, "path is null");
    Objects.requireNonNull(what, "what is null");
    Objects.requireNonNull(facts, "facts is null");
  }

  /** Whether the fact at that dotted path cannot be known. */
  public boolean covers(String factPath) {
    return facts.isEmpty() || factPath.equals(facts) || factPath.startsWith(facts + ".");
  }
}
