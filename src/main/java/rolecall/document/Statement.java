package rolecall.document;

import java.util.List;
import java.util.Objects;

/**
 * One statement. Resources are checked when they are read and not kept: no rule asks for them.
 *
 * @param principals nobody in a permission document, which is for whom it is attached to
 * @param conditions all of which must hold
 */
public record Statement(
    Effect effect, Principals principals, Actions actions, List<Condition> conditions) {
  public Statement {
    Objects.requireNonNull(effect, "effect is null");
    Objects.requireNonNull(principals, "principals is null");
    Objects.requireNonNull(actions, "actions is null");
    conditions = List.copyOf(conditions);
  }

  boolean allows() {
    return effect == Effect.ALLOW;
  }
}
