package rolecall.monitor;

import java.time.Instant;
import java.util.Optional;
import rolecall.finding.Input;
import rolecall.ingest.RecordSink;
import rolecall.ingest.Unreadable;
import rolecall.record.TrailRecord;

/** Compares the records of one page, and holds those that were missed. For one thread. */
final class LateRecords implements RecordSink {
  private final Comparison comparison;
  private final Look look;
  private final Instant remembered;
  private final String name;
  private final HeldRecords held = new HeldRecords();
  private Optional<String> unchecked = Optional.empty();

  /**
   * @param remembered what happened before may have been handled unnoted, or before there was a
   *     monitor: it is told if it was missed, and counts neither as expected nor as missed
   * @param name what the page is called, the same when it is read anew
   */
  LateRecords(Comparison comparison, Look look, Instant remembered, String name) {
    this.comparison = comparison;
    this.look = look;
    this.remembered = remembered;
    this.name = name;
  }

  @Override
  public void record(TrailRecord record, long number) {
    if (unchecked.isPresent()) {
      return;
    }
    try {
      compare(record, number);
    } catch (RuntimeException fault) {
      held.fail(record, new Input(name, number), fault);
    }
  }

  private void compare(TrailRecord record, long number) {
    Compared compared = comparison.compare(record);
    Coverages coverages = new Coverages();
    if (record.eventTime().filter(time -> time.isBefore(remembered)).isEmpty()) {
      look.count(record, compared, coverages);
    }
    switch (compared) {
      case Compared.NotExpected _ -> {}
      case Compared.Handled _ -> held.count(coverages);
      case Compared.Missed _ -> held.hold(record, new Input(name, number), coverages);
      case Compared.Unchecked(String why) -> unchecked = Optional.of(why);
    }
  }

  @Override
  public void unreadable(Unreadable lost) {
    held.lose(name, lost);
  }

  @Override
  public void ignored() {
    // The policy reads no such event, so nobody is to meet it.
  }

  @Override
  public void skipped(String why) {
    // It is no record, so there is nothing to compare.
  }

  @Override
  public void empty() {
    // Likewise.
  }

  /** Why the memory could not be asked; then the records after it were not compared. */
  Optional<String> unchecked() {
    return unchecked;
  }

  /** What of the page is to be taken through the line. */
  HeldRecords held() {
    return held;
  }
}
