package rolecall.monitor;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import rolecall.ledger.SeenEvent;
import rolecall.record.TrailRecord;

/** Counts what became of compared records, by their Regions. Not thread-safe. */
final class Coverages {
  private final SortedMap<String, Coverage> byRegion = new TreeMap<>();

  /** What is not expected, or could not be checked, counts nothing. */
  void count(TrailRecord record, Compared compared) {
    switch (compared) {
      case Compared.Handled _ -> count(record, new Coverage(1, 1));
      case Compared.Missed _ -> count(record, new Coverage(1, 0));
      case Compared.NotExpected _, Compared.Unchecked _ -> {}
    }
  }

  private void count(TrailRecord record, Coverage one) {
    byRegion.merge(record.awsRegion().orElse(SeenEvent.NOWHERE), one, Coverage::plus);
  }

  void add(Coverages others) {
    others.byRegion.forEach((region, coverage) -> byRegion.merge(region, coverage, Coverage::plus));
  }

  /** All that was counted so far; Regions without any are absent. */
  SortedMap<String, Coverage> byRegion() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(byRegion));
  }
}
