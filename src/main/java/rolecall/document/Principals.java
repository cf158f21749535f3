package rolecall.document;

import java.util.List;

/**
 * For whom a statement is.
 *
 * @param excluded whether it was written as {@code NotPrincipal}: everybody but the named
 */
public record Principals(boolean excluded, List<Principal> named) {
  /** What a statement without principals has. */
  static final Principals NOBODY = new Principals(false, List.of());

  public Principals {
    named = List.copyOf(named);
  }

  /** Whether everybody is meant, as far as no condition says otherwise. */
  boolean isEveryone() {
    return excluded || named.stream().anyMatch(Principal.Everyone.class::isInstance);
  }

  /** Those whom the statement is for by name, of one kind. */
  <T extends Principal> List<T> included(Class<T> kind) {
    return excluded ? List.of() : named.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
