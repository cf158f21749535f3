package rolecall.monitor;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import rolecall.finding.Input;
import rolecall.finding.PolicyStamp;
import rolecall.ingest.Found;
import rolecall.lineage.Chain;
import rolecall.lineage.Lineage;
import rolecall.policy.Judge;
import rolecall.policy.Verdict;
import rolecall.record.TrailRecord;

/**
 * Finds the records of one event id among files, and who stands behind them by the other records.
 *
 * @param threads how many files to read at once, at least one; never changes the answer
 */
public record LineageSearch(int threads) {
  /** One record with that id. */
  public record Traced(Chain chain, Input input) {
    public Traced {
      Objects.requireNonNull(chain, "chain is null");
      Objects.requireNonNull(input, "input is null");
    }
  }

  /**
   * What came of the search.
   *
   * @param found by event time, then by place; none when no record has the id
   * @param near a few ids that begin alike
   * @param losses that not all records could be kept, as a sentence
   */
  public record Answer(
      List<Traced> found, List<String> near, Optional<String> losses, ScanResult result) {
    public Answer {
      found = List.copyOf(found);
      near = List.copyOf(near);
      Objects.requireNonNull(losses, "losses is null");
      Objects.requireNonNull(result, "result is null");
    }
  }

  /**
   * Reads every input to its end.
   *
   * @param eventId the id that CloudTrail wrote, or {@code sha256:} and 16 hex digits of a record
   *     without one
   */
  public Answer run(String eventId, Iterator<Found> inputs, Progress progress) {
    Sightings sightings = new Sightings(eventId);
    ScanResult result =
        new Scan(new Unjudged(), threads, Optional.empty(), Optional.empty(), Set.of())
            .run(inputs, progress, sightings);
    Lineage lineage = sightings.lineage();
    List<Traced> found =
        sightings.found().stream()
            .map(sighting -> new Traced(lineage.trace(sighting.record()), sighting.input()))
            .toList();
    return new Answer(found, sightings.near(), lineage.losses(), result);
  }

  /** Has every record read whole, and says nothing of any. */
  private record Unjudged() implements Judge {
    @Override
    public PolicyStamp stamp() {
      return new PolicyStamp("none", "");
    }

    @Override
    public boolean watches(String eventSource, String eventName) {
      return true;
    }

    @Override
    public Verdict judge(TrailRecord record) {
      return new Verdict.Ignored();
    }
  }
}
