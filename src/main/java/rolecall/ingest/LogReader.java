package rolecall.ingest;

/** Reads one input to its end. */
public final class LogReader {
  private LogReader() {}
}
