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
  private final String eventId;
  private final LogInputs inputs;

  ExplainRun(Console console, String eventId, LogInputs inputs) {
    this.console = Objects.requireNonNull(console, "console is null");
    this.eventId = Objects.requireNonNull(eventId, "eventId is null");
    this.inputs = Objects.requireNonNull(inputs, "inputs is null");
  }

  ExitCode run(Optional<Path> file, boolean asJson) throws Refused {
    CompiledPolicy policy = Policies.judging(file, console, "nothing was explained", false);
    EventSearch search = new EventSearch(policy, inputs.threads());
    EventSearch.Answer answer =
        inputs.read(console, (found, progress) -> search.run(eventId, found, progress));
    Losses.tell(answer.result(), inputs.quiet(), console);
    boolean lost = answer.result().summary().unreadable() > 0;
    if (answer.found().isEmpty()) {
      console.say(notFound(answer));
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

  private String notFound(EventSearch.Answer answer) {
    long records = answer.result().summary().records();
    String near =
        answer.near().isEmpty()
            ? "Copy the id from a finding, or name the logs that hold it."
            : "Did you mean " + String.join(" or ", answer.near()) + "?";
    return "no record has the id %s; %s read. %s"
        .formatted(eventId, Words.count(records, "record"), near);
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
          "Event %s, %s, record %d.".formatted(eventId, one.input().file(), one.input().record()));
      lines.addAll(explained.subList(1, 2));
      one.told().forEach((rule, fate) -> lines.add("  " + rule + ": " + fate + "."));
      lines.addAll(explained.subList(2, explained.size()));
    }
    return lines;
  }
}
