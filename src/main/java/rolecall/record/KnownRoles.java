package rolecall.record;

/** What a policy says about roles of which only the name is known. Thread-safe. */
public interface KnownRoles {
  /** Whether every assumption of a role of that name must be granted. Letter case is ignored. */
  boolean watched(String roleName);

  /** Whether Chime names one of its service-linked roles so. Letter case is ignored. */
  boolean chimeLinked(String roleName);
}
