package rolecall.lineage;

import java.util.Locale;

/** How much a part of a chain is worth. */
public enum Certainty {
  /** Two records name the same key or event, which nobody can choose, or AWS names the caller. */
  PROVEN,
  /** A record says so of somebody else's act: evidence, and no proof. */
  STATED,
  /** Nothing at hand tells. */
  UNKNOWN;

  /** The word in outputs: {@code proven}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
