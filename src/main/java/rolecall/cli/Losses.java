package rolecall.cli;

import rolecall.ingest.Unreadable;
import rolecall.monitor.ScanResult;

/** Tells on standard error what was lost, and what else a user should know. */
final class Losses {
  private Losses() {}

  /** One line each; the scan bounds their number. */
  static void tell(ScanResult result, boolean quiet, Console console) {
    result.problems().stream().map(Losses::line).forEach(console::say);
    if (!quiet) {
      result.notes().forEach(console::say);
    }
  }

  /** {@code logs/a.json: record 12 (byte 3456): what is wrong. What to do.} */
  static String line(Unreadable lost) {
    StringBuilder line = new StringBuilder(lost.file());
    if (lost.record().isPresent()) {
      line.append(": record ").append(lost.record().getAsLong());
    }
    if (lost.offset().isPresent()) {
      String place = "byte " + lost.offset().getAsLong();
      line.append(lost.record().isPresent() ? " (" + place + ")" : ": " + place);
    }
    return line.append(": ").append(lost.what()).append(' ').append(lost.fix()).toString();
  }
}
