package rolecall.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What MITRE ATT&amp;CK calls the techniques that the shipped policy names. */
final class AttackNames {
  private static final String LIST = "/rolecall/attack.txt";

  private static final Map<String, String> NAMES = read();

  private AttackNames() {}

  /** The name of a technique or sub-technique, as {@code T1098.003}; empty for one not listed. */
  static Optional<String> of(String id) {
    return Optional.ofNullable(NAMES.get(id));
  }

  private static Map<String, String> read() {
    try (InputStream list =
            Objects.requireNonNull(AttackNames.class.getResourceAsStream(LIST), LIST);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .collect(Collectors.toUnmodifiableMap(words -> words[0], words -> words[1]));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
