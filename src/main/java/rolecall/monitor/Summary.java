package rolecall.monitor;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import rolecall.finding.Severity;

/**
 * What became of everything that was read. Every record counts in exactly one place:
 *
 * <pre>records = ignored + allowed + observed + alerted + repeated + unreadable</pre>
 *
 * @param records all records, those that could not be read included
 * @param ignored no rule reads such an event, or it lies outside the time asked for
 * @param allowed a rule reads it and is content, or an exception excused it
 * @param observed only rules on trial fired
 * @param alerted at least one finding was told
 * @param repeated already told, or inside its quiet window
 * @param unreadable lost: a record, a file, or a stretch of one
 * @param skipped what is no record: digests, notices that point elsewhere, files that are no logs
 * @param excused records that an exception excused; they count in allowed as well
 * @param excusedBy the records that each exception excused, by its name, in alphabetical order; one
 *     record may count for several
 * @param files inputs opened
 * @param bytes bytes read, as stored
 * @param byRule findings told, by rule id, in alphabetical order
 * @param bySeverity findings told, by severity, all five, the gravest first
 */
public record Summary(
    long records,
    long ignored,
    long allowed,
    long observed,
    long alerted,
    long repeated,
    long unreadable,
    long skipped,
    long excused,
    SortedMap<String, Long> excusedBy,
    long files,
    long bytes,
    Map<String, Long> byRule,
    Map<Severity, Long> bySeverity) {
  public Summary {
    excusedBy = Collections.unmodifiableSortedMap(new TreeMap<>(excusedBy));
    Objects.requireNonNull(byRule, "byRule is null");
    Objects.requireNonNull(bySeverity, "bySeverity is null");
    if (records != ignored + allowed + observed + alerted + repeated + unreadable) {
      throw new IllegalArgumentException("the counters do not add up to " + records);
    }
  }
}
