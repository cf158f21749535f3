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
  private final Duration margin;
  private final AtomicReference<Optional<PolicyNews>> startNews;

  /**
   * @param policy started
   * @param startNews what came of starting it; told in the first invocation
   * @param margin what is not begun when less time than this is left, or than a quarter of all
   */
  public Monitor(
      PolicyWatch policy, PolicyNews startNews, LogObjects logs, Alerting means, Duration margin) {
    this.policy = Objects.requireNonNull(policy, "policy is null");
    this.startNews = new AtomicReference<>(Optional.of(startNews));
    this.logs = Objects.requireNonNull(logs, "logs is null");
    this.means = Objects.requireNonNull(means, "means is null");
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
    Shift shift =
        new Shift(policy.current(), logs, means, own, Deadline.atStart(time, margin), tallies);
    shift.hear(news);
    List<Handled> handled = arrival.deliveries().stream().map(shift::handle).toList();
    shift.end();
    return tallies.outcome(arrival, handled);
  }

  private PolicyNews news() {
    return startNews
        .getAndSet(Optional.empty())
        .orElseGet(() -> policy.refresh(means.clock().instant()));
  }
}
