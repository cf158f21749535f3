package rolecall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rolecall.monitor.Difference;
import rolecall.monitor.Scan;
import rolecall.monitor.ScanResult;
import rolecall.policy.CompiledPolicy;
import rolecall.report.DifferenceText;

/** {@code rolecall policy diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    synopsisHeading = "Usage: ",
    customSynopsis = "rolecall policy diff [OPTIONS] OLD NEW PATH...",
    description = {
      "Show which findings a new policy adds or removes over past logs.",
      "",
      "Judges the same inputs by both policies. A line begins with + for a finding that only NEW"
          + " tells, - for one that only OLD tells, ~ for one of another severity.%n"
    },
    parameterListHeading = "Arguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:both policies tell the same",
      " 1:they differ",
      " 2:wrong usage, or a policy with errors",
      " 3:some input could not be read; the rest was compared (outranks 1)"
    })
final class DiffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      arity = "0..1",
      hideParamSyntax = true,
      description = "the policy that judges now")
  private String before;

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      arity = "0..1",
      hideParamSyntax = true,
      description = "the policy to come")
  private String after;

  @Parameters(
      index = "2..*",
      paramLabel = "PATH",
      arity = "0..*",
      description = "a log file, a folder of log files, or s3://BUCKET/PREFIX")
  private List<String> paths = List.of();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Option(names = "--quiet", description = "no progress, notes or warnings; errors stay")
  private boolean quiet;

  @Mixin private AwsOptions aws = new AwsOptions();

  DiffCommand(Console console) {
    this.console = Objects.requireNonNull(console, "console is null");
  }

  @Override
  public Integer call() throws Refused {
    if (before == null || after == null || paths.isEmpty()) {
      throw Refused.usage("diff needs OLD and NEW, two policies, and a PATH with logs.");
    }
    if (paths.contains("-")) {
      throw Refused.usage(
          "diff reads its logs twice, and standard input can be read once; name a file.");
    }
    CompiledPolicy old = policy("OLD", before);
    CompiledPolicy renewed = policy("NEW", after);
    LogInputs inputs = new LogInputs(paths, aws.choice(), threads.count(), quiet);
    ScanResult first = scan(old, inputs);
    ScanResult second = scan(renewed, inputs);
    Losses.tell(
        first.problems().size() > second.problems().size() ? first : second, quiet, console);
    Difference difference = Difference.between(first, second);
    console.writeLines(DifferenceText.lines(difference, old.stamp(), renewed.stamp()));
    if (first.summary().unreadable() > 0 || second.summary().unreadable() > 0) {
      return ExitCode.UNREADABLE.number();
    }
    return (difference.changes().isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS).number();
  }

  private CompiledPolicy policy(String argument, String word) throws Refused {
    Optional<Path> file = Words.path(argument, word);
    return Policies.judging(file, console, "nothing was compared", false);
  }

  private ScanResult scan(CompiledPolicy policy, LogInputs inputs) {
    Scan scan = new Scan(policy, inputs.threads(), Optional.empty(), Optional.empty(), Set.of());
    return inputs.read(console, scan::run);
  }
}
