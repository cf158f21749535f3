package rolecall.monitor;

import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one run of the comparison with CloudTrail brought.
 *
 * @param byRegion what was compared, by the records' Regions; those without events are absent
 * @param lag how long ago the youngest events are of which all are compared, in the Region where
 *     that is longest; empty when no Region was ever met
 */
public record Reconciled(SortedMap<String, Coverage> byRegion, Optional<Duration> lag) {
  public Reconciled {
    byRegion = Collections.unmodifiableSortedMap(new TreeMap<>(byRegion));
    Objects.requireNonNull(lag, "lag is null");
  }

  /** All Regions together. */
  public Coverage all() {
    return byRegion.values().stream().reduce(Coverage.NONE, Coverage::plus);
  }
}
