package rolecall.record;

import rolecall.document.PublicProviders;

/** What a record does not tell and a policy does. Thread-safe. */
public interface Known {
  /** Whether every assumption of a role of that name must be granted. Letter case is ignored. */
  boolean watched(String roleName);

  /** Whether Chime names one of its service-linked roles so. Letter case is ignored. */
  boolean chimeLinked(String roleName);

  /** Identity providers that sign in anybody, and the claims that must narrow them. */
  PublicProviders publicProviders();
}
