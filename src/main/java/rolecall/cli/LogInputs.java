package rolecall.cli;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import rolecall.ingest.Found;
import rolecall.ingest.LogPaths;
import rolecall.monitor.Progress;

/**
 * The inputs that a user named, and how to read them.
 *
 * @param paths as written; {@code -} is standard input
 */
record LogInputs(List<String> paths, int threads, boolean quiet) {
  LogInputs {
    paths = List.copyOf(paths);
  }

  /** Hands the inputs to what reads them, with progress shown where a person sees it. */
  <T> T read(Console console, BiFunction<Iterator<Found>, Progress, T> reading) {
    if (quiet || !console.errTerminal()) {
      return reading.apply(LogPaths.walk(paths, console.in()), Progress.NONE);
    }
    try (ScanProgress progress = ScanProgress.open(console, paths)) {
      return reading.apply(LogPaths.walk(paths, console.in()), progress);
    }
  }
}
