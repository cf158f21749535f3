package rolecall.finding;

import java.util.Objects;
import java.util.Optional;

/**
 * A finding that an earlier scan told, by what its output keeps of it.
 *
 * @param rule the broken rule's id
 * @param event {@code eventID}
 * @param account the account whose copy of the event it was
 */
public record KnownFinding(String rule, String event, Optional<String> account) {
  public KnownFinding {
    Objects.requireNonNull(rule, "rule is null");
    Objects.requireNonNull(event, "event is null");
    Objects.requireNonNull(account, "account is null");
  }
}
