package rolecall.cli;

import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import rolecall.aws.TrailWatch;

/** A bar on the terminal that shows how many Regions are read. Removes itself when closed. */
final class LookupProgress implements TrailWatch, AutoCloseable {
  private static final int WIDEST = 100;

  private final ProgressBar bar;
  private final AtomicLong events = new AtomicLong();

  private LookupProgress(ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * A bar on the console's standard error.
   *
   * @param task what is going on, in a word
   */
  static LookupProgress open(Console console, String task, int regions) {
    int width = Math.min(WIDEST, console.columns() - 1);
    return new LookupProgress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(regions)
            .setUnit(" Regions", 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .setConsumer(new ConsoleProgressBarConsumer(console.err(), width))
            .clearDisplayOnFinish()
            .build());
  }

  @Override
  public void read(int more) {
    bar.setExtraMessage(Words.count(events.addAndGet(more), "event"));
  }

  @Override
  public void ended() {
    bar.step();
  }

  @Override
  public void close() {
    bar.close();
  }
}
