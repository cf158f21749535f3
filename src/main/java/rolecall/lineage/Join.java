package rolecall.lineage;

import java.util.Locale;

/** What ties a hop of a chain to the hop before. */
public enum Join {
  /** Nothing: it is the event that the chain is of. */
  EVENT,
  /** It issued the key that signed the hop before. */
  ISSUED_KEY,
  /** It handed out the key that the hop before issued, as IAM Roles Anywhere does. */
  HANDED_OUT,
  /** It is the caller's own copy of the same call, which carries the same shared event id. */
  SHARED_EVENT,
  /** The record of the hop before names it as the issuer of the session. */
  SESSION_ISSUER,
  /** The record of the hop before names the user on whose behalf the session acts. */
  ON_BEHALF_OF,
  /** The role of the hop before is linked to this service, which alone may assume it. */
  LINKED_SERVICE;

  /** The word in outputs: {@code issued-key}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether two records prove it together. */
  Certainty certainty() {
    return switch (this) {
      case EVENT, ISSUED_KEY, HANDED_OUT, SHARED_EVENT -> Certainty.PROVEN;
      case SESSION_ISSUER, ON_BEHALF_OF, LINKED_SERVICE -> Certainty.STATED;
    };
  }
}
