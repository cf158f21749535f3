package rolecall.ingest;

import java.io.InputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Finds the inputs behind the paths that a user gave. */
public final class LogPaths {
  private LogPaths() {}

  /**
   * Everything at those paths, folders walked, in the order given and inside a folder by name.
   * Found as it is asked for, so that a folder of any size needs no memory.
   *
   * @param paths files, folders, or {@code -} for standard input
   */
  public static Iterator<Found> walk(List<String> paths, InputStream standardInput) {
    return Collections.emptyIterator();
  }
}
