package rolecall.finding;

import java.util.Objects;
import java.util.Optional;

/**
 * The role acted upon.
 *
 * @param arn empty when only the name is known, as in most refused edits
 * @param name its name, without path
 * @param account the account that holds it
 */
public record Role(Optional<String> arn, String name, Optional<String> account) {
  public Role {
    Objects.requireNonNull(arn, "arn is null");
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(account, "account is null");
  }
}
