package rolecall.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import rolecall.ingest.Found;

/**
 * The account's own events of several Regions, each Region an input that is asked page by page as
 * it is read. Several threads may read, each its own input.
 *
 * <p>Asks for all events of the window and not by attribute. A question takes one attribute, and
 * the shipped policy reads two dozen event sources, so each Region would cost at least so many
 * calls, at two a second, where most Regions have less than one page in all. Only where more than
 * that many pages are of sources that no rule reads would it be fewer; but what fills the pages of
 * a busy Region (STS, KMS, logs) is what rules read. Nor can all of Chime's event sources be named
 * beforehand, and one that was forgotten would never be seen.
 */
public final class TrailEvents {
  /** As many events as a page holds at most. */
  static final int PAGE = 50;

  private final TrailCalls calls;
  private final List<RegionTrail> regions = new ArrayList<>();

  /**
   * @param since the first moment asked about
   * @param rests what is left of each Region, in the order in which they are read
   */
  public TrailEvents(
      AwsClients clients,
      Waiting waiting,
      Instant since,
      Map<String, Rest> rests,
      OffRegions tolerance,
      TrailWatch watch) {
    Objects.requireNonNull(since, "since is null");
    this.calls = new TrailCalls(clients, waiting);
    TrailWelcome welcome = new TrailWelcome(calls);
    rests.forEach((region, rest) -> {
      boolean mayBeOff = tolerance == OffRegions.PASSED_OVER && TrailRegions.mayBeOff(region);
      regions.add(new RegionTrail(welcome, calls, region, since, rest, mayBeOff, watch));
    });
  }

  /** What to do about a Region that the account does not have on. */
  public enum OffRegions {
    /** Nobody named it, so it is nobody's loss. */
    PASSED_OVER,
    TOLD
  }

  /** The Regions as inputs, each to be read once. */
  public List<Found> inputs() {
    return regions.stream().<Found>map(Found.Source::new).toList();
  }

  /** What is left of the Regions that were not read to their end. */
  public SortedMap<String, Rest> left() {
    SortedMap<String, Rest> left = new TreeMap<>();
    regions.stream().filter(r -> !r.ended()).forEach(r -> left.put(r.region(), r.rest()));
    return left;
  }

  /** Why Regions were not read to their end, by their inputs' names. */
  public SortedMap<String, TrailTrouble> troubles() {
    SortedMap<String, TrailTrouble> troubles = new TreeMap<>();
    regions.forEach(r -> r.trouble().ifPresent(trouble -> troubles.put(r.name(), trouble)));
    return troubles;
  }

  /** The Regions that are off for the account. */
  public List<String> off() {
    return regions.stream().filter(RegionTrail::off).map(RegionTrail::region).sorted().toList();
  }

  /** How many events were read. */
  public long events() {
    return regions.stream().mapToLong(RegionTrail::events).sum();
  }

  /** How many calls it took. */
  public long calls() {
    return calls.made();
  }
}
