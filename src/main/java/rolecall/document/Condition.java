package rolecall.document;

import java.util.List;
import java.util.Objects;

/**
 * One condition: it holds when the key's value in a request meets the operator with any one of the
 * values.
 *
 * @param operator as written: {@code ForAnyValue:StringLike}
 * @param key as written; IAM ignores its letter case: {@code aws:PrincipalOrgID}
 * @param values numbers and booleans as texts
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">
 *     AWS: Condition</a>
 */
public record Condition(Operator operator, String key, List<String> values) {
  public Condition {
    Objects.requireNonNull(operator, "operator is null");
    Objects.requireNonNull(key, "key is null");
    values = List.copyOf(values);
  }

  boolean isOn(String name) {
    return key.equalsIgnoreCase(name);
  }

  /** Whether it says that the request must have the key at all. */
  boolean demands(String name) {
    return isOn(name)
        && operator.isNull()
        && !values.isEmpty()
        && values.stream().allMatch("false"::equalsIgnoreCase);
  }
}
