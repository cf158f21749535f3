package rolecall.report;

/**
 * A text as a cell of a CSV file that a spreadsheet may open: it is quoted where RFC 4180 asks for
 * it, and it is never a formula. A spreadsheet runs a cell that begins with one of a few signs; an
 * apostrophe before it makes it text.
 */
final class CsvCell {
  /** The signs that begin a formula, in their narrow, full-width and small forms, and the minus. */
  private static final String FORMULA =
      "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212";

  /** What a spreadsheet may drop before it looks for such a sign. */
  private static final String SKIPPED = "\"'`\u2018\u2019\u201C\u201D\uFF02\uFF07";

  private CsvCell() {}

  static String of(String text) {
    return quoted(isFormula(text) ? "'" + text : text);
  }

  /** Standard input is named by a single dash, which nothing takes for a formula. */
  private static boolean isFormula(String text) {
    if (text.equals("-")) {
      return false;
    }
    return text.codePoints()
        .filter(point -> !isSkipped(point))
        .limit(1)
        .anyMatch(point -> FORMULA.indexOf(point) >= 0);
  }

  private static boolean isSkipped(int point) {
    return Character.isSpaceChar(point) || SKIPPED.indexOf(point) >= 0;
  }

  private static String quoted(String text) {
    boolean isPlain =
        text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
            && text.equals(text.strip());
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
