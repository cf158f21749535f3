package rolecall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import rolecall.finding.KnownFinding;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/**
 * Reads back what an earlier scan told, from its {@code json} or {@code jsonl} output. What rules
 * on trial found was not told, and is left out.
 */
final class Baseline {
  private static final String FIX = " Give the output of 'rolecall scan --format jsonl' or json.";

  private final Path file;

  private Baseline(Path file) {
    this.file = file;
  }

  /**
   * @throws Refused when the file cannot be read, or is no such output
   */
  static Set<KnownFinding> read(Path file) throws Refused {
    try {
      return new Baseline(file).read(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw Refused.file(
          "the baseline %s cannot be read: %s.%s".formatted(file, FileTrouble.why(unreadable), FIX),
          unreadable);
    }
  }

  private Set<KnownFinding> read(byte[] bytes) throws Refused {
    Optional<Json> document = wholeDocument(bytes);
    return document.isPresent() ? alerts(document.get()) : lines(bytes);
  }

  /** The value, when the file is one JSON document with alerts. */
  private static Optional<Json> wholeDocument(byte[] bytes) {
    try {
      return Optional.of(JsonReader.read(bytes, 0, bytes.length))
          .filter(value -> value.get("alerts") instanceof Json.Arr);
    } catch (UnreadableJson _) {
      return Optional.empty();
    }
  }

  private Set<KnownFinding> alerts(Json document) throws Refused {
    Set<KnownFinding> known = new HashSet<>();
    int number = 0;
    for (Json alert : document.get("alerts").items()) {
      known.add(finding(alert, "alerts[" + number++ + "]"));
    }
    return known;
  }

  private Set<KnownFinding> lines(byte[] bytes) throws Refused {
    Set<KnownFinding> known = new HashSet<>();
    int number = 0;
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String where = "line " + number;
      Json value = parse(line, where);
      if (!value.get("mode").text().equals(Optional.of("observe"))) {
        known.add(finding(value, where));
      }
    }
    return known;
  }

  private Json parse(String line, String where) throws Refused {
    try {
      return JsonReader.read(line);
    } catch (UnreadableJson broken) {
      throw refused(where + " is not JSON", broken);
    }
  }

  private KnownFinding finding(Json value, String where) throws Refused {
    Optional<String> rule = value.get("rule").filledText();
    Optional<String> event = value.get("event").get("id").filledText();
    if (rule.isEmpty() || event.isEmpty()) {
      throw refused(where + " is no finding: it has no rule or no event.id", null);
    }
    return new KnownFinding(rule.get(), event.get(), value.get("event").get("account").text());
  }

  private Refused refused(String what, Throwable cause) {
    return Refused.file("the baseline %s: %s.%s".formatted(file, what, FIX), cause);
  }
}
