package rolecall.ingest;

import java.util.ArrayList;
import java.util.List;
import rolecall.record.TrailRecord;

/** Writes down every call that it gets, one line each. */
final class RecordingSink implements RecordSink {
  final List<String> calls = new ArrayList<>();
  final List<TrailRecord> records = new ArrayList<>();
  final List<Unreadable> losses = new ArrayList<>();

  @Override
  public void ignored() {
    calls.add("ignored");
  }

  @Override
  public void record(TrailRecord record, long number) {
    records.add(record);
    calls.add("record " + number + " " + record.eventName());
  }

  @Override
  public void unreadable(Unreadable lost) {
    losses.add(lost);
    calls.add(lost.record().isPresent() ? "unreadable " + lost.record().getAsLong() : "unreadable");
  }

  @Override
  public void skipped(String why) {
    calls.add("skipped " + why);
  }

  @Override
  public void empty() {
    calls.add("empty");
  }

  /** The one thing that could not be read: what and fix. */
  String loss() {
    if (losses.size() != 1) {
      throw new AssertionError("not one loss: " + losses);
    }
    return losses.getFirst().what() + " " + losses.getFirst().fix();
  }
}
