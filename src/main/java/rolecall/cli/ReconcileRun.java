package rolecall.cli;

import java.util.Objects;
import rolecall.aws.Waiting;
import rolecall.report.BalanceText;
import rolecall.report.Format;

/** One {@code reconcile}, from a request to an exit code. */
final class ReconcileRun {
  private final Console console;
  private final ReconcileRequest request;

  ReconcileRun(Console console, ReconcileRequest request) {
    this.console = Objects.requireNonNull(console, "console is null");
    this.request = Objects.requireNonNull(request, "request is null");
  }

  ExitCode run() throws Refused {
    try (StopSignal signal = new StopSignal()) {
      return run(signal);
    }
  }

  /** The same, with another way of waiting. */
  ExitCode run(Waiting waiting) throws Refused {
    int threads = request.paths().isEmpty() ? LookupRun.AT_ONCE : request.threads();
    ReconcileReading reading = new ReconcileReading(console, request, waiting);
    ExitCode code = new ResultRun(console, request.results(), threads).run(reading);
    if (!isPartOf(request.results().format())) {
      reading.balance().ifPresent(all -> console.print(String.join("\n", BalanceText.lines(all))));
    }
    return code;
  }

  /** Whether results of that format hold the coverage themselves. */
  private static boolean isPartOf(Format format) {
    return switch (format) {
      case TABLE, JSON -> true;
      case JSONL, OCSF, SARIF, CSV -> false;
    };
  }
}
