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
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:no finding at or above --fail-on, no failed case, difference or fault",
      " 1:findings at or above --fail-on, failed cases, differences, faults",
      " 2:wrong usage, a bad policy, or output that cannot be written",
      " 3:some input could not be read; the rest was judged (outranks 1)"
    },
    footer = {"", "'rolecall COMMAND --help' tells all about one command."})
final class RolecallCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
