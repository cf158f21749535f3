package rolecall.policy;

import rolecall.pattern.Entries;
import rolecall.record.KnownRoles;

/** The roles that the policy knows by name: those it watches, and Chime's own. */
record RoleNames(Entries watch, Entries chime) implements KnownRoles {
  /** The list that holds the names of Chime's service-linked roles. */
  static final String CHIME_LIST = "chime-service-linked-roles";

  @Override
  public boolean watched(String roleName) {
    return watch.contains(roleName);
  }

  @Override
  public boolean chimeLinked(String roleName) {
    return chime.contains(roleName);
  }
}
