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
    for (Problem problem : all()) {
      Position at = problem.at();
      text.append(
          "%s %s:%d:%d: %s %s Fix: %s%n"
              .formatted(
                  problem.severity(),
                  name,
                  at.line(),
                  at.column(),
                  problem.what(),
                  problem.why(),
                  problem.fix()));
      if (at.line() <= lines.size()) {
        String line = printable(lines.get(at.line() - 1));
        text.append(" | %s%n".formatted(line));
        text.append(" | %s^%n".formatted(" ".repeat(Math.min(at.column() - 1, line.length()))));
      }
    }
    return text.toString();
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
