package rolecall.aws;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * In which Regions to look for an event.
 *
 * @param first where it most likely is, one after another
 * @param rest side by side, when it is not there
 */
record RegionOrder(List<String> first, List<String> rest) {
  RegionOrder {
    first = List.copyOf(first);
    rest = List.copyOf(rest);
  }

  /**
   * For what made a session: the Region of its use, as that of a regional endpoint of STS; the
   * Region of the global endpoint; the set Region; all others.
   *
   * @param used the Region of the use, as a record tells it
   * @param ids the Regions of the partition, the set one first
   */
  static RegionOrder forUse(Optional<String> used, List<String> ids) {
    String home = ids.getFirst();
    SequencedSet<String> first = new LinkedHashSet<>();
    used.filter(id -> TrailRegions.isNeighbour(id, home)).ifPresent(first::add);
    TrailRegions.global(home).ifPresent(first::add);
    first.add(home);
    return of(first, ids);
  }

  /** For any event: the set Region, that of global services, all others. */
  static RegionOrder forAny(List<String> ids) {
    String home = ids.getFirst();
    SequencedSet<String> first = new LinkedHashSet<>();
    first.add(home);
    TrailRegions.global(home).ifPresent(first::add);
    return of(first, ids);
  }

  private static RegionOrder of(SequencedSet<String> first, List<String> ids) {
    return new RegionOrder(
        List.copyOf(first), ids.stream().filter(id -> !first.contains(id)).toList());
  }
}
