package rolecall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import rolecall.ingest.Found;
import rolecall.ingest.LogBuckets;
import rolecall.ingest.LogPaths;
import rolecall.monitor.Progress;

/** A bar on the terminal that shows how much of the input is read. Removes itself when closed. */
final class ScanProgress implements Progress, AutoCloseable {
  private static final int WIDEST = 100;
  private static final long UNKNOWN = -1;
  private static final long MEGABYTE = 1_000_000;

  private final ProgressBar bar;

  private ScanProgress(ProgressBar bar) {
    this.bar = bar;
  }

  /** A bar on the console's standard error, for the inputs at those paths. */
  static ScanProgress open(Console console, List<String> paths) {
    int width = Math.min(WIDEST, console.columns() - 1);
    return new ScanProgress(
        new ProgressBarBuilder()
            .setTaskName("scan")
            .setInitialMax(isMeasurable(paths) ? bytesAt(paths) : UNKNOWN)
            .setUnit(" MB", MEGABYTE)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .setConsumer(new ConsoleProgressBarConsumer(console.err(), width))
            .clearDisplayOnFinish()
            .build());
  }

  @Override
  public void read(long bytes) {
    bar.stepBy(bytes);
  }

  @Override
  public void close() {
    bar.close();
  }

  /** Standard input has no size that is known, and to list a bucket twice would take too long. */
  private static boolean isMeasurable(List<String> paths) {
    return paths.stream().noneMatch(p -> p.equals("-") || p.startsWith(LogBuckets.SCHEME));
  }

  /** The bytes to read, as stored; what cannot be measured counts as nothing. */
  private static long bytesAt(List<String> paths) {
    long total = 0;
    Iterator<Found> inputs = LogPaths.walk(paths, InputStream.nullInputStream());
    while (inputs.hasNext()) {
      if (inputs.next() instanceof Found.Source(var source)) {
        total += size(source.name());
      }
    }
    return total;
  }

  private static long size(String path) {
    try {
      return Files.size(Path.of(path));
    } catch (IOException | InvalidPathException _) {
      return 0;
    }
  }
}
