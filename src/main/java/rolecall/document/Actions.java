package rolecall.document;

import java.util.List;

/**
 * Which actions a statement is about.
 *
 * @param excluded whether they were written as {@code NotAction}: all but these
 * @param patterns as written, in any letter case: {@code sts:Assume*}
 */
public record Actions(boolean excluded, List<String> patterns) {
  public Actions {
    patterns = List.copyOf(patterns);
  }

  /** Whether the statement is about an action such as {@code sts:AssumeRole}. */
  public boolean cover(String action) {
    return patterns.stream().anyMatch(pattern -> Glob.matches(pattern, action)) != excluded;
  }
}
