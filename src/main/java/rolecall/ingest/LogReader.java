package rolecall.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads one input after the other. Keeps its buffers between inputs; for one thread at a time. */
public final class LogReader {
  private final EventFilter filter;
  private final Decisions decisions;
  private final StoredBytes stored = new StoredBytes();
  private final GzipUnpacker gzip = new GzipUnpacker(stored);
  private final Window window = new Window();
  private final PackedText packedText = new PackedText();

  public LogReader(EventFilter filter) {
    this.filter = filter;
    this.decisions = new Decisions(filter);
  }

  /**
   * Reads one input to its end. Never throws for what stands in it, nor for what cannot be read.
   */
  public void read(LogSource source, RecordSink sink) {
    Tally tally = new Tally(source, filter, sink);
    try {
      read(source.open(), tally);
    } catch (CannotOpen failed) {
      tally.lostInput(failed.getMessage(), failed.fix());
    } catch (IOException failed) {
      tally.lostInput(
          "It cannot be opened: " + IoReason.of(failed) + ".",
          "Check that it exists and that you may read it.");
    }
    tally.end();
  }

  private void read(InputStream input, Tally tally) {
    try (input) {
      stored.open(input);
      readStored(tally);
    } catch (IOException _) {
      // Closing failed. Everything was read before that, so nothing is lost.
      return;
    }
  }

  private void readStored(Tally tally) {
    try {
      window.open(unpacker());
    } catch (Damage unreadable) {
      tally.lostInput(unreadable.what(), unreadable.fix());
      return;
    }
    window.more();
    Optional<Damage> unwelcome = Unwelcome.at(window);
    if (unwelcome.isPresent()) {
      tally.lostInput(unwelcome.get().what(), unwelcome.get().fix());
      return;
    }
    new ValueStream(window, decisions, tally, new Envelopes(tally, packedText)).read();
  }

  private Unpacker unpacker() throws Damage {
    if (!GzipUnpacker.recognises(stored)) {
      return stored;
    }
    gzip.open();
    return gzip;
  }
}
