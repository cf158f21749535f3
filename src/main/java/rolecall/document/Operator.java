package rolecall.document;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A condition's operator.
 *
 * @param written as it stood: {@code ForAllValues:StringLikeIfExists}
 * @param comparison without what may stand before and after it, in small letters
 * @param holdsWithoutKey whether a request without the key meets it: {@code …IfExists} and {@code
 *     ForAllValues:}
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     AWS: condition operators</a>
 */
public record Operator(String written, String comparison, boolean holdsWithoutKey) {
  private static final Set<String> POSITIVE =
      Set.of("stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike");
  private static final String ALL = "forallvalues:";
  private static final String ANY = "foranyvalue:";
  private static final String IF_EXISTS = "ifexists";

  public Operator {
    Objects.requireNonNull(written, "written is null");
    Objects.requireNonNull(comparison, "comparison is null");
  }

  static Operator of(String written) {
    String name = written.toLowerCase(Locale.ROOT);
    boolean all = name.startsWith(ALL);
    boolean optional = name.endsWith(IF_EXISTS);
    int start = all ? ALL.length() : name.startsWith(ANY) ? ANY.length() : 0;
    int end = name.length() - (optional ? IF_EXISTS.length() : 0);
    return new Operator(written, start < end ? name.substring(start, end) : "", all || optional);
  }

  /** Whether only the given values are let through, as opposed to all but these. */
  boolean isPositive() {
    return POSITIVE.contains(comparison);
  }

  /** Whether ARNs are compared part by part, so that no wildcard reaches across a colon. */
  boolean isByArnParts() {
    return comparison.startsWith("arn");
  }

  boolean isNull() {
    return comparison.equals("null");
  }
}
