package rolecall.cli;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rolecall.monitor.ScanResult;

/** The words of {@code rolecall scan}. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    synopsisHeading = "Usage: ",
    customSynopsis = "rolecall scan [OPTIONS] PATH...",
    description = {
      "Judge log files; findings go to standard output.",
      "",
      "Reads CloudTrail records in every shape that AWS delivers them in, gzip or not. Results go"
          + " to standard output; progress and messages to standard error.%n"
    },
    parameterListHeading = "Arguments:%n",
    optionListHeading = "%nOptions:%n")
final class ScanCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "a log file, a folder of log files, s3://BUCKET/PREFIX, or - for standard input")
  private List<String> paths = List.of();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "ignore events before this time (2026-03-02T09:00:00Z) or day (2026-03-02, from 00:00"
              + " UTC)")
  private String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "ignore events at this time or later; a day means its 00:00 UTC")
  private String until;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Mixin private ResultOptions results = new ResultOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  ScanCommand(Console console) {
    this.console = Objects.requireNonNull(console, "console is null");
  }

  @Override
  public Integer call() throws Refused {
    ScanRequest request = request();
    ResultRequest wanted = request.results();
    LogInputs inputs =
        new LogInputs(request.paths(), request.aws(), request.threads(), wanted.quiet());
    return new ResultRun(console, wanted, request.threads())
        .run((scan, witness) -> {
          ScanResult result =
              inputs.read(console, (found, progress) -> scan.run(found, progress, witness));
          Losses.tell(result, wanted.quiet(), console);
          return result;
        })
        .number();
  }

  private ScanRequest request() throws Refused {
    // Checked here and not by picocli, which would hide a misspelt option behind it.
    if (paths.isEmpty()) {
      throw Refused.usage(
          "scan needs a PATH: a log file, a folder of log files, s3://BUCKET/PREFIX, or - for"
              + " standard input.");
    }
    if (Collections.frequency(paths, "-") > 1) {
      throw Refused.usage("- stands twice, and standard input can be read only once.");
    }
    Optional<Instant> from = moment("--since", since);
    Optional<Instant> to = moment("--until", until);
    Words.inOrder(since, from, until, to);
    return new ScanRequest(
        paths,
        aws.choice(),
        threads.count(),
        results.request(console, failOn.severity(), from, to));
  }

  private static Optional<Instant> moment(String option, String word) throws Refused {
    return word == null ? Optional.empty() : Optional.of(Words.moment(option, word));
  }
}
