package rolecall.finding;

import java.util.Objects;
import java.util.Optional;

/**
 * Who called. All texts may be of the caller's choice.
 *
 * @param kind {@code root}, {@code iam-user}, {@code role-session} and so on
 * @param name user or session name, {@code root}, an account id or a service
 */
public record Caller(
    String kind, Optional<String> arn, Optional<String> account, Optional<String> name) {
  public Caller {
    Objects.requireNonNull(kind, "kind is null");
    Objects.requireNonNull(arn, "arn is null");
    Objects.requireNonNull(account, "account is null");
    Objects.requireNonNull(name, "name is null");
  }
}
