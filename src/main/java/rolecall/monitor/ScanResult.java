package rolecall.monitor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import rolecall.finding.Told;
import rolecall.ingest.Unreadable;

/**
 * Everything that a scan has to say.
 *
 * @param told findings to tell, by event time, then event id, then rule id
 * @param observed findings of rules on trial, in the same order
 * @param problems input that was lost, in the order of the inputs
 * @param skips why inputs that hold no records were skipped, and how many for each reason
 * @param notes what else a user should know, such as an empty file
 */
public record ScanResult(
    Summary summary,
    List<Told> told,
    List<Told> observed,
    List<Unreadable> problems,
    SequencedMap<String, Long> skips,
    List<String> notes) {
  public ScanResult {
    Objects.requireNonNull(summary, "summary is null");
    told = List.copyOf(told);
    observed = List.copyOf(observed);
    problems = List.copyOf(problems);
    skips = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(skips));
    notes = List.copyOf(notes);
  }
}
