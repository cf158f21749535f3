package rolecall.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import rolecall.aws.AwsClients;
import rolecall.aws.TrailLineage;
import rolecall.aws.TrailRegions;
import rolecall.aws.TrailTrouble;
import rolecall.aws.TrailWatch;
import rolecall.aws.Waiting;
import rolecall.finding.Input;
import rolecall.lineage.Chain;
import rolecall.lineage.ChainText;
import rolecall.monitor.LineageSearch;
import rolecall.report.ChainJson;

/**
 * One {@code lineage} that asks CloudTrail, from words to an exit code.
 *
 * @param eventId as CloudTrail wrote it
 */
record LineageLookup(
    Console console, String eventId, AwsChoice aws, boolean asJson, boolean quiet) {
  /** To find the event, and again to trace it. */
  private static final Duration MOST = Duration.ofMinutes(1);

  LineageLookup {
    Objects.requireNonNull(console, "console is null");
    Objects.requireNonNull(eventId, "eventId is null");
    Objects.requireNonNull(aws, "aws is null");
  }

  ExitCode run() throws Refused {
    try (StopSignal signal = new StopSignal()) {
      return run(signal);
    }
  }

  /** The same, with another way of waiting. */
  ExitCode run(Waiting waiting) throws Refused {
    try (AwsClients clients = aws.clients()) {
      return switch (TrailRegions.all(clients)) {
        case TrailRegions.Named(List<String> ids) -> tell(find(clients, waiting, ids));
        case TrailRegions.None(TrailTrouble why) -> {
          console.say("cloudtrail: " + why.what() + " " + why.fix());
          yield ExitCode.UNREADABLE;
        }
      };
    }
  }

  private TrailLineage.Answer find(AwsClients clients, Waiting waiting, List<String> ids) {
    if (quiet || !console.errTerminal()) {
      return find(clients, waiting, ids, TrailWatch.NONE);
    }
    try (LookupProgress progress = LookupProgress.open(console, "lineage", ids.size())) {
      return find(clients, waiting, ids, progress);
    }
  }

  private TrailLineage.Answer find(
      AwsClients clients, Waiting waiting, List<String> ids, TrailWatch watch) {
    return new TrailLineage(clients, console.clock(), waiting, watch).find(eventId, ids, MOST);
  }

  private ExitCode tell(TrailLineage.Answer answer) throws Refused {
    return switch (answer) {
      case TrailLineage.Answer.Found(String region, Chain chain) -> {
        show(region, chain);
        yield ExitCode.CLEAN;
      }
      case TrailLineage.Answer.Nowhere(List<String> regions) -> {
        console.say(
            "CloudTrail lists no event with the id %s in %s. It keeps the management events of 90"
                    .formatted(eventId, Words.regions(regions))
                + " days, and may list one up to 15 minutes late; for an older one, a data event or"
                + " one of another account name the logs that hold it.");
        yield ExitCode.USAGE;
      }
      case TrailLineage.Answer.Untold(
              List<String> regions,
              SortedMap<String, TrailTrouble> troubles) -> {
        tell(troubles);
        if (!regions.isEmpty()) {
          console.say(
              "no event with the id %s is listed in %s."
                  .formatted(eventId, Words.regions(regions)));
        }
        yield ExitCode.UNREADABLE;
      }
    };
  }

  private void show(String region, Chain chain) throws Refused {
    String input = "cloudtrail:" + region;
    if (asJson) {
      List<LineageSearch.Traced> found =
          List.of(new LineageSearch.Traced(chain, new Input(input, 0)));
      console.write(true, Console.ELSEWHERE, out -> ChainJson.write(found, Optional.empty(), out));
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add("Event %s, %s.".formatted(eventId, input));
    lines.addAll(ChainText.lines(chain));
    console.writeLines(lines);
  }

  /** Most often one reason holds for many Regions, and it is said once. */
  private void tell(SortedMap<String, TrailTrouble> troubles) {
    SequencedMap<TrailTrouble, List<String>> names = new LinkedHashMap<>();
    troubles.forEach((region, why) ->
        names.computeIfAbsent(why, _ -> new ArrayList<>()).add("cloudtrail:" + region));
    names.forEach((why, regions) ->
        console.say(String.join(", ", regions) + ": " + why.what() + " " + why.fix()));
  }
}
