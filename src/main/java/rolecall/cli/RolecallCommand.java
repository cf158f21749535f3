package rolecall.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command above all others: without words it prints the help. */
@Command(
    name = "rolecall",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "rolecall [--help] [--version] COMMAND [OPTIONS] [ARGUMENTS]",
    description = {
      "%nWho took which role, and was that meant to be? Rolecall judges CloudTrail records of"
          + " Amazon Chime, IAM and STS against a policy.%n"
    },
    commandListHeading = "%nCommands:%n",
    footer = {"", "'rolecall COMMAND --help' tells all about one command."})
final class RolecallCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
