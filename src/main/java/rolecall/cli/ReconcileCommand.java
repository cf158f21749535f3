package rolecall.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rolecall.finding.Severity;

/** The words of {@code rolecall reconcile}. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    synopsisHeading = "Usage: ",
    customSynopsis = "rolecall reconcile [OPTIONS] [PATH...]",
    description = {
      "Find and judge events that CloudTrail has and the monitor missed.",
      "",
      "What CloudTrail has: the account's own management events, asked for as by 'lookup', in all"
          + " Regions or with --region in that one alone; or, with PATHs, the log files of a trail,"
          + " which alone show other accounts. What the monitor saw: its table remembers for 14"
          + " days which events it handled, those too that it found late by its own comparison.",
      "",
      "Needs dynamodb:Query on the table; cloudformation:DescribeStacks and ListStackResources to"
          + " find it, unless --table names it; cloudtrail:LookupEvents without a PATH.%n"
    },
    parameterListHeading = "Arguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the monitor saw every event that it should have",
      " 1:it missed at least one, whether or not that breaks a rule",
      " 2:wrong usage, a bad policy, or output that cannot be written",
      " 3:something could not be read: the table, a Region, a file (outranks 1)"
    })
final class ReconcileCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "a trail's log file, a folder of log files, s3://BUCKET/PREFIX, or - for standard input;"
              + " without any, CloudTrail is asked")
  private List<String> paths = List.of();

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      defaultValue = "24h",
      description =
          "events from so long ago (24h, 7d), this time (2026-03-02T09:00:00Z) or day (2026-03-02,"
              + " from 00:00 UTC) on, but not from before the table's memory; default: 24h")
  private String since;

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      defaultValue = "15m",
      description =
          "events before this moment (15m: 15 minutes ago), since CloudTrail may not list later"
              + " ones yet; default: 15m")
  private String until;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "the stack made from template.yaml; default: rolecall")
  private String stack = "rolecall";

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description =
          "the stack's table (its output TableName), instead of asking CloudFormation for it")
  private String table;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private ResultOptions results = new ResultOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  ReconcileCommand(Console console) {
    this.console = Objects.requireNonNull(console, "console is null");
  }

  @Override
  public Integer call() throws Refused {
    return new ReconcileRun(console, request()).run().number();
  }

  private ReconcileRequest request() throws Refused {
    if (Collections.frequency(paths, "-") > 1) {
      throw Refused.usage("- stands twice, and standard input can be read only once.");
    }
    Instant now = console.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Instant from = Words.ago("--since", since, now);
    Instant to = Words.ago("--until", until, now);
    Words.inOrder(since, Optional.of(from), until, Optional.of(to));
    if (table != null && !table.matches("[A-Za-z0-9_.-]{3,255}")) {
      throw Refused.usage("--table takes the name of a table, not '%s'.".formatted(table));
    }
    return new ReconcileRequest(
        Words.stack("--stack", stack),
        Optional.ofNullable(table),
        paths,
        threads.count(),
        aws.choice(),
        from,
        to,
        // Whatever was missed matters for the exit code, so no severity does.
        results.request(console, Severity.INFO, Optional.of(from), Optional.of(to)));
  }
}
