package rolecall.lineage;

import java.util.Optional;
import rolecall.finding.Event;
import rolecall.record.CallerFacts;
import rolecall.record.Issued;

/** Lets steps share what is equal in them, so that many of them fit. Not thread-safe. */
public final class SharedSteps {
  private final Shared<String> texts = new Shared<>();
  private final Shared<Optional<String>> optionals = new Shared<>();
  private final Shared<CallerFacts> callers = new Shared<>();
  private final Shared<Said> said = new Shared<>();

  /** An equal step that holds little of its own. */
  public Step one(Step step) {
    Event event = step.event();
    return new Step(
        new Event(
            event.id(),
            texts.one(event.name()),
            texts.one(event.source()),
            event.time(),
            optionals.one(event.account()),
            optionals.one(event.region()),
            texts.one(event.outcome())),
        step.originalId().equals(event.id()) ? event.id() : step.originalId(),
        step.shared(),
        callers.one(step.caller(), this::lighter),
        step.issued().map(this::lighter),
        said.one(step.said(), this::lighter));
  }

  private CallerFacts lighter(CallerFacts caller) {
    return new CallerFacts(
        caller.kind(),
        optionals.one(caller.arn()),
        optionals.one(caller.principal()),
        optionals.one(caller.account()),
        optionals.one(caller.name()),
        optionals.one(caller.role()),
        optionals.one(caller.sessionName()),
        optionals.one(caller.sourceIdentity()),
        optionals.one(caller.service()),
        optionals.one(caller.linkedService()),
        caller.accessKey(),
        optionals.one(caller.principalId()),
        caller.mfa(),
        caller.console());
  }

  private Issued lighter(Issued issued) {
    return new Issued(
        issued.keys(),
        optionals.one(issued.to()),
        issued.bySts(),
        optionals.one(issued.sourceIdentity()));
  }

  private Said lighter(Said one) {
    return new Said(
        optionals.one(one.issuer()),
        optionals.one(one.issuerKind()),
        optionals.one(one.issuerName()),
        optionals.one(one.userId()),
        optionals.one(one.provider()),
        one.since());
  }
}
