package rolecall.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import rolecall.finding.Input;
import rolecall.ingest.LogObject;
import rolecall.ingest.RecordSink;
import rolecall.ingest.Schedule;
import rolecall.ingest.Unreadable;
import rolecall.record.TrailRecord;

/** What stands in one delivery, and what became of it so far. For one thread. */
final class Reading implements RecordSink {
  private static final int LISTED_LOSSES = 3;

  private final Judgement judgement;
  private final Deadline deadline;
  private final Tallies tallies;
  private final Consumer<TrailRecord> handled;
  private final List<LogObject> pointedTo = new ArrayList<>();
  private final List<Schedule> due = new ArrayList<>();
  private final List<Unreadable> losses = new ArrayList<>();
  private String inputName;
  private long lossCount;
  private Optional<String> again = Optional.empty();

  /**
   * @param handled hears of every record of which all is done that could be
   */
  Reading(
      String name,
      Judgement judgement,
      Deadline deadline,
      Tallies tallies,
      Consumer<TrailRecord> handled) {
    this.inputName = name;
    this.judgement = judgement;
    this.deadline = deadline;
    this.tallies = tallies;
    this.handled = handled;
  }

  /** What is read from now on stands in that input. */
  void from(String name) {
    inputName = name;
  }

  /** The delivery must come again. */
  void comeAgain(String why) {
    again = again.or(() -> Optional.of(why));
  }

  /** Something failed that is our own fault: it is told, and may go better with another version. */
  void failed(OptionalLong record, String what, RuntimeException fault) {
    unreadable(
        new Unreadable(
            inputName,
            record,
            OptionalLong.empty(),
            what + ": " + fault.getClass().getName() + ".",
            "This is a fault of Rolecall; please report it with the kind of event."));
    comeAgain("a fault of Rolecall: " + fault.getClass().getName());
  }

  @Override
  public void ignored() {
    tallies.count(Fate.IGNORED);
  }

  @Override
  public void record(TrailRecord record, long number) {
    deadline.check();
    try {
      Said said = judgement.take(record, new Input(inputName, number));
      tallies.count(said.fate());
      said.again().ifPresent(this::comeAgain);
      if (said.fate() != Fate.FAILED) {
        handled.accept(record);
      }
    } catch (RuntimeException fault) {
      failed(OptionalLong.of(number), "Event " + record.eventId() + " could not be judged", fault);
    }
  }

  @Override
  public void unreadable(Unreadable lost) {
    tallies.count(Fate.FAILED);
    lossCount++;
    if (losses.size() < LISTED_LOSSES) {
      losses.add(lost);
    }
  }

  @Override
  public void misdirected(String what, Unreadable lost) {
    unreadable(lost);
  }

  @Override
  public void elsewhere(LogObject object, String why) {
    pointedTo.add(object);
  }

  @Override
  public void scheduled(Schedule schedule, String why) {
    due.add(schedule);
  }

  @Override
  public void skipped(String why) {
    // It is whole and holds no record, so there is nothing to count.
  }

  @Override
  public void empty() {
    // Likewise.
  }

  List<LogObject> pointedTo() {
    return pointedTo;
  }

  /** What schedules asked to do. */
  List<Schedule> due() {
    return due;
  }

  long lossCount() {
    return lossCount;
  }

  /** Forgets the losses after the first so many: their stream broke, and is read anew. */
  void forgetLossesAfter(long count) {
    while (losses.size() > count) {
      losses.removeLast();
    }
    lossCount = count;
  }

  /** The first few losses. */
  List<Unreadable> losses() {
    return losses;
  }

  Optional<String> again() {
    return again;
  }
}
