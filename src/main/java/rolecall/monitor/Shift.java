package rolecall.monitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import rolecall.alert.Remark;
import rolecall.finding.Finding;
import rolecall.ingest.Delivery;
import rolecall.ingest.DeliveryReader;
import rolecall.ingest.LogObject;
import rolecall.ingest.LogObjects;
import rolecall.ingest.LogObjects.Opened;
import rolecall.ingest.LogReader;
import rolecall.ingest.Schedule;
import rolecall.ingest.Unreadable;
import rolecall.policy.CompiledPolicy;

/**
 * One invocation at work: each delivery is read, judged, told, and only then may be acknowledged.
 * For one thread.
 */
final class Shift {
  private final CompiledPolicy policy;
  private final LogObjects logs;
  private final OwnFindings own;
  private final Journal journal;
  private final Deadline deadline;
  private final Tallies tallies;
  private final Teller teller;
  private final Judgement judgement;
  private final Amendments amendments;
  private final Counts counts;
  private final Heartbeat heartbeat;
  private final LookingBack lookingBack;

  Shift(
      CompiledPolicy policy,
      LogObjects logs,
      Alerting means,
      Optional<ReconciliationMeans> reconciliation,
      HandledEvents handled,
      OwnFindings own,
      Deadline deadline,
      Tallies tallies) {
    this.policy = policy;
    this.logs = logs;
    this.own = own;
    this.journal = means.journal();
    this.deadline = deadline;
    this.tallies = tallies;
    StoreHealth store = new StoreHealth(journal, tallies);
    Tracing tracing = new Tracing(means.lookups().tracer(), deadline, journal);
    this.amendments = new Amendments(policy, means, tracing, deadline, tallies, store);
    this.teller = new Teller(means, deadline.time(), tallies, store, amendments, List.of());
    Whose whose =
        new Whose(
            tracing,
            new CallersCopies(means.ledger(), store),
            new ConsoleSwitches(means.lookups().takings(), store));
    this.judgement = new Judgement(policy, means, tallies, teller, whose);
    this.counts = new Counts(means, deadline, tallies, store, policy.stamp());
    this.heartbeat = new Heartbeat(means, tallies, policy.stamp());
    Teller late =
        new Teller(
            means, deadline.time(), tallies, store, amendments, List.of(new Remark.FoundLate()));
    this.lookingBack =
        new LookingBack(
            reconciliation,
            means,
            policy,
            new LateLine(
                new Judgement(policy, means, tallies, late, whose),
                teller,
                own,
                policy.stamp(),
                deadline,
                tallies,
                handled,
                store));
  }

  /**
   * Tells that a policy was not taken. The last good one judges on, so nothing is handed back when
   * that cannot be told now; the text is asked for again, and told of again.
   */
  void hear(PolicyNews news) {
    switch (news) {
      case PolicyNews.NotDue _, PolicyNews.Unchanged _ -> {}
      case PolicyNews.Loaded loaded ->
          note(Journal.Level.INFO, "policy loaded", loaded.stamp().sha256());
      case PolicyNews.Unreachable(String why) -> {
        tallies.policyLoadFailed();
        note(Journal.Level.ERROR, "policy not reached", why);
      }
      case PolicyNews.Rejected rejected -> {
        tallies.policyLoadFailed();
        note(Journal.Level.ERROR, "policy not taken", rejected.first());
        teller.tell(List.of(own.rejectedPolicy(rejected, policy.stamp())), Map.of(), Map::of);
      }
    }
  }

  /** Reads, judges and tells all that one delivery holds; says whether it may be acknowledged. */
  Handled handle(Delivery delivery) {
    Reading reading =
        new Reading(delivery.name(), judgement, deadline, tallies, lookingBack::handled);
    try {
      deadline.check();
      new DeliveryReader(policy::watches).read(delivery, reading);
      reading.pointedTo().forEach(object -> read(object, reading));
      reading.due().forEach(schedule -> doDue(schedule, reading));
    } catch (OutOfTime late) {
      tallies.count(Fate.FAILED);
      reading.comeAgain(late.getMessage());
    } catch (RuntimeException fault) {
      reading.failed(OptionalLong.empty(), "Reading stopped before the end", fault);
    }
    tellLosses(delivery, reading);
    Handled handled = handled(reading);
    note(delivery, handled);
    return handled;
  }

  private void doDue(Schedule schedule, Reading reading) {
    switch (schedule) {
      case HEARTBEAT -> heartbeat.beat().ifPresent(reading::comeAgain);
      case COUNTS -> {
        amendments.ask();
        counts.tellDue().ifPresent(reading::comeAgain);
      }
      case RECONCILIATION -> lookingBack.ask();
    }
  }

  /** What is for the end, when every alert is out: nobody waits for it. */
  void end() {
    amendments.end();
    lookingBack.end();
  }

  /** Reads a log file to which a notice pointed. */
  private void read(LogObject object, Reading reading) {
    deadline.check();
    reading.from(object.uri());
    switch (logs.open(object)) {
      case Opened.Stream(var bytes) -> read(new OnceOpened(object, bytes), reading);
      case Opened.Later(String why) -> {
        tallies.count(Fate.FAILED);
        reading.comeAgain(why);
      }
      case Opened.Never(String why, String fix) ->
          reading.unreadable(
              new Unreadable(object.uri(), OptionalLong.empty(), OptionalLong.empty(), why, fix));
    }
  }

  private void read(OnceOpened log, Reading reading) {
    long before = reading.lossCount();
    new LogReader(policy::watches).read(log, reading);
    if (log.broke().isPresent()) {
      reading.forgetLossesAfter(before);
      reading.comeAgain(log.broke().get());
    }
  }

  private void tellLosses(Delivery delivery, Reading reading) {
    if (reading.lossCount() == 0) {
      return;
    }
    Finding finding =
        own.unreadable(delivery.name(), reading.losses(), reading.lossCount(), policy.stamp());
    teller.tell(List.of(finding), Map.of(), Map::of).again().ifPresent(reading::comeAgain);
  }

  private static Handled handled(Reading reading) {
    if (reading.again().isPresent()) {
      return new Handled.Later(reading.again().get());
    }
    return reading.lossCount() > 0
        ? new Handled.Never(reading.losses().getFirst().what())
        : new Handled.Done();
  }

  private void note(Delivery delivery, Handled handled) {
    switch (handled) {
      case Handled.Done _ -> {}
      case Handled.Later(String why) -> note(Journal.Level.WARN, "handed back", delivery, why);
      case Handled.Never(String why) -> note(Journal.Level.ERROR, "cannot be read", delivery, why);
    }
  }

  private void note(Journal.Level level, String what, String why) {
    SequencedMap<String, String> details = new LinkedHashMap<>();
    details.put("why", why);
    journal.write(level, what, details);
  }

  private void note(Journal.Level level, String what, Delivery delivery, String why) {
    SequencedMap<String, String> details = new LinkedHashMap<>();
    details.put("delivery", delivery.name());
    details.put("why", why);
    journal.write(level, what, details);
  }
}
