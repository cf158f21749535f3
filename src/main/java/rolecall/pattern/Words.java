package rolecall.pattern;

import java.util.List;
import rolecall.json.Json;

/** Clauses in words. */
final class Words {
  private static final int MOST = 10;

  private Words() {}

  static String quoted(String text) {
    return Shown.json(new Json.Str(text));
  }

  /** {@code a or b or c}; of very many the first ones and how many are left. */
  static String either(List<String> words) {
    if (words.size() <= MOST) {
      return String.join(" or ", words);
    }
    return String.join(" or ", words.subList(0, MOST)) + " or " + (words.size() - MOST) + " more";
  }
}
