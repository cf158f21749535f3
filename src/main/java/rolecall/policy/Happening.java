package rolecall.policy;

import java.util.Objects;
import java.util.Optional;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Role;
import rolecall.record.Facts;
import rolecall.record.TrailRecord;

/**
 * What happened, as much of a record as findings and explanations keep of it.
 *
 * @param role empty when the event concerns none, or none that has a name
 */
public record Happening(Event event, Caller caller, Optional<Role> role) {
  public Happening {
    Objects.requireNonNull(event, "event is null");
    Objects.requireNonNull(caller, "caller is null");
    Objects.requireNonNull(role, "role is null");
  }

  /** What a record says. */
  public static Happening of(Facts facts) {
    TrailRecord record = facts.record();
    return new Happening(
        new Event(
            record.eventId(),
            record.eventName(),
            record.eventSource(),
            record.eventTime(),
            record.recipientAccountId(),
            record.awsRegion(),
            facts.outcome().word()),
        new Caller(
            facts.caller().kind().word(),
            facts.caller().arn(),
            facts.caller().account(),
            facts.caller().name()),
        facts
            .role()
            .flatMap(role -> role.name().map(name -> new Role(role.arn(), name, role.account()))));
  }
}
