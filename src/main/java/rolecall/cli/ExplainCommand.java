package rolecall.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin private SoughtEvent sought = new SoughtEvent();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "judge by this policy instead of the shipped one")
  private String policy;

  ExplainCommand(Console console) {
    this.console = Objects.requireNonNull(console, "console is null");
  }

  @Override
  public Integer call() throws Refused {
    if (!sought.isWhole()) {
      throw Refused.usage(
          "explain needs an EVENT-ID and a PATH: a log file, a folder of log files,"
              + " s3://BUCKET/PREFIX, or - for standard input.");
    }
    return new ExplainRun(console, sought).run(Words.path("--policy", policy)).number();
  }
}
