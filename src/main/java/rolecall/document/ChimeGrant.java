package rolecall.document;

import java.util.Locale;

/** How much of Chime a permission document allows. */
public enum ChimeGrant {
  /** No action of Chime. */
  NONE,
  /** Some actions of Chime. */
  SOME,
  /** All of Chime, by a pattern written for Chime: {@code chime:*}, conditioned or not. */
  FULL,
  /** All or nearly all of Chime as part of everything: {@code *}, or a {@code NotAction}. */
  ALL;

  /** The word in facts: {@code full}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
