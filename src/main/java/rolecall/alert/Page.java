package rolecall.alert;

/**
 * Plain text of at most 78 columns where its words allow. A wrapped line begins with blanks, so
 * nothing that a caller wrote can stand where a line of ours begins. Not thread-safe.
 */
final class Page {
  private static final int WIDTH = 78;

  private static final int LABEL = 10;

  private final StringBuilder text = new StringBuilder(4096);

  /** A line of its own, however long. */
  void line(String line) {
    text.append(line).append('\n');
  }

  void blank() {
    text.append('\n');
  }

  void heading(String words) {
    blank();
    line(words);
  }

  /** {@code Role: ChimeAdmin}, in one line. */
  void fact(String label, String value) {
    line(label(label) + value);
  }

  /** The same, wrapped. */
  void wrappedFact(String label, String value) {
    wrapped(label(label), value);
  }

  /** Words behind {@code first}, further lines as far in as the first begins. */
  void wrapped(String first, String words) {
    String indent = " ".repeat(Math.max(2, first.length()));
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (int at = 0; at < words.length(); ) {
      int end = words.indexOf(' ', at);
      String word = words.substring(at, end < 0 ? words.length() : end);
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
        line.append(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
      at = end < 0 ? words.length() : end + 1;
    }
    line(line.toString().stripTrailing());
  }

  private static String label(String label) {
    return label + ":" + " ".repeat(Math.max(1, LABEL - label.length() - 1));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
