package rolecall.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The words of {@code rolecall lineage}. */
@Command(
    name = "lineage",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    synopsisHeading = "Usage: ",
    customSynopsis = "rolecall lineage [OPTIONS] EVENT-ID PATH...",
    description = {
      "Say who stands behind an event: the chain of sessions, back to its root.",
      "",
      "Reads the same inputs as 'scan'. Joins records by the key that one issued and the other was"
          + " signed with, and by the event id that both copies of a cross-account call share;"
          + " never by a session's name. Name the logs of every account that takes part.%n"
    },
    parameterListHeading = "Arguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the chain is shown, whether or not its root is known",
      " 2:wrong usage, or no record with that id",
      " 3:some input could not be read; the chain by the rest is shown"
    })
final class LineageCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private SoughtEvent sought = new SoughtEvent();

  LineageCommand(Console console) {
    this.console = Objects.requireNonNull(console, "console is null");
  }

  @Override
  public Integer call() throws Refused {
    if (!sought.isWhole()) {
      throw Refused.usage(
          "lineage needs an EVENT-ID and a PATH, as it reads log files and does not ask AWS: a log"
              + " file, a folder of log files, s3://BUCKET/PREFIX, or - for standard input.");
    }
    return new LineageRun(console, sought).run().number();
  }
}
