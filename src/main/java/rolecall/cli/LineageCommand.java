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
    customSynopsis = "rolecall lineage [OPTIONS] EVENT-ID [PATH...]",
    description = {
      "Say who stands behind an event: the chain of sessions, back to its root.",
      "",
      "With PATHs reads the same inputs as 'scan' and asks nobody; name the logs of every account"
          + " that takes part. Without any, asks CloudTrail's LookupEvents for the event and for"
          + " what issued each key on the way, of 90 days, in the Region that is set (--region) and"
          + " then in all others; that takes the permission cloudtrail:LookupEvents and knows the"
          + " records of one account.",
      "",
      "Joins records by the key that one issued and the other was signed with, and by the event id"
          + " that both copies of a cross-account call share; never by a session's name.%n"
    },
    parameterListHeading = "Arguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the chain is shown, whether or not its root is known",
      " 2:wrong usage, or no record with that id",
      " 3:some input could not be read, or AWS not be asked; the chain by the rest is shown"
    })
final class LineageCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private SoughtEvent sought = new SoughtEvent();

  LineageCommand(Console console) {
    this.console = Objects.requireNonNull(console, "console is null");
  }

  @Override
  public Integer call() throws Refused {
    if (!sought.hasEvent()) {
      throw Refused.usage(
          "lineage needs an EVENT-ID, and a PATH unless it is to ask CloudTrail: a log file, a"
              + " folder of log files, s3://BUCKET/PREFIX, or - for standard input.");
    }
    if (sought.hasPaths()) {
      return new LineageRun(console, sought).run().number();
    }
    return lookup().run().number();
  }

  private LineageLookup lookup() throws Refused {
    if (sought.eventId().startsWith("sha256:")) {
      throw Refused.usage(
          "%s stands for a record without an id, which CloudTrail cannot be asked for; name the"
                  .formatted(sought.eventId())
              + " log that holds it.");
    }
    return new LineageLookup(
        console, sought.eventId(), sought.aws(), sought.asJson(), sought.quiet());
  }
}
