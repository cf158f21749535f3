package rolecall.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Collects everything that is wrong with one text, so that a person hears it all at once. Not
 * thread-safe; one text, one collector.
 */
public final class Problems {
  private final String name;
  private final List<String> lines;
  private final List<Problem> found = new ArrayList<>();

  /**
   * @param name what to call the text: a file's path
   * @param text the whole text, for showing the line that is wrong
   */
  public Problems(String name, String text) {
    this.name = Objects.requireNonNull(name, "name is null");
    this.lines = text.lines().toList();
  }

  /** Notes a problem that makes the text unusable. */
  public void error(Position at, String what, String why, String fix) {
    found.add(new Problem(Problem.Severity.ERROR, at, what, why, fix));
  }

  /** Notes a problem that a person should look at. */
  public void warning(Position at, String what, String why, String fix) {
    found.add(new Problem(Problem.Severity.WARNING, at, what, why, fix));
  }

  /** Whether the text must be refused. */
  public boolean hasErrors() {
    return found.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
  }

  /** Everything found, in the order of the text. */
  public List<Problem> all() {
    return found.stream().sorted(Comparator.comparing(Problem::at)).toList();
  }

  /**
   * Everything found, as a person reads it: file, line, column, what, why, fix, and the line with a
   * caret under the place. Empty when nothing is wrong.
   */
  public String render() {
    StringBuilder text = new StringBuilder();
    all().forEach(problem -> append(problem, Integer.MAX_VALUE, text));
    return text.toString();
  }

  /**
   * The first errors as {@link #render} shows them, warnings left out, for a place that has room
   * for little: each part of a line that is longer than {@code width} is cut, and says so with
   * three dots.
   *
   * @param most how many errors to show at most
   */
  public String renderErrors(int most, int width) {
    StringBuilder text = new StringBuilder();
    errors().stream().limit(most).forEach(problem -> append(problem, width, text));
    return text.toString();
  }

  /** How many problems make the text unusable. */
  public int errorCount() {
    return errors().size();
  }

  private List<Problem> errors() {
    return all().stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
  }

  private void append(Problem problem, int width, StringBuilder text) {
    Position at = problem.at();
    text.append(
        "%s %s:%d:%d: %s %s Fix: %s%n"
            .formatted(
                problem.severity(),
                name,
                at.line(),
                at.column(),
                cut(problem.what(), 0, width),
                cut(problem.why(), 0, width),
                cut(problem.fix(), 0, width)));
    if (at.line() <= lines.size()) {
      String line = printable(lines.get(at.line() - 1));
      int caret = Math.min(at.column() - 1, line.length());
      int from = caret < width ? 0 : caret - width / 2;
      text.append(" | %s%n".formatted(cut(line, from, width)));
      text.append(" | %s^%n".formatted(" ".repeat(caret - from)));
    }
  }

  /** The text from that index on, at most so many characters of it; no letter is cut in two. */
  private static String cut(String text, int from, int width) {
    if (text.length() - from <= width) {
      return text.substring(from);
    }
    int end = from + width;
    return text.substring(from, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }

  /** The line with one visible character for each that would move or hide others. */
  private static String printable(String line) {
    StringBuilder text = new StringBuilder(line.length());
    line.codePoints().forEach(c -> text.appendCodePoint(c == '\t' ? ' ' : visible(c)));
    return text.toString();
  }

  private static int visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          '\uFFFD';
      default -> codePoint;
    };
  }
}
