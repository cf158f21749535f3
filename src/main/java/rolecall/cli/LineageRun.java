package rolecall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import rolecall.lineage.ChainText;
import rolecall.monitor.LineageSearch;
import rolecall.report.ChainJson;

/** One {@code lineage}, from words to an exit code. */
final class LineageRun {
  private final Console console;
  private final SoughtEvent sought;

  LineageRun(Console console, SoughtEvent sought) {
    this.console = Objects.requireNonNull(console, "console is null");
    this.sought = Objects.requireNonNull(sought, "sought is null");
  }

  ExitCode run() throws Refused {
    LogInputs inputs = sought.inputs();
    boolean asJson = sought.asJson();
    LineageSearch search = new LineageSearch(inputs.threads());
    LineageSearch.Answer answer =
        inputs.read(console, (found, progress) -> search.run(sought.eventId(), found, progress));
    Losses.tell(answer.result(), inputs.quiet(), console);
    answer.losses().ifPresent(console::say);
    boolean lost = answer.result().summary().unreadable() > 0;
    if (answer.found().isEmpty()) {
      console.say(sought.notFound(answer.result().summary().records(), answer.near()));
      return lost ? ExitCode.UNREADABLE : ExitCode.USAGE;
    }
    if (asJson) {
      console.write(
          true, Console.ELSEWHERE, out -> ChainJson.write(answer.found(), answer.losses(), out));
    } else {
      console.writeLines(text(answer.found()));
    }
    return lost ? ExitCode.UNREADABLE : ExitCode.CLEAN;
  }

  private List<String> text(List<LineageSearch.Traced> found) {
    List<String> lines = new ArrayList<>();
    for (LineageSearch.Traced one : found) {
      if (!lines.isEmpty()) {
        lines.add("");
        lines.add("");
      }
      lines.add(
          "Event %s, %s, record %d."
              .formatted(sought.eventId(), one.input().file(), one.input().record()));
      lines.addAll(ChainText.lines(one.chain()));
    }
    return lines;
  }
}
