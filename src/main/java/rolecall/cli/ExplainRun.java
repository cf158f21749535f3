package rolecall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.monitor.EventSearch;
import rolecall.policy.CompiledPolicy;
import rolecall.report.ExplanationJson;

/** One {@code explain}, from words to an exit code. */
final class ExplainRun {
  private final Console console;
  private final SoughtEvent sought;

  ExplainRun(Console console, SoughtEvent sought) {
    this.console = Objects.requireNonNull(console, "console is null");
    this.sought = Objects.requireNonNull(sought, "sought is null");
  }

  ExitCode run(Optional<Path> file) throws Refused {
    LogInputs inputs = sought.inputs();
    boolean asJson = sought.asJson();
    CompiledPolicy policy = Policies.judging(file, console, "nothing was explained", false);
    EventSearch search = new EventSearch(policy, inputs.threads());
    EventSearch.Answer answer =
        inputs.read(console, (found, progress) -> search.run(sought.eventId(), found, progress));
    Losses.tell(answer.result(), inputs.quiet(), console);
    boolean lost = answer.result().summary().unreadable() > 0;
    if (answer.found().isEmpty()) {
      console.say(sought.notFound(answer.result().summary().records(), answer.near()));
      return lost ? ExitCode.UNREADABLE : ExitCode.USAGE;
    }
    if (asJson) {
      console.write(
          true,
          Console.ELSEWHERE,
          out -> ExplanationJson.write(answer.found(), policy.stamp(), out));
    } else {
      console.writeLines(text(answer.found()));
    }
    return lost ? ExitCode.UNREADABLE : ExitCode.CLEAN;
  }

  private List<String> text(List<EventSearch.Explained> found) {
    List<String> lines = new ArrayList<>();
    for (EventSearch.Explained one : found) {
      if (!lines.isEmpty()) {
        lines.add("");
        lines.add("");
      }
      List<String> explained = one.explanation().lines();
      lines.add(explained.getFirst());
      lines.add(
          "Event %s, %s, record %d."
              .formatted(sought.eventId(), one.input().file(), one.input().record()));
      lines.addAll(explained.subList(1, 2));
      one.told().forEach((rule, fate) -> lines.add("  " + rule + ": " + fate + "."));
      lines.addAll(explained.subList(2, explained.size()));
    }
    return lines;
  }
}
