package rolecall.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The words of {@code rolecall lookup}. */
@Command(
    name = "lookup",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    synopsisHeading = "Usage: ",
    customSynopsis = "rolecall lookup [OPTIONS]",
    description = {
      "Judge the account's own recent events, without a trail or log files.",
      "",
      "Asks CloudTrail's LookupEvents, which keeps the management events of 90 days, in all Regions"
          + " that are on for the account; with --region in that one alone. CloudTrail answers two"
          + " calls of 50 events a second for each Region, and may not have the last 15 minutes"
          + " yet.%n"
    },
    optionListHeading = "Options:%n")
final class LookupCommand implements Callable<Integer> {
  private static final Duration KEPT = Duration.ofDays(90);

  private final Console console;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      defaultValue = "24h",
      description =
          "events from so long ago (24h, 7d), this time (2026-03-02T09:00:00Z) or day (2026-03-02,"
              + " from 00:00 UTC) on; at most 90d; default: 24h")
  private String since;

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      description = "ignore events from this moment on (1h: an hour ago); default: now")
  private String until;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "keep in this file what was not read when Ctrl-C, throttling or another failure ends the"
              + " run early; what was read is judged and told. The same command again reads and"
              + " tells only the rest")
  private String resume;

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Mixin private ResultOptions results = new ResultOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  LookupCommand(Console console) {
    this.console = Objects.requireNonNull(console, "console is null");
  }

  @Override
  public Integer call() throws Refused {
    return new LookupRun(console, request()).run().number();
  }

  private LookupRequest request() throws Refused {
    Instant now = console.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Instant from = Words.ago("--since", since, now);
    Instant to = until == null ? now : Words.ago("--until", until, now);
    Words.inOrder(since, Optional.of(from), until == null ? "now" : until, Optional.of(to));
    if (from.isBefore(now.minus(KEPT))) {
      throw Refused.usage(
          "--since %s is more than 90 days ago, and CloudTrail keeps no event longer; 'rolecall"
                  .formatted(since)
              + " scan' reads a trail's older log files.");
    }
    AwsChoice choice = aws.choice();
    Optional<ResumeFile> file = Words.path("--resume", resume).map(ResumeFile::new);
    Optional<ResumeFile.Left> left = file.isPresent() ? file.get().read() : Optional.empty();
    if (left.isPresent()) {
      sameRegion(choice, left.get(), file.get().file());
      from = left.get().since();
      to = left.get().until();
    }
    return new LookupRequest(
        choice,
        from,
        to,
        left,
        file,
        results.request(console, failOn.severity(), Optional.of(from), Optional.of(to)));
  }

  private static void sameRegion(AwsChoice choice, ResumeFile.Left left, Path file) throws Refused {
    if (choice.region().isPresent()
        && !left.rests().keySet().equals(Set.of(choice.region().get()))) {
      throw Refused.usage(
          "%s was left by a run over %s; leave --region %s out, or name another file."
              .formatted(file, String.join(", ", left.rests().keySet()), choice.region().get()));
    }
  }
}
