package rolecall.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rolecall.document.ChimeActions;

/**
 * Every operation of Amazon Chime. Made from the AWS service models by {@code
 * scripts/event-catalogue.py}; the file says from which version.
 */
final class ChimeOperations {
  /** What is in no model and done by the console of the legacy service alone. */
  private static final String CONSOLE = "console";

  private static final Map<String, Operation> ALL = load();

  private static final ChimeActions ACTIONS =
      new ChimeActions(ALL.keySet(), ChimeOperations::isLegacyAlone);

  /**
   * One operation.
   *
   * @param writes whether it changes anything
   * @param apis the APIs that have it, as {@code chime.api} calls them
   */
  record Operation(boolean writes, List<String> apis) {
    Operation {
      apis = List.copyOf(apis);
    }
  }

  private ChimeOperations() {}

  /** Empty for what is in no model, such as the service's own events. */
  static Optional<Operation> named(String eventName) {
    return Optional.ofNullable(ALL.get(eventName));
  }

  /** The actions of the prefix {@code chime}, and which of them the legacy service has alone. */
  static ChimeActions actions() {
    return ACTIONS;
  }

  private static boolean isLegacyAlone(String action) {
    return named(action).filter(o -> o.apis().equals(List.of("legacy"))).isPresent();
  }

  static Map<String, Operation> all() {
    return Map.copyOf(ALL);
  }

  private static Map<String, Operation> load() {
    Map<String, Operation> operations = new HashMap<>();
    try (InputStream file = ChimeOperations.class.getResourceAsStream("/rolecall/chime.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(file, "chime.txt is missing"),
                    StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> {
            List<String> words = Arrays.asList(line.split(" "));
            operations.put(
                words.get(0),
                new Operation(
                    words.get(1).equals("writes"),
                    words.stream().skip(2).filter(word -> !word.equals(CONSOLE)).toList()));
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return operations;
  }
}
