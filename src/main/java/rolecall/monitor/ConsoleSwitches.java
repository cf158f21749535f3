package rolecall.monitor;

import java.time.Duration;
import java.util.Optional;
import rolecall.finding.Role;
import rolecall.ledger.StoreTrouble;
import rolecall.ledger.Takings;
import rolecall.policy.Happening;
import rolecall.record.CallerKind;
import rolecall.record.Facts;
import rolecall.record.TrailRecord;

/**
 * Whose acts console switches are. A switch names no key that would lead to whoever stands behind
 * it, only a name that more than one may use; the assumption beside it, which is the same act, has
 * one. For one thread.
 */
final class ConsoleSwitches {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Takings takings;
  private final StoreHealth store;

  ConsoleSwitches(Takings takings, StoreHealth store) {
    this.takings = takings;
    this.store = store;
  }

  /** Keeps whose act an assumption was that broke a rule, for the switch that may follow. */
  void remember(Facts facts, String actor) {
    Optional<Takings.Taking> taking =
        isOfSession(facts) && facts.record().eventName().equals("AssumeRole")
            ? taking(facts)
            : Optional.empty();
    if (taking.isPresent() && !store.isOut()) {
      try {
        takings.note(taking.get(), actor, PATIENCE);
      } catch (StoreTrouble trouble) {
        store.failed(facts.record().eventId(), trouble.getMessage());
      }
    }
  }

  /** Whose act a switch is, if all assumptions beside it were of one actor. */
  Optional<String> actor(Facts facts) {
    Optional<Takings.Taking> taking =
        isOfSession(facts) && isSwitch(facts.record()) ? taking(facts) : Optional.empty();
    if (taking.isEmpty() || store.isOut()) {
      return Optional.empty();
    }
    try {
      return takings.actorOf(taking.get(), PATIENCE);
    } catch (StoreTrouble trouble) {
      store.failed(facts.record().eventId(), trouble.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isSwitch(TrailRecord record) {
    return record.eventName().equals("SwitchRole") && record.service().equals("signin");
  }

  /** A user's own name is nobody else's, and needs no note. */
  private static boolean isOfSession(Facts facts) {
    CallerKind kind = facts.caller().kind();
    return kind.isRoleSession() || kind == CallerKind.FEDERATED_USER;
  }

  private static Optional<Takings.Taking> taking(Facts facts) {
    Optional<Role> role = Happening.of(facts).role();
    Optional<String> by = facts.caller().arn();
    return facts
        .record()
        .eventTime()
        .filter(_ -> role.isPresent() && by.isPresent())
        .map(time ->
            new Takings.Taking(
                by.get(), role.get().name() + "@" + role.get().account().orElse(""), time));
  }
}
