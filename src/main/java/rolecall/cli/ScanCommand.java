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
      names = "--policy",
      paramLabel = "FILE",
      description = "judge by this policy instead of the shipped one")
  private String policy;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "table, json (one document), jsonl (one finding a line), ocsf (Detection Findings, one"
              + " event a line), sarif (2.1.0) or csv; default: table")
  private String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the results to this file, whole or not at all")
  private String output;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "low",
      description =
          "end with 1 when something this grave or graver is found: info, low, medium, high or"
              + " critical; default: low")
  private String failOn;

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      defaultValue = "info",
      description =
          "show only findings this grave or graver; the counts and the exit code stay those of all"
              + " findings")
  private String severity;

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

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "json or jsonl results of an earlier scan: what they tell is counted, not told again")
  private String baseline;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "read so many files at once, 1 to 64; default: one a processor; the results are the same")
  private String threads;

  @Option(names = "--quiet", description = "no progress, notes or warnings; errors stay")
  private boolean quiet;

  @Option(
      names = "--no-color",
      description = "no colour on a terminal; a NO_COLOR variable that is not empty does the same")
  private boolean noColour;

  @Option(
      names = "--show-observed",
      description = "show what rules in mode observe found as well; it never changes the exit code")
  private boolean showObserved;

  @Mixin private AwsOptions aws = new AwsOptions();

  ScanCommand(Console console) {
    this.console = Objects.requireNonNull(console, "console is null");
  }

  @Override
  public Integer call() throws Refused {
    return new ScanRun(console, request()).run().number();
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
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw Refused.usage(
          "--since %s is after --until %s; no event could lie between them."
              .formatted(since, until));
    }
    return new ScanRequest(
        paths,
        aws.choice(),
        Words.path("--policy", policy),
        Words.format("--format", format),
        Words.path("--output", output).filter(file -> !file.toString().equals("-")),
        Words.severity("--fail-on", failOn),
        Words.severity("--severity", severity),
        from,
        to,
        Words.path("--baseline", baseline),
        threads == null ? Words.threads() : Words.threads("--threads", threads),
        quiet,
        console.colour() && !noColour,
        showObserved);
  }

  private static Optional<Instant> moment(String option, String word) throws Refused {
    return word == null ? Optional.empty() : Optional.of(Words.moment(option, word));
  }
}
