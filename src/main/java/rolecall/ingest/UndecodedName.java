package rolecall.ingest;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a file whose name is no UTF-8. Java hands the words of the command line over with a
 * replacement character in place of each byte that it cannot decode, and a path made of that leads
 * nowhere; the entries of a folder keep their bytes.
 */
final class UndecodedName {
  private static final String REPLACEMENT = "\ufffd";

  private UndecodedName() {}

  /** Whether bytes of the name were lost on the way here, as far as can be told. */
  static boolean isLikely(String name) {
    return name.contains(REPLACEMENT);
  }

  /** The one file or folder that is shown like that path; empty when there are none or several. */
  static Optional<Path> find(Path shown) {
    Path found = shown.isAbsolute() ? shown.getRoot() : Path.of("");
    for (Path part : shown) {
      Path plain = found.resolve(part);
      List<Path> alike =
          isLikely(part.toString()) && !Files.exists(plain) ? alike(found, part) : List.of(plain);
      if (alike.size() != 1) {
        return Optional.empty();
      }
      found = alike.getFirst();
    }
    return Files.exists(found) ? Optional.of(found) : Optional.empty();
  }

  private static List<Path> alike(Path folder, Path name) {
    List<Path> alike = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (entry.getFileName().toString().equals(name.toString())) {
          alike.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      return List.of();
    }
    return alike;
  }
}
