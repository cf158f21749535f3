package rolecall.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in which {@code *} stands for any text, also none. Immutable and thread-safe.
 *
 * <p>Each literal part is looked for once, from where the part before it ended, so no text makes it
 * try again: the time is at most the text's length times the longest part's.
 */
final class Wildcard {
  private final String[] parts;
  private final int shortest;
  private final boolean anyCase;

  private Wildcard(List<String> parts, boolean anyCase) {
    this.parts =
        parts.stream().map(part -> anyCase ? Letters.fold(part) : part).toArray(String[]::new);
    this.shortest = parts.stream().mapToInt(String::length).sum();
    this.anyCase = anyCase;
  }

  /**
   * A pattern's {@code wildcard}: {@code \*} is a star, {@code \\} a backslash.
   *
   * @throws IllegalArgumentException when two stars stand in a row or a backslash escapes anything
   *     else; Event Ruler refuses both
   */
  static Wildcard escaped(String written) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      char next = i + 1 < written.length() ? written.charAt(i + 1) : ' ';
      if (c == '*') {
        if (next == '*') {
          throw new IllegalArgumentException("Two stars in a row");
        }
        parts.add(part.toString());
        part.setLength(0);
      } else if (c != '\\') {
        part.append(c);
      } else if (next == '*' || next == '\\') {
        part.append(next);
        i++;
      } else {
        throw new IllegalArgumentException("A lone backslash");
      }
    }
    parts.add(part.toString());
    return new Wildcard(parts, false);
  }

  /** An entry of a list: every {@code *} is any text, and letter case is no matter. */
  static Wildcard anyCase(String written) {
    return new Wildcard(List.of(written.split("\\*", -1)), true);
  }

  boolean matches(String text) {
    int last = parts.length - 1;
    if (last == 0) {
      return text.length() == shortest && stands(parts[0], text, 0);
    }
    int end = text.length() - parts[last].length();
    if (text.length() < shortest || !stands(parts[0], text, 0) || !stands(parts[last], text, end)) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < last; i++) {
      int found = find(parts[i], text, at, end);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return true;
  }

  private int find(String part, String text, int from, int end) {
    if (!anyCase) {
      return text.indexOf(part, from, end);
    }
    for (int at = from; at + part.length() <= end; at++) {
      if (Letters.foldedStandsAt(part, text, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean stands(String part, String text, int at) {
    return anyCase ? Letters.foldedStandsAt(part, text, at) : text.startsWith(part, at);
  }
}
