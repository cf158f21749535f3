package rolecall.document;

import java.util.Locale;

/**
 * A pattern of IAM's: {@code *} is any text, also none, {@code ?} is one character; letter case is
 * no matter. Stateless; the time is at most the product of both lengths.
 */
final class Glob {
  private Glob() {}

  static boolean hasWildcard(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /** Whether a text is made of wildcards and nothing else; false for an empty one. */
  static boolean isOnlyWildcards(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c == '*' || c == '?');
  }

  static boolean matches(String pattern, String text) {
    return matchesFolded(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
  }

  private static boolean matchesFolded(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
