package rolecall.ingest;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/** Finds the inputs behind the paths that a user gave. */
public final class LogPaths {
  private static final String STANDARD_INPUT = "-";
  private static final String NOT_FOUND = "There is no such file or folder.";

  private LogPaths() {}

  /**
   * Everything at those paths, folders walked, in the order given and inside a folder by name.
   * Found as it is asked for, so that a folder of any size needs no memory but for the names in it.
   *
   * <p>A file that the user names is opened whatever it is called; inside a folder only regular
   * files that look like logs are. Links are followed, and a folder that two links lead to is
   * walked once.
   *
   * @param paths files, folders, or {@code -} for standard input
   */
  public static Iterator<Found> walk(List<String> paths, InputStream standardInput) {
    return walk(paths, standardInput, LogPaths::nowhere);
  }

  /**
   * The same, with places in S3 among the paths.
   *
   * @param buckets asked when there is such a place, and not before
   */
  public static Iterator<Found> walk(
      List<String> paths, InputStream standardInput, LogBuckets buckets) {
    return new Walk(List.copyOf(paths), standardInput, buckets);
  }

  private static Iterator<Found> nowhere(String uri) {
    return List.of(missing(uri, "It lies in S3.", "Fetch it with: aws s3 cp, and name the file."))
        .iterator();
  }

  private static Found missing(String name, String what, String fix) {
    return new Found.Missing(
        new Unreadable(name, OptionalLong.empty(), OptionalLong.empty(), what, fix));
  }

  private static final class Walk implements Iterator<Found> {
    private final Iterator<String> paths;
    private final InputStream standardInput;
    private final LogBuckets buckets;
    private Iterator<Found> folder = Collections.emptyIterator();

    Walk(List<String> paths, InputStream standardInput, LogBuckets buckets) {
      this.paths = paths.iterator();
      this.standardInput = standardInput;
      this.buckets = buckets;
    }

    @Override
    public boolean hasNext() {
      return folder.hasNext() || paths.hasNext();
    }

    @Override
    public Found next() {
      return folder.hasNext() ? folder.next() : open(paths.next());
    }

    private Found open(String name) {
      if (name.equals(STANDARD_INPUT)) {
        return new Found.Source(new StandardInput(standardInput));
      }
      if (name.startsWith(LogBuckets.SCHEME)) {
        folder = buckets.walk(name);
        return folder.next();
      }
      Path path;
      try {
        path = Path.of(name);
      } catch (InvalidPathException impossible) {
        return missing(name, "No file can have this name: " + impossible.getReason() + ".");
      }
      if (name.isEmpty()) {
        return missing(name, NOT_FOUND);
      }
      if (Files.exists(path)) {
        return open(name, path);
      }
      return UndecodedName.find(path)
          .map(found -> open(name, found))
          .orElseGet(() -> missing(name, NOT_FOUND));
    }

    private Found open(String name, Path path) {
      if (!Files.isReadable(path)) {
        return LogPaths.missing(
            name,
            "You may not read it.",
            "Change its permissions, or scan as a user who may read it.");
      }
      if (!Files.isDirectory(path)) {
        return new Found.Source(new LogFile(name, true, path));
      }
      folder = new FolderWalk(name, path);
      return folder.next();
    }

    private static Found missing(String name, String what) {
      return LogPaths.missing(
          name,
          what,
          UndecodedName.isLikely(name)
              ? "The name is no UTF-8, so its bytes were lost; name the folder that holds it."
              : "Check the spelling and the folder that you are in.");
    }
  }

  private record StandardInput(InputStream input) implements LogSource {
    @Override
    public String name() {
      return STANDARD_INPUT;
    }

    @Override
    public boolean named() {
      return true;
    }

    @Override
    public InputStream open() {
      return input;
    }
  }
}
