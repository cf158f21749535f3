package rolecall.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import rolecall.ingest.Found;
import rolecall.ingest.LogPaths;
import rolecall.monitor.Progress;

/**
 * The inputs that a user named, and how to read them.
 *
 * @param paths as written; {@code -} is standard input
 * @param aws for the paths that lie in S3
 */
record LogInputs(List<String> paths, AwsChoice aws, int threads, boolean quiet) {
  LogInputs {
    paths = List.copyOf(paths);
    Objects.requireNonNull(aws, "aws is null");
  }

  /** Hands the inputs to what reads them, with progress shown where a person sees it. */
  <T> T read(Console console, BiFunction<Iterator<Found>, Progress, T> reading) {
    try (S3Inputs buckets = new S3Inputs(aws)) {
      if (quiet || !console.errTerminal()) {
        return reading.apply(LogPaths.walk(paths, console.in(), buckets), Progress.NONE);
      }
      try (ScanProgress progress = ScanProgress.open(console, paths)) {
        return reading.apply(LogPaths.walk(paths, console.in(), buckets), progress);
      }
    }
  }
}
