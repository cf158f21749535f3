package rolecall.document;

/** What a statement does to a request that it matches. */
public enum Effect {
  ALLOW,
  DENY
}
