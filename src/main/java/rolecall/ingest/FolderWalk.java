package rolecall.ingest;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Walks one folder that a user named, depth first, each folder's entries by name. Ends with {@link
 * Found.EmptyFolder} when there was no log.
 */
final class FolderWalk implements Iterator<Found> {
  private final String root;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final Set<Path> linkedFolders = new HashSet<>();
  private Optional<Found> next = Optional.empty();
  private boolean anyLog;
  private boolean ended;

  /** A folder on the path to where the walk is. */
  private record Level(String name, Path real, Iterator<Path> entries) {}

  FolderWalk(String name, Path folder) {
    this.root = withoutEndingSlash(name);
    enter(root, folder);
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && !ended) {
      advance();
    }
    return next.isPresent();
  }

  @Override
  public Found next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the folder is at its end");
    }
    Found found = next.orElseThrow();
    next = Optional.empty();
    return found;
  }

  private void advance() {
    Level level = levels.peek();
    if (level == null) {
      ended = true;
      if (!anyLog) {
        next = Optional.of(new Found.EmptyFolder(root));
      }
    } else if (level.entries().hasNext()) {
      look(level, level.entries().next());
    } else {
      levels.pop();
    }
  }

  private void look(Level level, Path entry) {
    String fileName = entry.getFileName().toString();
    String name =
        level.name().endsWith("/") ? level.name() + fileName : level.name() + "/" + fileName;
    if (Files.isDirectory(entry)) {
      enter(name, entry);
    } else if (!LogName.looksLikeLog(fileName)
        || (Files.exists(entry) && !Files.isRegularFile(entry))) {
      next = Optional.of(new Found.Skipped(name));
    } else if (Files.exists(entry)) {
      anyLog = true;
      next = Optional.of(new Found.Source(new LogFile(name, false, entry)));
    } else {
      lose(name, "It is a link to a file that does not exist.", "Mend the link or take it out.");
    }
  }

  private void enter(String name, Path folder) {
    try {
      Path real = folder.toRealPath();
      boolean onPath = levels.stream().anyMatch(level -> level.real().equals(real));
      if (onPath || (Files.isSymbolicLink(folder) && !linkedFolders.add(real))) {
        return;
      }
      levels.push(new Level(name, real, entriesOf(folder).iterator()));
    } catch (IOException failed) {
      lose(
          name,
          "The folder cannot be read: " + IoReason.of(failed) + ".",
          "Change its permissions, or scan as a user who may read it.");
    }
  }

  private static List<Path> entriesOf(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
    return entries;
  }

  private void lose(String name, String what, String fix) {
    anyLog = true;
    next =
        Optional.of(
            new Found.Missing(
                new Unreadable(name, OptionalLong.empty(), OptionalLong.empty(), what, fix)));
  }

  private static String withoutEndingSlash(String name) {
    int end = name.length();
    while (end > 1
        && (name.charAt(end - 1) == '/' || name.charAt(end - 1) == java.io.File.separatorChar)) {
      end--;
    }
    return name.substring(0, end);
  }
}
