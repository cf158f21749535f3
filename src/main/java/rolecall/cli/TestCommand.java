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
import rolecall.policy.PolicyMutations;
import rolecall.policy.PolicyTests;

/** {@code rolecall policy test}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    synopsisHeading = "Usage: ",
    customSynopsis = "rolecall policy test [OPTIONS] [FILE]",
    description = {
      "Run the cases of a policy, then break each clause and see a case notice.",
      "",
      "Cases stand beside rules and grants, under 'tests'. A clause that can be broken unnoticed is"
          + " untested or superfluous. A rule in mode off is tried as though it were on.%n"
    },
    parameterListHeading = "Arguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:every case passed and every clause is missed when broken",
      " 1:a case failed, or a clause can be broken unnoticed",
      " 2:wrong usage, or a policy with errors"
    })
final class TestCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private PolicyChoice policy;

  TestCommand(Console console) {
    this.console = Objects.requireNonNull(console, "console is null");
  }

  @Override
  public Integer call() throws Refused {
    Optional<Path> named = policy.file();
    String name = Policies.name(named);
    PolicyFile.Loaded loaded = Policies.loaded(named, console, "nothing was tested");
    List<PolicyTests.Result> results = loaded.tests().run();
    PolicyMutations.Outcome mutations = loaded.mutations().check();
    List<String> lines = new ArrayList<>();
    results.forEach(
        result -> result.failure().ifPresent(why -> lines.add(failure(name, result, why))));
    long failed = lines.size();
    mutations.survivors().forEach(survivor -> lines.add(survivor(name, survivor)));
    boolean good = lines.isEmpty();
    lines.add(
        "%s: %s, %d failed; %s broken in turn, %d unnoticed."
            .formatted(
                name,
                Words.count(results.size(), "case"),
                failed,
                Words.count(mutations.clauses(), "clause"),
                mutations.survivors().size()));
    console.writeLines(lines);
    return (good ? ExitCode.CLEAN : ExitCode.FINDINGS).number();
  }

  private static String failure(String file, PolicyTests.Result result, String why) {
    return "%s:%d: %s, \"%s\": %s."
        .formatted(
            file,
            result.line(),
            result.subject(),
            result.name(),
            String.join(" ", why.lines().map(String::strip).toList()).replaceFirst("\\.+$", ""));
  }

  private static String survivor(String file, PolicyMutations.Survivor survivor) {
    return "%s:%d: %s: no case notices when the clause '%s' is broken. Add a case in which only this clause decides, or remove the clause."
        .formatted(file, survivor.line(), survivor.rule(), survivor.clause());
  }
}
