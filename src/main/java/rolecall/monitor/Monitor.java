package rolecall.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import rolecall.ingest.Arrival;
import rolecall.ingest.LogObjects;

/**
 * The function's line: takes what one invocation brings, judges the records in it, and tells what
 * breaks the policy. For one invocation at a time.
 */
public final class Monitor {
  private final PolicyWatch policy;
  private final LogObjects logs;
  private final Alerting means;
  private final Optional<ReconciliationMeans> reconciliation;
  private final HandledEvents handled;
  private final Duration margin;
  private final AtomicReference<Optional<PolicyNews>> startNews;

  /**
   * @param policy started
   * @param startNews what came of starting it; told in the first invocation
   * @param reconciliation empty where no memory is shared, and nothing can be compared
   * @param margin what is not begun when less time than this is left, or than a quarter of all
   */
  public Monitor(
      PolicyWatch policy,
      PolicyNews startNews,
      LogObjects logs,
      Alerting means,
      Optional<ReconciliationMeans> reconciliation,
      Duration margin) {
    this.policy = Objects.requireNonNull(policy, "policy is null");
    this.startNews = new AtomicReference<>(Optional.of(startNews));
    this.logs = Objects.requireNonNull(logs, "logs is null");
    this.means = Objects.requireNonNull(means, "means is null");
    this.reconciliation = Objects.requireNonNull(reconciliation, "reconciliation is null");
    this.handled = new HandledEvents(means.ledger(), means.clock(), means.patience());
    this.margin = Objects.requireNonNull(margin, "margin is null");
  }

  /**
   * Handles everything that came; throws for nothing that stands in it.
   *
   * @param own where the monitor itself runs
   */
  public Outcome handle(Arrival arrival, TimeLeft time, OwnFindings own) {
    Tallies tallies = new Tallies();
    PolicyNews news = news();
    Deadline deadline = Deadline.atStart(time, margin);
    Shift shift =
        new Shift(policy.current(), logs, means, reconciliation, handled, own, deadline, tallies);
    shift.hear(news);
    List<Handled> done = arrival.deliveries().stream().map(shift::handle).toList();
    shift.end();
    return tallies.outcome(arrival, done);
  }

  private PolicyNews news() {
    return startNews
        .getAndSet(Optional.empty())
        .orElseGet(() -> policy.refresh(means.clock().instant()));
  }
}
