package rolecall.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command above those that are about policies: without words it prints its help. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "rolecall policy COMMAND [OPTIONS] [ARGUMENTS]",
    description = {"Check a policy, run its cases, compare two over logs.", ""},
    commandListHeading = "%nCommands:%n",
    footer = {"", "'rolecall policy COMMAND --help' tells all about one command."})
final class PolicyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
