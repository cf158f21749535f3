package rolecall.aws;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import rolecall.lineage.AskingTracer;
import rolecall.lineage.Tracer;
import rolecall.record.TrailRecord;

/**
 * Traces with the records that it heard and, where those do not tell, with the account's own events
 * of the last 90 days. Needs {@code cloudtrail:LookupEvents} and nothing else.
 *
 * <p>One serves a whole process: it holds the pace of two calls a second for each Region, and
 * remembers what it heard and found. Thread-safe; a trace starts no more threads than there are
 * Regions, and leaves behind only those whose call hangs.
 */
public final class TrailTracer implements Tracer {
  private final Tracer tracer;

  /**
   * @param clients of the account that is asked; closing them is left to whoever made them
   * @param account the account that is asked, if it is known: then the caller's copy of a call from
   *     there into another account is asked for as well, and a missing record's account is told
   *     from it; otherwise it is learned from the first answer that has events
   */
  public TrailTracer(
      AwsClients clients, InstantSource clock, Waiting waiting, Optional<String> account) {
    this(new TrailCalls(clients, waiting), clients, clock, waiting, account, TrailWatch.NONE);
  }

  TrailTracer(
      TrailCalls calls,
      AwsClients clients,
      InstantSource clock,
      Waiting waiting,
      Optional<String> account,
      TrailWatch watch) {
    TrailInquiry inquiry = new TrailInquiry(clients, clock, new TrailSweeps(calls), account, watch);
    this.tracer = new AskingTracer(inquiry, waiting::nanoTime);
  }

  /** A tracer by the process's own time. */
  public static TrailTracer of(AwsClients clients, Optional<String> account) {
    return new TrailTracer(clients, InstantSource.system(), new Sleeping(), account);
  }

  @Override
  public void hear(TrailRecord record) {
    tracer.hear(record);
  }

  @Override
  public Traced trace(TrailRecord record, Duration most) {
    return tracer.trace(record, most);
  }
}
