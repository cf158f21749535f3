package rolecall.cli;

import java.util.List;
import rolecall.ingest.Unreadable;
import rolecall.monitor.ScanResult;

/** Tells on standard error what was lost, and what else a user should know. */
final class Losses {
  /** More lines than this nobody reads; the rest is only counted. */
  static final int MOST = 20;

  private Losses() {}

  static void tell(ScanResult result, boolean quiet, Console console) {
    List<String> problems = result.problems().stream().map(Losses::line).toList();
    tell(problems, "input", console);
    if (!quiet) {
      tell(result.notes(), "note", console);
    }
  }

  private static void tell(List<String> lines, String kind, Console console) {
    lines.stream().limit(MOST).forEach(console::say);
    int more = lines.size() - MOST;
    if (more <= 0) {
      return;
    }
    String things = kind + (more == 1 ? "" : "s");
    console.say(
        kind.equals("input")
            ? "%,d more %s could not be read; scan fewer files at a time to see which."
                .formatted(more, things)
            : "%,d more %s are not shown.".formatted(more, things));
  }

  /** {@code logs/a.json: record 12 (byte 3456): what is wrong. What to do.} */
  private static String line(Unreadable lost) {
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
