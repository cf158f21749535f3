package rolecall.pattern;

/** Says which fields of a document cannot be known, so that nothing may be concluded from them. */
@FunctionalInterface
public interface Unknowns {
  /** Nothing is unknown. */
  Unknowns NONE = _ -> false;

  /** Whether the field at that dotted path cannot be known: {@code session.duration}. */
  boolean covers(String path);
}
