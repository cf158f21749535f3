package rolecall.finding;

import java.util.Objects;
import java.util.Optional;

/**
 * One rule broken by one event.
 *
 * @param reason what happened, as one sentence for people; quotes texts of the caller's choice
 * @param role empty when the event concerns none
 * @param act what makes this finding the same as another one
 */
public record Finding(
    BrokenRule rule,
    String reason,
    Event event,
    Caller caller,
    Optional<Role> role,
    PolicyStamp policy,
    Input input,
    Act act) {
  public Finding {
    Objects.requireNonNull(rule, "rule is null");
    Objects.requireNonNull(reason, "reason is null");
    Objects.requireNonNull(event, "event is null");
    Objects.requireNonNull(caller, "caller is null");
    Objects.requireNonNull(role, "role is null");
    Objects.requireNonNull(policy, "policy is null");
    Objects.requireNonNull(input, "input is null");
    Objects.requireNonNull(act, "act is null");
  }
}
