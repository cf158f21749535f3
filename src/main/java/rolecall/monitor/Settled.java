package rolecall.monitor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import rolecall.finding.Severity;
import rolecall.finding.Told;

/**
 * What became of the records that break rules.
 *
 * @param told findings to tell, in order
 * @param onTrial findings of rules on trial, in order
 * @param alerted records of which at least one finding is told
 * @param repeated records of which everything was told before, or lies in a quiet window
 * @param observed records that only break rules on trial
 * @param allowed records that break no rule after all
 */
record Settled(
    List<Told> told, List<Told> onTrial, long alerted, long repeated, long observed, long allowed) {
  Settled {
    told = List.copyOf(told);
    onTrial = List.copyOf(onTrial);
  }

  /** Findings told, by rule id, in alphabetical order. */
  SortedMap<String, Long> byRule() {
    SortedMap<String, Long> byRule = new TreeMap<>();
    told.forEach(t -> byRule.merge(t.finding().rule().id(), 1L, Long::sum));
    return Collections.unmodifiableSortedMap(byRule);
  }

  /** Findings told, by severity, all of them, the gravest first. */
  Map<Severity, Long> bySeverity() {
    Map<Severity, Long> bySeverity = new LinkedHashMap<>();
    for (Severity severity : List.of(Severity.values()).reversed()) {
      bySeverity.put(severity, 0L);
    }
    told.forEach(t -> bySeverity.merge(t.finding().rule().severity(), 1L, Long::sum));
    return Collections.unmodifiableMap(bySeverity);
  }
}
