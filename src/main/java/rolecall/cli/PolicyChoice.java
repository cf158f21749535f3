package rolecall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words that name one policy: an option or an argument, or none for the shipped one. */
final class PolicyChoice {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "the policy; the shipped one when none is named")
  private List<String> files = List.of();

  @Option(names = "--policy", paramLabel = "FILE", description = "the same as an option")
  private String option;

  Optional<Path> file() throws Refused {
    if (files.size() > 1 || (option != null && !files.isEmpty())) {
      throw Refused.usage("one policy at a time, please: name a single FILE.");
    }
    return Words.path("--policy", files.isEmpty() ? option : files.getFirst());
  }
}
