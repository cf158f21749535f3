package rolecall.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import rolecall.aws.AwsClients;
import rolecall.aws.TableReader;
import rolecall.aws.Waiting;
import rolecall.finding.Severity;
import rolecall.ingest.Found;
import rolecall.ingest.Unreadable;
import rolecall.monitor.Balance;
import rolecall.monitor.Memory;
import rolecall.monitor.MissedJudge;
import rolecall.monitor.Progress;
import rolecall.monitor.Scan;
import rolecall.monitor.ScanResult;
import rolecall.monitor.Witness;
import rolecall.policy.Forwarded;
import rolecall.report.BalanceText;

/** Reads what CloudTrail has, leaves out what the monitor handled, and tells what is blind. */
final class ReconcileReading implements ResultRun.Reading {
  private final Console console;
  private final ReconcileRequest request;
  private final Waiting waiting;
  private Optional<Balance> balance = Optional.empty();

  ReconcileReading(Console console, ReconcileRequest request, Waiting waiting) {
    this.console = Objects.requireNonNull(console, "console is null");
    this.request = Objects.requireNonNull(request, "request is null");
    this.waiting = Objects.requireNonNull(waiting, "waiting is null");
  }

  @Override
  public Optional<Balance> balance() {
    return balance;
  }

  @Override
  public ExitCode code(ScanResult result, Severity failOn) {
    boolean whole = balance.filter(all -> all.unchecked() == 0).isPresent();
    if (!whole || !result.problems().isEmpty() || result.summary().unreadable() > 0) {
      return ExitCode.UNREADABLE;
    }
    return balance.get().whole().missed() > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  @Override
  public ScanResult read(Scan scan, Witness witness) {
    return switch (Deployment.find(request, console.clock().instant())) {
      case Deployment.Search.Lost(String what, String fix) ->
          lost(scan, "the stack " + request.stack(), what, fix);
      case Deployment.Search.Found(Deployment found) -> {
        try (found;
            TableReader table = new TableReader(found.clients(), found.table())) {
          yield read(scan, witness, found, new Memory(table, console.clock().instant()));
        }
      }
    };
  }

  private ScanResult read(Scan scan, Witness witness, Deployment deployment, Memory memory) {
    String table = "the table " + deployment.table();
    return switch (memory.reach()) {
      case Memory.Reach.Unread(String why) ->
          lost(
              scan,
              "the monitor's memory",
              why.endsWith(".") ? why : why + ".",
              "Nothing was compared.");
      case Memory.Reach.Empty _ ->
          lost(
              scan,
              table,
              "It remembers no event, so nothing can be compared.",
              "Deploy this version of the function, and compare what happens from then on.");
      case Memory.Reach.Since(Instant begin) when !begin.isBefore(request.until()) ->
          lost(
              scan,
              table,
              "It remembers events from %s on, and only events before %s were to be compared."
                  .formatted(begin.truncatedTo(ChronoUnit.SECONDS), request.until()),
              "Wait, or name a later --until.");
      case Memory.Reach.Since(Instant begin) -> {
        Instant since = begin.isAfter(request.since()) ? begin : request.since();
        if (begin.isAfter(request.since())) {
          console.say(
              "%s remembers events from %s on; what is older was not compared."
                  .formatted(table, begin.truncatedTo(ChronoUnit.SECONDS)));
        }
        yield read(scan, witness, deployment, memory, since);
      }
    };
  }

  /** One line, and an empty result that is not a clean one. */
  private ScanResult lost(Scan scan, String where, String what, String fix) {
    Unreadable unreadable =
        new Unreadable(where, OptionalLong.empty(), OptionalLong.empty(), what, fix);
    List<Found> nothing = List.of(new Found.Missing(unreadable));
    ScanResult result = scan.run(nothing.iterator(), Progress.NONE);
    Losses.tell(result, request.results().quiet(), console);
    return result;
  }

  private ScanResult read(
      Scan scan, Witness witness, Deployment deployment, Memory memory, Instant since) {
    MissedJudge judge =
        memory.missed(scan.policy(), Forwarded.by(request.stack()), since, request.until());
    Scan missed =
        new Scan(judge, scan.threads(), Optional.of(since), scan.until(), scan.baseline());
    ScanResult result =
        request.paths().isEmpty() ? asked(missed, witness, since) : logs(missed, witness);
    Balance all = judge.balance();
    balance = Optional.of(all);
    tell(all, deployment);
    return result;
  }

  private ScanResult asked(Scan scan, Witness witness, Instant since) {
    LookupRequest lookup =
        new LookupRequest(
            request.aws(),
            since,
            request.until(),
            Optional.empty(),
            Optional.empty(),
            request.results());
    try (AwsClients clients = request.aws().clients()) {
      return new LookupReading(console, lookup, clients, waiting).read(scan, witness);
    }
  }

  private ScanResult logs(Scan scan, Witness witness) {
    boolean quiet = request.results().quiet();
    LogInputs inputs = new LogInputs(request.paths(), request.aws(), request.threads(), quiet);
    ScanResult result =
        inputs.read(console, (found, progress) -> scan.run(found, progress, witness));
    Losses.tell(result, quiet, console);
    return result;
  }

  private void tell(Balance all, Deployment deployment) {
    if (all.unchecked() > 0) {
      console.say(Words.count(all.unchecked(), "event") + " could not be compared.");
      all.why().forEach(console::say);
    }
    // One remedy helps many Regions, and is said once.
    SequencedMap<String, List<String>> blind = new LinkedHashMap<>();
    all.places()
        .forEach((place, coverage) -> {
          if (Balance.isBlind(coverage)) {
            blind
                .computeIfAbsent(fix(place, deployment), _ -> new ArrayList<>())
                .add(BalanceText.place(place));
          }
        });
    blind.forEach((fix, places) ->
        console.say(
            "blind, since the monitor saw no event of them: %s. %s"
                .formatted(String.join(", ", places), fix)));
  }

  private String fix(Balance.Place place, Deployment deployment) {
    return deployment.isHome(place.account(), place.region())
        ? "Ask 'rolecall doctor --stack %s' what does not work.".formatted(request.stack())
        : "Deploy spoke.yaml there, with HubBusArn=%s.".formatted(deployment.hubBusArn());
  }
}
