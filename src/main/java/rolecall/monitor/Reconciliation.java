package rolecall.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import rolecall.ingest.RecentTrail;
import rolecall.ledger.SeenEvent;
import rolecall.ledger.SeenSince;
import rolecall.ledger.StoreTrouble;
import rolecall.policy.CompiledPolicy;

/**
 * Compares, Region by Region, what CloudTrail has with what was handled, and tells late what was
 * missed. Goes on where the run before it stopped. For one invocation and one thread.
 *
 * <p>A Region that was never compared begins a day back, so that whoever deploys hears what
 * happened. Nothing that fails here hands its message back, for the next run tries the same again;
 * that it goes on failing shows in the lag.
 */
final class Reconciliation {
  /** No alert waits meanwhile, and an hour may take megabytes. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration FIRST_TIME = Duration.ofHours(24);

  /** What is left of an invocation when nothing more is kept, and what one entry may take. */
  private static final Duration LAST = Duration.ofSeconds(3);

  private final ReconciliationMeans means;
  private final Alerting alerting;
  private final CompiledPolicy policy;
  private final LateLine line;
  private final Instant now;

  Reconciliation(
      ReconciliationMeans means, Alerting alerting, CompiledPolicy policy, LateLine line) {
    this.means = means;
    this.alerting = alerting;
    this.policy = policy;
    this.line = line;
    this.now = alerting.clock().instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** One run; empty when the store could not say where to begin. */
  Optional<Reconciled> run() {
    ReconciliationStates states = new ReconciliationStates(means.store());
    try {
      Map<String, ReconciliationState> known = states.all(PATIENCE);
      return switch (alerting.ledger().beginSeen(PATIENCE)) {
        case SeenSince.Known(Instant remembered) -> Optional.of(run(states, known, remembered));
        case SeenSince.Never _ -> throw new IllegalStateException("it was begun");
        case SeenSince.Unchecked(String why) -> {
          line.store().failed("reconciliation", why);
          yield Optional.empty();
        }
      };
    } catch (StoreTrouble trouble) {
      line.store().failed("reconciliation", trouble.getMessage());
      return Optional.empty();
    }
  }

  private Reconciled run(
      ReconciliationStates states, Map<String, ReconciliationState> known, Instant remembered) {
    RecentTrail.Visit visit = means.trail().visit(line.deadline()::spare);
    return switch (visit.regions()) {
      case RecentTrail.Regions.Named(List<String> ids) -> {
        List<Looks> looks = looks(ids, known);
        PageComparison pages = pages(looks, remembered);
        Reconciled run = run(visit, looks, pages);
        // Whoever goes on there must know what was told up to there.
        line.handled().note(line.store());
        if (!line.store().isOut()) {
          keep(looks, known, states);
        }
        yield run;
      }
      case RecentTrail.Regions.None(String why) -> {
        note(Journal.Level.ERROR, Optional.empty(), why);
        yield new Reconciled(
            new TreeMap<>(),
            lag(
                known.entrySet().stream()
                    .filter(entry -> Look.FIRST.isKey(entry.getKey()))
                    .map(Map.Entry::getValue)));
      }
    };
  }

  /** The two looks at one Region. */
  private record Looks(ReconciliationWalk first, ReconciliationWalk second) {
    private Stream<ReconciliationWalk> both() {
      return Stream.of(first, second);
    }
  }

  private List<Looks> looks(List<String> regions, Map<String, ReconciliationState> known) {
    List<Looks> looks = new ArrayList<>();
    for (String region : regions) {
      ReconciliationState first =
          Optional.ofNullable(known.get(Look.FIRST.key(region)))
              .orElse(ReconciliationState.upTo(now.minus(FIRST_TIME)));
      Instant target = now.minus(Look.FIRST.lag());
      // What this very run compares first is not yet remembered as handled.
      Instant again = earlier(now.minus(Look.SECOND.lag()), first.to());
      ReconciliationState second =
          Optional.ofNullable(known.get(Look.SECOND.key(region)))
              .orElse(ReconciliationState.upTo(again));
      looks.add(
          new Looks(
              walk(region, Look.FIRST, first, target), walk(region, Look.SECOND, second, again)));
    }
    return looks;
  }

  private ReconciliationWalk walk(
      String region, Look look, ReconciliationState state, Instant target) {
    return new ReconciliationWalk(region, look, state, now.minus(SeenEvent.RETENTION), target);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private PageComparison pages(List<Looks> looks, Instant remembered) {
    Instant from =
        looks.stream()
            .flatMap(Looks::both)
            .map(walk -> walk.state().to())
            .min(Comparator.naturalOrder())
            .orElse(now);
    Comparison comparison =
        new Comparison(
            policy,
            means.forwarded().get()::forwards,
            new SeenHours(alerting.ledger(), from, now, PATIENCE));
    return new PageComparison(comparison, policy, remembered, line, this::gaveUp);
  }

  /** Second looks wait until all first ones are done. */
  private Reconciled run(RecentTrail.Visit visit, List<Looks> looks, PageComparison pages) {
    List<ReconciliationWalk> firsts = looks.stream().map(Looks::first).toList();
    pages.turn(visit, firsts);
    pages.turn(
        visit, looks.stream().filter(two -> two.first().isDone()).map(Looks::second).toList());
    return new Reconciled(
        pages.counted(),
        lag(firsts.stream().filter(first -> !first.isOff()).map(ReconciliationWalk::state)));
  }

  private void keep(
      List<Looks> looks, Map<String, ReconciliationState> known, ReconciliationStates states) {
    List<ReconciliationWalk> changed =
        looks.stream()
            .filter(two -> !two.first().isOff())
            .flatMap(Looks::both)
            .filter(walk -> !walk.state().equals(known.get(walk.key())))
            .toList();
    try {
      for (ReconciliationWalk walk : changed) {
        boolean inTime = line.deadline().time().left().compareTo(LAST) > 0;
        if (inTime && walk.state().isSmall()) {
          states.keep(walk.key(), walk.state(), now, LAST);
        }
      }
    } catch (StoreTrouble trouble) {
      line.store().failed("reconciliation", trouble.getMessage());
    }
  }

  private Optional<Duration> lag(Stream<ReconciliationState> states) {
    return states
        .map(ReconciliationState::to)
        .min(Comparator.naturalOrder())
        .map(to -> Duration.between(to, now));
  }

  private void gaveUp(String region, String why) {
    note(Journal.Level.WARN, Optional.of(region), why);
  }

  private void note(Journal.Level level, Optional<String> region, String why) {
    SequencedMap<String, String> details = new LinkedHashMap<>();
    region.ifPresent(name -> details.put("region", name));
    details.put("why", why);
    alerting.journal().write(level, "not compared", details);
  }
}
