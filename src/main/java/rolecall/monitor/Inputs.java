package rolecall.monitor;

import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import rolecall.ingest.Found;
import rolecall.ingest.Unreadable;

/** Hands out the inputs of a scan one by one, numbered. Thread-safe. */
final class Inputs {
  /** An input and its place among all, from 0. */
  record Numbered(long number, Found found) {
    Numbered {
      Objects.requireNonNull(found, "found is null");
    }
  }

  private final Iterator<Found> inputs;
  private long taken;
  private volatile boolean over;

  Inputs(Iterator<Found> inputs) {
    this.inputs = inputs;
  }

  /** The next input; empty when there is none, or nobody wants it any more. */
  synchronized Optional<Numbered> next() {
    try {
      if (over || !inputs.hasNext()) {
        over = true;
        return Optional.empty();
      }
      return Optional.of(new Numbered(taken++, inputs.next()));
    } catch (RuntimeException fault) {
      over = true;
      return Optional.of(new Numbered(taken++, brokenOff(fault)));
    }
  }

  /** No further input is handed out. */
  void stop() {
    over = true;
  }

  private static Found brokenOff(RuntimeException fault) {
    return new Found.Missing(
        new Unreadable(
            "the list of inputs",
            OptionalLong.empty(),
            OptionalLong.empty(),
            "The inputs after this point could not be found: " + fault + ".",
            "Name the files one by one, and report this fault of Rolecall."));
  }
}
