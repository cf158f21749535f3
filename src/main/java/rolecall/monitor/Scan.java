package rolecall.monitor;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import rolecall.finding.KnownFinding;
import rolecall.ingest.Found;
import rolecall.policy.Judge;

/**
 * Judges files: from inputs to what is told.
 *
 * @param policy what to judge by
 * @param threads how many files to read at once, at least one; never changes the result
 * @param since records before are ignored
 * @param until records from then on are ignored
 * @param baseline findings that an earlier scan told; they are not told again, and what lies in
 *     their quiet windows neither
 */
public record Scan(
    Judge policy,
    int threads,
    Optional<Instant> since,
    Optional<Instant> until,
    Set<KnownFinding> baseline) {
  public Scan {
    Objects.requireNonNull(policy, "policy is null");
    Objects.requireNonNull(since, "since is null");
    Objects.requireNonNull(until, "until is null");
    threads = Math.max(1, threads);
    baseline = Set.copyOf(baseline);
  }

  /**
   * Reads every input to its end and judges what stands there. Memory grows with the number of
   * records that break a rule, not with that of records or files.
   *
   * @param inputs asked by one thread at a time, but not always by the same
   * @throws CancellationException when the calling thread is interrupted, which it then still is
   */
  public ScanResult run(Iterator<Found> inputs, Progress progress) {
    return run(inputs, progress, Witness.NONE);
  }

  /**
   * As {@link #run(Iterator, Progress)}.
   *
   * @param witness hears of every record that breaks a rule, since the result holds none
   */
  public ScanResult run(Iterator<Found> inputs, Progress progress, Witness witness) {
    Inputs queue = new Inputs(inputs);
    Period period = new Period(since, until);
    try {
      // Side by side: each thread reads inputs, judges their records, and gathers what is left.
      Gathered gathered =
          Gathered.together(
              Workers.run(threads, () -> new Line(queue, policy, period, progress, witness)));
      // One after the other, so that nothing depends on which thread was faster.
      List<Suspect> suspects = gathered.suspects();
      Events events = Events.of(suspects);
      Settled settled =
          new Settlement(policy.stamp(), gathered.actors(), events).settle(suspects, baseline);
      return gathered.result(settled);
    } finally {
      queue.stop();
    }
  }
}
