package rolecall.pattern;

/**
 * Letter case put aside, independent of locale, one UTF-16 character for one: two characters are
 * the same when {@link String#equalsIgnoreCase} says so. Letters beyond U+FFFF keep their case.
 */
final class Letters {
  private Letters() {}

  static char fold(char letter) {
    if (letter < 128) {
      return letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
    }
    return Character.toLowerCase(Character.toUpperCase(letter));
  }

  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(fold(text.charAt(i)));
    }
    return folded.toString();
  }

  /** Whether the folded text stands at that place of an unfolded one; false outside of it. */
  static boolean foldedStandsAt(String folded, String text, int at) {
    if (at < 0 || at + folded.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < folded.length(); i++) {
      if (fold(text.charAt(at + i)) != folded.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A hash that is the same for texts that differ in letter case only. */
  static int hash(String text) {
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + fold(text.charAt(i));
    }
    return hash ^ (hash >>> 16);
  }
}
