package rolecall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import rolecall.aws.AwsClients;
import rolecall.aws.Rest;
import rolecall.aws.TrailEvents;
import rolecall.aws.TrailEvents.OffRegions;
import rolecall.aws.TrailRegions;
import rolecall.aws.TrailTrouble;
import rolecall.aws.TrailWatch;
import rolecall.aws.Waiting;
import rolecall.ingest.Found;
import rolecall.ingest.Unreadable;
import rolecall.monitor.Progress;
import rolecall.monitor.Scan;
import rolecall.monitor.ScanResult;
import rolecall.monitor.Witness;

/** Reads an account's events and tells what became of the reading. */
final class LookupReading implements ResultRun.Reading {
  private final Console console;
  private final LookupRequest request;
  private final AwsClients clients;
  private final Waiting waiting;
  private Optional<TrailEvents> trail = Optional.empty();

  LookupReading(Console console, LookupRequest request, AwsClients clients, Waiting waiting) {
    this.console = Objects.requireNonNull(console, "console is null");
    this.request = Objects.requireNonNull(request, "request is null");
    this.clients = Objects.requireNonNull(clients, "clients is null");
    this.waiting = Objects.requireNonNull(waiting, "waiting is null");
  }

  /** The events that were read, as far as they were; empty when nobody could be asked. */
  Optional<TrailEvents> trail() {
    return trail;
  }

  @Override
  public ScanResult read(Scan scan, Witness witness) {
    return switch (regions()) {
      case TrailRegions.Named(List<String> ids) -> read(ids, scan, witness);
      case TrailRegions.None(TrailTrouble why) -> {
        Unreadable lost =
            new Unreadable(
                "cloudtrail", OptionalLong.empty(), OptionalLong.empty(), why.what(), why.fix());
        List<Found> nothing = List.of(new Found.Missing(lost));
        ScanResult result = scan.run(nothing.iterator(), Progress.NONE, witness);
        result.problems().stream().map(Losses::line).forEach(console::say);
        yield result;
      }
    };
  }

  private TrailRegions regions() {
    if (request.left().isPresent()) {
      return TrailRegions.only(List.copyOf(request.left().get().rests().keySet()), clients);
    }
    return request.aws().region().isPresent()
        ? TrailRegions.only(List.of(request.aws().region().get()), clients)
        : TrailRegions.all(clients);
  }

  private ScanResult read(List<String> regions, Scan scan, Witness witness) {
    if (request.results().quiet() || !console.errTerminal()) {
      return read(regions, scan, witness, TrailWatch.NONE);
    }
    try (LookupProgress progress = LookupProgress.open(console, "lookup", regions.size())) {
      return read(regions, scan, witness, progress);
    }
  }

  private ScanResult read(List<String> regions, Scan scan, Witness witness, TrailWatch watch) {
    OffRegions tolerance =
        request.aws().region().isPresent() ? OffRegions.TOLD : OffRegions.PASSED_OVER;
    TrailEvents events =
        new TrailEvents(clients, waiting, request.since(), rests(regions), tolerance, watch);
    trail = Optional.of(events);
    ScanResult result = scan.run(events.inputs().iterator(), Progress.NONE, witness);
    tell(result, events);
    return result;
  }

  private Map<String, Rest> rests(List<String> regions) {
    Map<String, Rest> rests = new LinkedHashMap<>();
    regions.forEach(region -> rests.put(region, Rest.upTo(request.until())));
    request.left().ifPresent(left -> rests.putAll(left.rests()));
    return rests;
  }

  private void tell(ScanResult result, TrailEvents events) {
    // Most often one reason holds for many Regions, and it is said once.
    SequencedMap<TrailTrouble, List<String>> troubles = new LinkedHashMap<>();
    events
        .troubles()
        .forEach((name, why) -> troubles.computeIfAbsent(why, _ -> new ArrayList<>()).add(name));
    result.problems().stream()
        .filter(lost -> !troubles.containsKey(new TrailTrouble(lost.what(), lost.fix())))
        .map(Losses::line)
        .forEach(console::say);
    troubles.forEach((why, names) ->
        console.say(String.join(", ", names) + ": " + why.what() + " " + why.fix()));
    long unlisted = result.summary().unreadable() - result.problems().size();
    if (unlisted > 0) {
      console.say(Words.count(unlisted, "more record") + " could not be read.");
    }
    if (!request.results().quiet()) {
      notes(events);
    }
  }

  private void notes(TrailEvents events) {
    if (!events.off().isEmpty()) {
      console.say(
          "not read, since they are off for this account: %s. Name one with --region if it should be on."
              .formatted(String.join(", ", events.off())));
    }
    console.say(
        "CloudTrail gave %s in %s, from %s until %s."
            .formatted(
                Words.count(events.events(), "event"),
                Words.count(events.calls(), "call"),
                request.since(),
                request.until()));
  }
}
