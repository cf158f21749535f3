package rolecall.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.PolicyStamp;
import rolecall.ingest.RecordSink;
import rolecall.ingest.Unreadable;
import rolecall.record.TrailRecord;

/**
 * Compares the records of one page, and takes those that were missed through the line, late. Each
 * of these counts as received now; what was handled in time is not counted again. For one thread.
 */
final class LateRecords implements RecordSink {
  private final Comparison comparison;
  private final LateLine line;
  private final String name;
  private final List<Unreadable> losses = new ArrayList<>();
  private Optional<String> unchecked = Optional.empty();
  private Optional<String> again = Optional.empty();

  /**
   * @param name what the page is called, the same when it is read anew
   */
  LateRecords(Comparison comparison, LateLine line, String name) {
    this.comparison = comparison;
    this.line = line;
    this.name = name;
  }

  /**
   * What takes a missed record on from here.
   *
   * @param judgement whose alerts say that the event was found late
   * @param teller for what cannot be read
   */
  record LateLine(
      Judgement judgement,
      Teller teller,
      OwnFindings own,
      PolicyStamp policy,
      Deadline deadline,
      Tallies tallies,
      HandledEvents handled,
      StoreHealth store) {}

  @Override
  public void record(TrailRecord record, long number) {
    if (unchecked.isPresent()) {
      return;
    }
    try {
      switch (comparison.compare(record)) {
        case Compared.NotExpected _, Compared.Handled _ -> {}
        case Compared.Missed _ -> take(record, number);
        case Compared.Unchecked(String why) -> unchecked = Optional.of(why);
      }
    } catch (OutOfTime late) {
      throw late;
    } catch (RuntimeException fault) {
      unreadable(
          new Unreadable(
              name,
              OptionalLong.of(number),
              OptionalLong.empty(),
              "Event %s could not be judged: %s."
                  .formatted(record.eventId(), fault.getClass().getName()),
              "This is a fault of Rolecall; please report it with the kind of event."));
    }
  }

  private void take(TrailRecord record, long number) {
    line.deadline().check();
    Said said = line.judgement().take(record, new Input(name, number));
    line.tallies().count(said.fate());
    said.again().ifPresent(this::comeAgain);
    if (said.fate() != Fate.FAILED) {
      line.handled().add(record, line.store());
    }
  }

  @Override
  public void unreadable(Unreadable lost) {
    line.tallies().count(Fate.FAILED);
    losses.add(lost);
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

  /** Tells what could not be read: it may hide a missed event, and will never be read better. */
  void tellLosses() {
    if (losses.isEmpty()) {
      return;
    }
    Finding finding = line.own().unreadable(name, losses, losses.size(), line.policy());
    line.teller().tell(List.of(finding), Map.of(), Map::of).again().ifPresent(this::comeAgain);
  }

  private void comeAgain(String why) {
    again = again.or(() -> Optional.of(why));
  }

  /** Why the memory could not be asked; then the records after it were not compared. */
  Optional<String> unchecked() {
    return unchecked;
  }

  /** Why the page must be read again. */
  Optional<String> again() {
    return again;
  }
}
