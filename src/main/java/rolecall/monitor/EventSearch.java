package rolecall.monitor;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import rolecall.finding.Input;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Told;
import rolecall.ingest.Found;
import rolecall.policy.CompiledPolicy;
import rolecall.policy.Explanation;
import rolecall.policy.Judge;
import rolecall.policy.Verdict;
import rolecall.record.TrailRecord;

/**
 * Finds the records of one event id among files and explains what a scan of those files makes of
 * them. Judges everything there, since whether a finding is told depends on the others.
 *
 * @param threads how many files to read at once, at least one; never changes the answer
 */
public record EventSearch(CompiledPolicy policy, int threads) {
  public EventSearch {
    Objects.requireNonNull(policy, "policy is null");
  }

  /**
   * One record with that id.
   *
   * @param told what becomes of each rule that it breaks, by the rule's id, in words: {@code told}
   */
  public record Explained(Explanation explanation, Input input, SequencedMap<String, String> told) {
    public Explained {
      Objects.requireNonNull(explanation, "explanation is null");
      Objects.requireNonNull(input, "input is null");
      Objects.requireNonNull(told, "told is null");
    }
  }

  /**
   * What came of the search.
   *
   * @param found by event time, then by place; none when no record has the id
   * @param near a few ids that begin alike
   */
  public record Answer(List<Explained> found, List<String> near, ScanResult result) {
    public Answer {
      found = List.copyOf(found);
      near = List.copyOf(near);
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
        new Scan(new Everything(policy), threads, Optional.empty(), Optional.empty(), Set.of())
            .run(inputs, progress, sightings);
    List<Explained> found =
        sightings.found().stream()
            .map(one -> explain(one, sightings.actorOf(one.input()), result.told()))
            .toList();
    return new Answer(found, sightings.near(), result);
  }

  private Explained explain(Sightings.Sighting sighting, String actor, List<Told> told) {
    Fates fates = new Fates(sighting.record(), sighting.input(), actor, told);
    SequencedMap<String, String> words = new LinkedHashMap<>();
    policy
        .judge(sighting.record())
        .breaches()
        .forEach(breach -> words.put(breach.rule().id(), fates.of(breach)));
    return new Explained(policy.explain(sighting.record()), sighting.input(), words);
  }

  /** Has every record read whole, as any of them may be the one that is sought. */
  private record Everything(Judge policy) implements Judge {
    @Override
    public PolicyStamp stamp() {
      return policy.stamp();
    }

    @Override
    public boolean watches(String eventSource, String eventName) {
      return true;
    }

    @Override
    public Verdict judge(TrailRecord record) {
      return policy.judge(record);
    }
  }
}
