package rolecall.monitor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import rolecall.finding.Input;
import rolecall.ingest.Found;
import rolecall.ingest.LogReader;
import rolecall.ingest.LogSource;
import rolecall.ingest.RecordSink;
import rolecall.ingest.Unreadable;
import rolecall.lineage.Gathering;
import rolecall.policy.Breach;
import rolecall.policy.Judge;
import rolecall.policy.Verdict;
import rolecall.record.Facts;
import rolecall.record.Issued;
import rolecall.record.TrailRecord;

/**
 * One thread's share of a scan: takes input after input until there is none, reads it, judges what
 * stands in it, and gathers what is left.
 */
final class Line implements Callable<Gathered> {
  private final Inputs inputs;
  private final Judge policy;
  private final Period period;
  private final Progress progress;
  private final Witness witness;
  private final Gathering gathering;
  private final Gathered gathered = new Gathered();
  private LogReader reader;

  Line(
      Inputs inputs,
      Judge policy,
      Period period,
      Progress progress,
      Witness witness,
      Gathering gathering) {
    this.inputs = inputs;
    this.policy = policy;
    this.period = period;
    this.progress = progress;
    this.witness = witness;
    this.gathering = gathering;
    this.reader = new LogReader(this::isRead);
  }

  /** What nobody watches may still lead from a session to who stands behind it. */
  private boolean isRead(String eventSource, String eventName) {
    return policy.watches(eventSource, eventName) || Issued.mayGive(eventSource, eventName);
  }

  @Override
  public Gathered call() {
    Optional<Inputs.Numbered> next = inputs.next();
    while (next.isPresent()) {
      take(next.get());
      next = inputs.next();
    }
    return gathered;
  }

  private void take(Inputs.Numbered input) {
    switch (input.found()) {
      case Found.Source(LogSource source) -> read(source, input.number());
      case Found.Skipped _ -> gathered.skipped("a file in a folder that is no log by its name");
      case Found.EmptyFolder(String name) -> gathered.emptyFolder(input.number(), name);
      case Found.Missing(Unreadable lost) -> gathered.lost(input.number(), lost);
    }
  }

  private void read(LogSource source, long inputNumber) {
    CountedSource counted = new CountedSource(source, progress);
    try {
      reader.read(counted, new Judging(source.name(), inputNumber));
    } catch (RuntimeException fault) {
      gathered.lost(inputNumber, unread(source.name(), fault));
      reader = new LogReader(this::isRead);
    }
    gathered.read(counted);
  }

  private static Unreadable unread(String file, RuntimeException fault) {
    return new Unreadable(
        file,
        OptionalLong.empty(),
        OptionalLong.empty(),
        "Reading stopped before the end: " + fault + ".",
        "This is a fault of Rolecall; please report it with the kind of file.");
  }

  /** Judges the records of one input. */
  private final class Judging implements RecordSink {
    private final String file;
    private final long inputNumber;

    Judging(String file, long inputNumber) {
      this.file = file;
      this.inputNumber = inputNumber;
    }

    @Override
    public void record(TrailRecord record, long number) {
      try {
        judge(record, number);
      } catch (RuntimeException fault) {
        gathered.lost(inputNumber, unjudged(record, number, fault));
      }
    }

    private void judge(TrailRecord record, long number) {
      Input input = new Input(file, number);
      witness.judging(record, input);
      gathering.add(record);
      if (!period.holds(record) || !policy.watches(record.eventSource(), record.eventName())) {
        gathered.ignored();
        return;
      }
      switch (policy.judge(record)) {
        case Verdict.Ignored _ -> gathered.ignored();
        case Verdict.Allowed(var facts, var excusedBy) -> gathered.allowed(facts, excusedBy);
        case Verdict.Broken(var facts, var breaches) -> suspect(facts, breaches, input);
        case Verdict.CannotJudge(var facts, var breaches) -> suspect(facts, breaches, input);
      }
    }

    private void suspect(Facts facts, List<Breach> breaches, Input where) {
      witness.broken(where, facts.record().tree());
      gathered.suspect(facts, Suspect.of(facts, breaches, where, inputNumber));
    }

    private Unreadable unjudged(TrailRecord record, long number, RuntimeException fault) {
      return new Unreadable(
          file,
          OptionalLong.of(number),
          OptionalLong.empty(),
          "Event " + record.eventId() + " could not be judged: " + fault + ".",
          "This is a fault of Rolecall; please report it with the event id.");
    }

    @Override
    public void ignored() {
      gathered.ignored();
    }

    @Override
    public void unreadable(Unreadable lost) {
      gathered.lost(inputNumber, lost);
    }

    @Override
    public void skipped(String why) {
      gathered.skipped(why);
    }

    @Override
    public void empty() {
      gathered.empty(inputNumber, file);
    }
  }
}
