package rolecall.alert;

/** Short texts in printable ASCII: subjects, messages for telephones. Stateless. */
final class Ascii {
  private static final String END = "...";

  private Ascii() {}

  /** What is not printable ASCII becomes {@code ?}; what is longer than {@code most} is cut. */
  static String show(String text, int most) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point ->
            shown.append(
                switch (point) {
                  case '\u2039' -> '(';
                  case '\u203a' -> ')';
                  default -> point >= ' ' && point <= '~' ? (char) point : '?';
                }));
    return cut(shown.toString(), most);
  }

  /** Cuts so that what is left is no link either: {@code a.comfort} cut short would be one. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int kept = most - END.length();
    String cut = Unlinked.show(text.substring(0, kept)) + END;
    while (cut.length() > most) {
      kept--;
      cut = Unlinked.show(text.substring(0, kept)) + END;
    }
    return cut;
  }
}
