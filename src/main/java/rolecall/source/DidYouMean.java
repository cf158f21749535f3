package rolecall.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a person most likely meant. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * The known word nearest to {@code written}, letter case aside, if one is near enough: at most a
   * third of its letters differ. Of equally near ones the first in alphabetical order.
   */
  public static Optional<String> nearest(String written, Collection<String> known) {
    String wanted = written.toLowerCase(Locale.ROOT);
    return known.stream()
        .sorted()
        .filter(word -> Math.abs(word.length() - wanted.length()) <= most(wanted, word))
        .map(word -> new Distance(word, between(wanted, word.toLowerCase(Locale.ROOT))))
        .filter(d -> d.edits() <= most(wanted, d.word()))
        .min(Comparator.comparingInt(Distance::edits))
        .map(Distance::word);
  }

  private static int most(String wanted, String word) {
    return Math.max(1, Math.max(wanted.length(), word.length()) / 3);
  }

  private record Distance(String word, int edits) {}

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  private static int between(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
