package rolecall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * One line of {@code expected/events.txt}: what the contract says about one record under {@code
 * events/}.
 *
 * @param file the path from the root of the repository, with slashes
 * @param record the record's place in the file, from 0; empty when the file holds none
 * @param eventId the id that CloudTrail gave the record, or {@code -}
 * @param what rule ids, or one of the words that the head of the file explains
 */
public record ExpectedEvents(String file, OptionalInt record, String eventId, List<String> what) {
  private static final Path FILE = Path.of("src/test/resources/expected/events.txt");

  public ExpectedEvents {
    what = List.copyOf(what);
  }

  /** All lines, in the order of the file. */
  public static List<ExpectedEvents> read() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.startsWith("#"))
        .map(ExpectedEvents::parse)
        .toList();
  }

  private static ExpectedEvents parse(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(FILE + ": a line has four words, not: " + line);
    }
    OptionalInt record =
        parts[1].equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[1]));
    return new ExpectedEvents(parts[0], record, parts[2], List.of(parts[3].split(",", -1)));
  }

  /** The line as it stands in the file. */
  public String line() {
    String number = record.isPresent() ? Integer.toString(record.getAsInt()) : "-";
    return String.join(" ", file, number, eventId, String.join(",", what));
  }
}
