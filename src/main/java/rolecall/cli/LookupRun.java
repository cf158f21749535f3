package rolecall.cli;

import java.util.Objects;
import rolecall.aws.AwsClients;
import rolecall.aws.TrailEvents;
import rolecall.aws.Waiting;

/** One {@code lookup}, from a request to an exit code. */
final class LookupRun {
  /** How many Regions are asked at once; each has its own two calls a second. */
  static final int AT_ONCE = 8;

  private final Console console;
  private final LookupRequest request;

  LookupRun(Console console, LookupRequest request) {
    this.console = Objects.requireNonNull(console, "console is null");
    this.request = Objects.requireNonNull(request, "request is null");
  }

  ExitCode run() throws Refused {
    try (StopSignal signal = new StopSignal()) {
      if (request.resume().isPresent()) {
        signal.listen();
      }
      return run(signal);
    }
  }

  /** The same, with another way of waiting. */
  ExitCode run(Waiting waiting) throws Refused {
    try (AwsClients clients = request.aws().clients()) {
      LookupReading reading = new LookupReading(console, request, clients, waiting);
      ExitCode code = new ResultRun(console, request.results(), AT_ONCE).run(reading);
      // Kept only now: what is not told must be read again.
      if (request.resume().isPresent() && reading.trail().isPresent()) {
        keep(request.resume().get(), reading.trail().get());
      }
      return code;
    }
  }

  private void keep(ResumeFile file, TrailEvents trail) throws Refused {
    ResumeFile.Left left = new ResumeFile.Left(request.since(), request.until(), trail.left());
    file.write(left);
    if (!left.rests().isEmpty()) {
      console.say(
          "%s says what was not read; the same command again reads and tells only that."
              .formatted(file.file()));
    }
  }
}
