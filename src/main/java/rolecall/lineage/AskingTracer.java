package rolecall.lineage;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import rolecall.record.TrailRecord;

/**
 * Traces with the records that it heard, and asks for those that it did not. Remembers a bounded
 * number of records and answers, and ends a chain, saying why, at the bounds of hops, calls and
 * time. Thread-safe.
 */
public final class AskingTracer implements Tracer {
  /** Some 15 MB of records that issue keys; the newest of them. */
  static final int MOST_HEARD = 10_000;

  /** As many answers again, found and not found each. */
  static final int MOST_ANSWERED = 2_000;

  /** All Regions for four hops of which none is heard of, and more pages than any key has. */
  static final int MOST_CALLS = 150;

  private final Heard heard;
  private final Answered answered;
  private final Inquiry inquiry;
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime time that only ever grows, in nanoseconds from anywhere
   */
  public AskingTracer(Inquiry inquiry, LongSupplier nanoTime) {
    this(inquiry, nanoTime, MOST_HEARD, MOST_ANSWERED);
  }

  AskingTracer(Inquiry inquiry, LongSupplier nanoTime, int mostHeard, int mostAnswered) {
    this.inquiry = Objects.requireNonNull(inquiry, "inquiry is null");
    this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime is null");
    this.heard = new Heard(mostHeard);
    this.answered = new Answered(mostAnswered, nanoTime);
  }

  @Override
  public void hear(TrailRecord record) {
    heard.add(record);
  }

  @Override
  public Traced trace(TrailRecord record, Duration most) {
    Allowance allowance = new Allowance(most, MOST_CALLS, nanoTime);
    AskedLeads leads = new AskedLeads(heard, answered, inquiry, allowance);
    Chain chain = new Walk(leads).from(Step.of(record));
    return new Traced(chain, leads.open() && chain.root().certainty() != Certainty.PROVEN);
  }
}
