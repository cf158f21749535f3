package rolecall.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.TreeMap;
import rolecall.ingest.LogReader;
import rolecall.ingest.LogSource;
import rolecall.ingest.RecentTrail;
import rolecall.ledger.SeenEvent;
import rolecall.ledger.StoreTrouble;
import rolecall.policy.CompiledPolicy;

/**
 * Compares, Region by Region, what CloudTrail has with what was handled, and tells late what was
 * missed. Goes on where the run before it stopped. For one invocation and one thread.
 *
 * <p>A Region is compared from the first run that meets it on: what happened before that, before
 * the deployment perhaps, is nobody's loss. Nothing that fails here hands its message back, for the
 * next run tries the same again; that it goes on failing shows in the lag.
 */
final class Reconciliation {
  /** CloudTrail lists most events within 15 minutes, and a queue tries again for 30. */
  static final Duration SETTLED = Duration.ofHours(2);

  /** No alert waits meanwhile, and an hour may take megabytes. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What is left of an invocation when nothing more is kept, and what one entry may take. */
  private static final Duration LAST = Duration.ofSeconds(3);

  private final ReconciliationMeans means;
  private final Alerting alerting;
  private final CompiledPolicy policy;
  private final LateRecords.LateLine line;
  private final Instant now;

  Reconciliation(
      ReconciliationMeans means,
      Alerting alerting,
      CompiledPolicy policy,
      LateRecords.LateLine line) {
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
      RecentTrail.Visit visit = means.trail().visit(this::left);
      return switch (visit.regions()) {
        case RecentTrail.Regions.Named(List<String> ids) ->
            Optional.of(run(visit, walks(ids, known), states));
        case RecentTrail.Regions.None(String why) -> {
          note(Journal.Level.ERROR, Optional.empty(), why);
          yield Optional.of(
              new Reconciled(
                  new TreeMap<>(),
                  lag(known.values().stream().map(ReconciliationState::to).toList())));
        }
      };
    } catch (StoreTrouble trouble) {
      line.store().failed("reconciliation", trouble.getMessage());
      return Optional.empty();
    }
  }

  private List<ReconciliationWalk> walks(
      List<String> regions, Map<String, ReconciliationState> known) {
    Instant earliest = now.minus(SeenEvent.RETENTION);
    List<ReconciliationWalk> walks = new ArrayList<>();
    for (String region : regions) {
      ReconciliationState state =
          Optional.ofNullable(known.get(region)).orElse(ReconciliationState.upTo(now));
      walks.add(new ReconciliationWalk(region, state, earliest, now.minus(SETTLED)));
    }
    return walks;
  }

  private Reconciled run(
      RecentTrail.Visit visit, List<ReconciliationWalk> walks, ReconciliationStates states) {
    Comparing comparing = new Comparing(comparison(walks));
    Queue<ReconciliationWalk> due = new ArrayDeque<>();
    // Whoever had no turn before the last run's end has the first one now.
    walks.stream()
        .filter(ReconciliationWalk::isDue)
        .sorted(Comparator.comparing(walk -> walk.state().to()))
        .forEach(due::add);
    while (!due.isEmpty() && left().isPositive() && !comparing.stopped) {
      ReconciliationWalk walk = due.remove();
      if (walk.turn(visit, comparing)) {
        due.add(walk);
      }
    }
    keep(walks, states);
    return new Reconciled(
        comparing.comparison.byRegion(), lag(walks.stream().map(w -> w.state().to()).toList()));
  }

  private Comparison comparison(List<ReconciliationWalk> walks) {
    Instant from =
        walks.stream().map(w -> w.state().to()).min(Comparator.naturalOrder()).orElse(now);
    return new Comparison(
        policy,
        means.forwarded().get()::forwards,
        new SeenHours(alerting.ledger(), from, now, PATIENCE));
  }

  /** Compares page after page, each a turn of its own. */
  private final class Comparing implements ReconciliationWalk.Pages {
    private final Comparison comparison;
    private final LogReader reader = new LogReader(policy::watches);
    private boolean stopped;

    private Comparing(Comparison comparison) {
      this.comparison = comparison;
    }

    @Override
    public boolean compare(String name, LogSource events) {
      LateRecords late = new LateRecords(comparison, line, name);
      try {
        reader.read(events, late);
        late.tellLosses();
      } catch (OutOfTime _) {
        stopped = true;
        return false;
      }
      if (late.unchecked().isPresent()) {
        line.store().failed("reconciliation", late.unchecked().get());
        stopped = true;
        return false;
      }
      late.again().ifPresent(why -> note(Journal.Level.WARN, Optional.of(name), why));
      return late.again().isEmpty();
    }

    @Override
    public void gaveUp(String region, String why) {
      note(Journal.Level.WARN, Optional.of(region), why);
    }
  }

  private void keep(List<ReconciliationWalk> walks, ReconciliationStates states) {
    try {
      for (ReconciliationWalk walk : walks) {
        boolean inTime = line.deadline().time().left().compareTo(LAST) > 0;
        if (inTime && walk.state().isSmall()) {
          states.keep(walk.region(), walk.state(), now, LAST);
        }
      }
    } catch (StoreTrouble trouble) {
      line.store().failed("reconciliation", trouble.getMessage());
    }
  }

  private Optional<Duration> lag(List<Instant> compared) {
    return compared.stream().min(Comparator.naturalOrder()).map(to -> Duration.between(to, now));
  }

  private Duration left() {
    return line.deadline().time().left().minus(line.deadline().margin());
  }

  private void note(Journal.Level level, Optional<String> region, String why) {
    SequencedMap<String, String> details = new LinkedHashMap<>();
    region.ifPresent(name -> details.put("region", name));
    details.put("why", why);
    alerting.journal().write(level, "not compared", details);
  }
}
