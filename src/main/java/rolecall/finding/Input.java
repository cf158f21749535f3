package rolecall.finding;

import java.util.Objects;

/**
 * Where the record stood.
 *
 * @param file the path as the user wrote it, or {@code -}
 * @param record its place in the file, from 0
 */
public record Input(String file, long record) {
  public Input {
    Objects.requireNonNull(file, "file is null");
  }
}
