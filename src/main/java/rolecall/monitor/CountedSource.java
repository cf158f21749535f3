package rolecall.monitor;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import rolecall.ingest.LogSource;

/** An input that counts what is read of it, as stored. For one thread at a time. */
final class CountedSource implements LogSource {
  private final LogSource source;
  private final Progress progress;
  private boolean opened;
  private long bytes;

  CountedSource(LogSource source, Progress progress) {
    this.source = source;
    this.progress = progress;
  }

  /** Whether the input could be opened. */
  boolean opened() {
    return opened;
  }

  /** How many bytes were read so far. */
  long bytes() {
    return bytes;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public boolean named() {
    return source.named();
  }

  @Override
  public InputStream open() throws IOException {
    InputStream stream = source.open();
    opened = true;
    return new CountedStream(stream);
  }

  private void count(long read) {
    if (read > 0) {
      bytes += read;
      progress.read(read);
    }
  }

  private final class CountedStream extends FilterInputStream {
    CountedStream(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      count(read);
      return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
      long skipped = super.skip(wanted);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
