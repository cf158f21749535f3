package rolecall.ingest;

import java.util.OptionalLong;
import rolecall.json.Json;
import rolecall.record.TrailRecord;

/**
 * Numbers the records of one input and hands them on. Holds back what is JSON but no CloudTrail
 * until it is clear whether the input is a log: in a log it is a loss, one by one; an input that
 * holds nothing else is no log.
 */
final class Tally {
  private static final int MOST_HELD = 1024;
  private static final String FOREIGN =
      "A value among the records is no CloudTrail record and no envelope of AWS.";
  private static final String FOREIGN_FIX =
      "Take it out, or get the log file anew if a record should stand there.";

  private final String file;
  private final boolean named;
  private final EventFilter filter;
  private final RecordSink sink;
  private long[] heldNumbers = {};
  private long[] heldOffsets = {};
  private long held;
  private long number;
  private boolean recognised;
  private boolean told;

  Tally(LogSource source, EventFilter filter, RecordSink sink) {
    this.file = source.name();
    this.named = source.named();
    this.filter = filter;
    this.sink = sink;
  }

  /** Notes that the input holds CloudTrail records or an envelope that AWS makes of them. */
  void recognise() {
    if (recognised) {
      return;
    }
    recognised = true;
    for (long i = 0; i < held; i++) {
      boolean kept = i < MOST_HELD;
      tell(
          kept ? OptionalLong.of(heldNumbers[(int) i]) : OptionalLong.empty(),
          kept ? OptionalLong.of(heldOffsets[(int) i]) : OptionalLong.empty(),
          FOREIGN,
          FOREIGN_FIX);
    }
    held = 0;
  }

  /** A record that nobody watches. */
  void ignored() {
    recognise();
    told = true;
    number++;
    sink.ignored();
  }

  /** A record, to be handed on if somebody watches it. */
  void record(Json.Obj tree) {
    TrailRecord record = new TrailRecord(tree);
    if (!filter.watches(record.eventSource(), record.eventName())) {
      ignored();
      return;
    }
    recognise();
    told = true;
    sink.record(record, number++);
  }

  /** Something whole that is no record. */
  void skipped(String why) {
    recognise();
    told = true;
    sink.skipped(why);
  }

  /** A log that lies elsewhere. */
  void elsewhere(LogObject object, String why) {
    recognise();
    told = true;
    sink.elsewhere(object, why);
  }

  /** A notice that does not say where its log lies. */
  void misdirected(String what, String why, long offset, String fix) {
    recognise();
    told = true;
    sink.misdirected(
        what,
        new Unreadable(
            file,
            OptionalLong.empty(),
            OptionalLong.of(offset),
            "It is " + what + ", but " + why + ".",
            fix));
  }

  /** Something that came because its time had come. */
  void scheduled(Schedule schedule, String why) {
    recognise();
    told = true;
    sink.scheduled(schedule, why);
  }

  /** A record that cannot be read. */
  void lostRecord(long offset, String what, String fix) {
    tell(OptionalLong.of(number++), OptionalLong.of(offset), what, fix);
  }

  /** A stretch of the input that cannot be read; however much it held, it counts as one record. */
  void lostStretch(long offset, String what, String fix) {
    number++;
    tell(OptionalLong.empty(), OptionalLong.of(offset), what, fix);
  }

  /** The whole input cannot be read. */
  void lostInput(String what, String fix) {
    number++;
    tell(OptionalLong.empty(), OptionalLong.empty(), what, fix);
  }

  /** A JSON value that is neither a record nor an envelope of AWS. */
  void foreign(long offset) {
    if (recognised) {
      lostRecord(offset, FOREIGN, FOREIGN_FIX);
      return;
    }
    if (held == 0) {
      heldNumbers = new long[MOST_HELD];
      heldOffsets = new long[MOST_HELD];
    }
    if (held < MOST_HELD) {
      heldNumbers[(int) held] = number;
      heldOffsets[(int) held] = offset;
    }
    held++;
    number++;
  }

  /** The input has ended. */
  void end() {
    if (held > 0 && named) {
      tell(
          OptionalLong.empty(),
          OptionalLong.of(heldOffsets[0]),
          "It is JSON, but holds no CloudTrail record and no envelope that AWS puts records in.",
          "Give CloudTrail log files, or the folder that holds them.");
    } else if (held > 0) {
      sink.skipped("no CloudTrail log");
    } else if (!told) {
      sink.empty();
    }
  }

  private void tell(OptionalLong record, OptionalLong offset, String what, String fix) {
    told = true;
    sink.unreadable(new Unreadable(file, record, offset, what, fix));
  }
}
