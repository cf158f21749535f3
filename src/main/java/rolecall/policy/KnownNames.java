package rolecall.policy;

import rolecall.document.PublicProviders;
import rolecall.pattern.Entries;
import rolecall.record.Known;

/**
 * What the policy knows by name: the roles that it watches, Chime's own, and identity providers
 * that sign in anybody.
 */
record KnownNames(Entries watch, Entries chime, PublicProviders publicProviders) implements Known {
  /** The list that holds the names of Chime's service-linked roles. */
  static final String CHIME_LIST = "chime-service-linked-roles";

  /** The list of identity providers that sign in anybody, each with the claims that narrow it. */
  static final String PROVIDER_LIST = "public-providers";

  @Override
  public boolean watched(String roleName) {
    return watch.contains(roleName);
  }

  @Override
  public boolean chimeLinked(String roleName) {
    return chime.contains(roleName);
  }
}
