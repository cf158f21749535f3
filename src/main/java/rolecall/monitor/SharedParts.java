package rolecall.monitor;

import java.util.List;
import java.util.Optional;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Input;
import rolecall.finding.Role;
import rolecall.policy.Breach;

/** Lets suspects share what is equal in them, so that many of them fit. Not thread-safe. */
final class SharedParts {
  private final Shared<String> texts = new Shared<>();
  private final Shared<Optional<String>> optionals = new Shared<>();
  private final Shared<Caller> callers = new Shared<>();
  private final Shared<Optional<Role>> roles = new Shared<>();
  private final Shared<List<Breach>> breaches = new Shared<>();

  /** An equal suspect that holds little of its own. */
  Suspect of(Suspect suspect) {
    Event event = suspect.event();
    Copy copy = suspect.copy();
    Input input = suspect.input();
    return new Suspect(
        new Copy(
            event.id(),
            copy.originalId().equals(event.id()) ? event.id() : copy.originalId(),
            optionals.one(copy.account()),
            copy.shared()),
        new Event(
            event.id(),
            texts.one(event.name()),
            texts.one(event.source()),
            event.time(),
            optionals.one(event.account()),
            optionals.one(event.region()),
            event.outcome()),
        callers.one(suspect.caller()),
        texts.one(suspect.actor()),
        roles.one(suspect.role()),
        breaches.one(suspect.breaches()),
        new Input(texts.one(input.file()), input.record()),
        suspect.inputNumber());
  }
}
