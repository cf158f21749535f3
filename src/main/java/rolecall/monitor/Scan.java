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
import rolecall.lineage.Gathering;
import rolecall.lineage.Lineage;
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
   * records that break a rule or issue keys, of the latter up to a bound; not with that of records
   * or files.
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
    return run(inputs, progress, witness, new Gathering());
  }

  /** Every record that issues keys is gathered, whether or not it is asked about or watched. */
  ScanResult run(Iterator<Found> inputs, Progress progress, Witness witness, Gathering gathering) {
    Inputs queue = new Inputs(inputs);
    Period period = new Period(since, until);
    try {
      // Side by side: each thread reads inputs, judges their records, and gathers what is left.
      Gathered gathered =
          Gathered.together(
              Workers.run(
                  threads, () -> new Line(queue, policy, period, progress, witness, gathering)));
      // One after the other, so that nothing depends on which thread was faster.
      List<Suspect> suspects = gathered.suspects();
      Lineage lineage = gathering.lineage();
      witness.read(lineage);
      Roots roots = new Roots(lineage, gathered.actors(), suspects);
      Settled settled =
          new Settlement(policy.stamp(), gathered.actors(), roots, Events.of(suspects), witness)
              .settle(suspects, baseline);
      return gathered.result(settled, lineage.losses());
    } finally {
      queue.stop();
    }
  }
}
