package rolecall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rolecall.policy.PolicyFile;
import rolecall.source.Problem;

/** {@code rolecall policy lint}. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    synopsisHeading = "Usage: ",
    customSynopsis = "rolecall policy lint [OPTIONS] [FILE]",
    description = {
      "Say everything that is wrong with a policy, or worth a look.",
      "",
      "An error makes a policy useless: it judges nothing. A warning does not: no test, no effect,"
          + " a pattern that admits all, an exception that ends within 30 days.%n"
    },
    parameterListHeading = "Arguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {" 0:no errors; warnings may be", " 2:wrong usage, or a policy with errors"})
final class LintCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private PolicyChoice policy;

  LintCommand(Console console) {
    this.console = Objects.requireNonNull(console, "console is null");
  }

  @Override
  public Integer call() throws Refused {
    Optional<Path> named = policy.file();
    String name = Policies.name(named);
    PolicyFile file = Policies.lint(named, console.today());
    List<String> lines = new ArrayList<>(file.problems().render().lines().toList());
    lines.add(name + ": " + counts(file.problems().all()));
    console.writeLines(lines);
    return (file.problems().hasErrors() ? ExitCode.USAGE : ExitCode.CLEAN).number();
  }

  private static String counts(List<Problem> problems) {
    if (problems.isEmpty()) {
      return "nothing is wrong.";
    }
    long errors = problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
    return Words.count(errors, "error")
        + ", "
        + Words.count(problems.size() - errors, "warning")
        + (errors > 0 ? "; with errors it judges nothing." : ".");
  }
}
