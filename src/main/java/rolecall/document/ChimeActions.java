package rolecall.document;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known of the actions of the service prefix {@code chime}, which Amazon Chime and the
 * Chime SDK share. Immutable as far as the predicate is.
 *
 * @param known every known action without its prefix: {@code CreateUser}
 * @param isLegacy whether an action, without its prefix, belongs to Amazon Chime alone, whose
 *     support has ended and which ignores tags
 */
public record ChimeActions(Set<String> known, Predicate<String> isLegacy) {
  private static final String PREFIX = "chime:";

  public ChimeActions {
    known = Set.copyOf(known);
    Objects.requireNonNull(isLegacy, "isLegacy is null");
  }

  /** Whether a pattern lets through some action of Chime. */
  boolean isSome(String pattern) {
    return Glob.matches(service(pattern), "chime");
  }

  /** Whether a pattern lets through all of Chime: {@code chime:*}, {@code Chime:?*}, {@code *}. */
  boolean isAll(String pattern) {
    String action = action(pattern);
    return isSome(pattern)
        && (Glob.isOnlyWildcards(action) || !known.isEmpty())
        && known.stream().allMatch(name -> Glob.matches(action, name));
  }

  /** Whether a pattern names the service, as opposed to being for every service. */
  static boolean isForChime(String pattern) {
    return !Glob.isOnlyWildcards(service(pattern));
  }

  /** Whether a pattern lets through legacy actions and nothing else. */
  boolean isOnlyLegacy(String pattern) {
    if (!pattern.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
      return false;
    }
    String action = action(pattern);
    List<String> let = known.stream().filter(name -> Glob.matches(action, name)).toList();
    return let.isEmpty()
        ? !Glob.hasWildcard(action) && isLegacy.test(action)
        : let.stream().allMatch(isLegacy);
  }

  private static String service(String pattern) {
    int colon = pattern.indexOf(':');
    return colon < 0 ? pattern : pattern.substring(0, colon);
  }

  private static String action(String pattern) {
    int colon = pattern.indexOf(':');
    return colon < 0 ? pattern : pattern.substring(colon + 1);
  }
}
