package rolecall.monitor;

import java.time.Duration;
import java.util.Objects;
import rolecall.ingest.Arrival;
import rolecall.ingest.LogObjects;

/**
 * The function's line: takes what one invocation brings, judges the records in it, and tells what
 * breaks the policy. For one invocation at a time.
 */
public final class Monitor {
  private final PolicyInUse policy;
  private final LogObjects logs;
  private final Alerting means;
  private final OwnFindings own;
  private final Duration margin;

  /**
   * @param margin what is not begun when less time than this is left
   */
  public Monitor(
      PolicyInUse policy, LogObjects logs, Alerting means, OwnFindings own, Duration margin) {
    this.policy = Objects.requireNonNull(policy, "policy is null");
    this.logs = Objects.requireNonNull(logs, "logs is null");
    this.means = Objects.requireNonNull(means, "means is null");
    this.own = Objects.requireNonNull(own, "own is null");
    this.margin = Objects.requireNonNull(margin, "margin is null");
  }

  /** Handles everything that came; throws for nothing that stands in it. */
  public Outcome handle(Arrival arrival, TimeLeft time) {
    Tallies tallies = new Tallies();
    Shift shift =
        new Shift(policy.current(), logs, means, own, new Deadline(time, margin), tallies);
    return tallies.outcome(arrival, arrival.deliveries().stream().map(shift::handle).toList());
  }
}
