package rolecall.monitor;

import java.util.List;
import java.util.Optional;
import rolecall.finding.Input;
import rolecall.finding.Role;
import rolecall.lineage.Shared;
import rolecall.lineage.SharedSteps;
import rolecall.policy.Breach;

/** Lets suspects share what is equal in them, so that many of them fit. Not thread-safe. */
final class SharedParts {
  private final SharedSteps steps = new SharedSteps();
  private final Shared<Optional<Role>> roles = new Shared<>();
  private final Shared<List<Breach>> breaches = new Shared<>();
  private final Shared<String> files = new Shared<>();

  /** An equal suspect that holds little of its own. */
  Suspect of(Suspect suspect) {
    Input input = suspect.input();
    return new Suspect(
        steps.one(suspect.step()),
        roles.one(suspect.role()),
        breaches.one(suspect.breaches()),
        new Input(files.one(input.file()), input.record()),
        suspect.inputNumber());
  }
}
