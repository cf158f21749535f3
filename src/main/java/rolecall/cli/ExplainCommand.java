package rolecall.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words of {@code rolecall explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    synopsisHeading = "Usage: ",
    customSynopsis = "rolecall explain [OPTIONS] EVENT-ID PATH...",
    description = {
      "Say why an event alerted, or why not: every rule, clause and grant.",
      "",
      "Looks for the records of that id in the same inputs as 'scan', and shows of each which"
          + " clauses held, which did not and with which values. All is judged, since whether a"
          + " finding is told depends on the events before it.%n"
    },
    parameterListHeading = "Arguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:explained",
      " 2:wrong usage, a bad policy, or no record with that id",
      " 3:some input could not be read; what was found in the rest is explained"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "EVENT-ID",
      arity = "0..1",
      hideParamSyntax = true,
      description = "eventID of the record, or the sha256:... that scan shows for one without")
  private String eventId;

  @Parameters(
      index = "1..*",
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
      defaultValue = "text",
      description = "text or json; default: text")
  private String format;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "read so many files at once, 1 to 64; default: one a processor")
  private String threads;

  @Option(names = "--quiet", description = "no progress, notes or warnings; errors stay")
  private boolean quiet;

  @Mixin private AwsOptions aws = new AwsOptions();

  ExplainCommand(Console console) {
    this.console = Objects.requireNonNull(console, "console is null");
  }

  @Override
  public Integer call() throws Refused {
    if (eventId == null || paths.isEmpty()) {
      throw Refused.usage(
          "explain needs an EVENT-ID and a PATH: a log file, a folder of log files,"
              + " s3://BUCKET/PREFIX, or - for standard input.");
    }
    return new ExplainRun(
            console,
            eventId,
            new LogInputs(
                paths,
                aws.choice(),
                threads == null ? Words.threads() : Words.threads("--threads", threads),
                quiet))
        .run(Words.path("--policy", policy), Words.isJson("--format", format))
        .number();
  }
}
