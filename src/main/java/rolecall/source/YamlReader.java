package rolecall.source;

import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 text to {@link Node}. Stateless and thread-safe.
 *
 * <p>Plain values are read as JSON has them: {@code True}, {@code ~} and the account id {@code
 * 012345678901} are texts.
 */
public final class YamlReader {
  private static final int MAX_LENGTH = 8 * 1024 * 1024;

  private YamlReader() {}

  /**
   * Reads one document.
   *
   * @param name what to call the text in messages
   * @param problems gets a broken line, a key that stands twice, an anchor, a tag
   * @return empty when the text is no YAML or holds nothing; {@code problems} then says so
   */
  public static Optional<Node> read(String name, String text, Problems problems) {
    if (text.length() > MAX_LENGTH) {
      problems.error(
          Position.START,
          "The file is longer than 8 MiB.",
          "Reading on could use up the memory.",
          "Write one YAML document below 8 MiB.");
      return Optional.empty();
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setUseMarks(true)
            .setCodePointLimit(MAX_LENGTH)
            .build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      events.next();
      if (!(events.next() instanceof DocumentStartEvent)) {
        problems.error(
            Position.START,
            "The file is empty.",
            "A policy with no rules would watch nothing.",
            "Start from the shipped policies/default.yaml.");
        return Optional.empty();
      }
      Node root = new NodeReader(settings, events, problems).read();
      events.next();
      refuseMore(events.next(), problems);
      return Optional.of(root);
    } catch (MarkedYamlEngineException broken) {
      problems.error(
          broken.getProblemMark().map(YamlReader::position).orElse(Position.START),
          "This is not YAML: " + sentence(broken.getProblem()),
          "Nothing after this place could be read.",
          "Check the indentation, quotes and colons of this line and the one above.");
      return Optional.empty();
    } catch (YamlEngineException broken) {
      problems.error(
          Position.START,
          "This is not YAML: " + sentence(broken.getMessage()),
          "The file could not be read.",
          "Take out what is no text.");
      return Optional.empty();
    }
  }

  private static void refuseMore(Event after, Problems problems) {
    if (after instanceof DocumentStartEvent) {
      problems.error(
          after.getStartMark().map(YamlReader::position).orElse(Position.START),
          "A second document begins here.",
          "Only the first of a file is read, so this one would have no effect.",
          "Join the two into one document, or take the line '---' out.");
    }
  }

  private static String sentence(String problem) {
    return problem.endsWith(".") ? problem : problem + ".";
  }

  static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
