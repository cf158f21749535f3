package rolecall.policy;

import java.util.Objects;

/**
 * A term of a grant with both values.
 *
 * @param name what the policy calls it: {@code max-session}
 * @param wanted what keeps it, in words
 * @param found what there was, in words; may be of the caller's choice
 */
public record WeighedTerm(String name, boolean kept, String wanted, String found) {
  public WeighedTerm {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(wanted, "wanted is null");
    Objects.requireNonNull(found, "found is null");
  }

  /** {@code max-session: wanted at most 30m, found 1h}. */
  public String words() {
    return name + ": wanted " + wanted + ", found " + found;
  }
}
