package rolecall.aws;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * The Regions to look up events in. Whether a Region is on for the account, nobody is asked but the
 * Region itself: that takes no further permission.
 */
public sealed interface TrailRegions {
  /** The Regions that every account has. AWS has opened none since 2019 that is on by itself. */
  Set<String> ALWAYS_ON =
      Set.of(
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "ca-central-1",
          "eu-central-1",
          "eu-north-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2");

  /** The Regions, the chosen or set one first. */
  record Named(List<String> ids) implements TrailRegions {
    public Named {
      ids = List.copyOf(ids);
    }
  }

  /** No Region can be asked at all. */
  record None(TrailTrouble why) implements TrailRegions {
    public None {
      Objects.requireNonNull(why, "why is null");
    }
  }

  /** All Regions of the partition that the set Region belongs to. */
  static TrailRegions all(AwsClients clients) {
    try {
      clients.findCredentials();
      String home = clients.region();
      String partition = partition(home);
      Stream<String> others =
          Region.regions().stream()
              .filter(region -> !region.isGlobalRegion())
              .map(Region::id)
              .filter(id -> partition(id).equals(partition) && !id.equals(home))
              .sorted();
      return new Named(Stream.concat(Stream.of(home), others).toList());
    } catch (RuntimeException failed) {
      return new None(TrailTrouble.of(AwsFailure.of(failed)));
    }
  }

  /** These Regions, if anybody can call at all. */
  static TrailRegions only(List<String> ids, AwsClients clients) {
    try {
      clients.findCredentials();
      return new Named(ids);
    } catch (RuntimeException failed) {
      return new None(TrailTrouble.of(AwsFailure.of(failed)));
    }
  }

  /** Whether a Region of this name may be off for an account. */
  static boolean mayBeOff(String id) {
    return partition(id).equals("aws") && !ALWAYS_ON.contains(id);
  }

  private static String partition(String id) {
    return PartitionMetadata.of(Region.of(id)).id();
  }
}
