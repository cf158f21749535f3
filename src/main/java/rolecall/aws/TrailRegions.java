package rolecall.aws;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

  /** Newer Regions than the SDK knows are Regions too, and no other host's name is one. */
  Pattern REGION = Pattern.compile("[a-z]{2,5}(-[a-z]{2,12}){1,3}-[1-9]");

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
      return new Named(ids(clients));
    } catch (RuntimeException failed) {
      return new None(TrailTrouble.of(AwsFailure.of(failed)));
    }
  }

  /**
   * The same, without a look at the credentials.
   *
   * @throws RuntimeException when no Region is set
   */
  static List<String> ids(AwsClients clients) {
    String home = clients.region();
    String partition = partition(home);
    Stream<String> others =
        Region.regions().stream()
            .filter(region -> !region.isGlobalRegion())
            .map(Region::id)
            .filter(id -> partition(id).equals(partition) && !id.equals(home))
            .sorted();
    return Stream.concat(Stream.of(home), others).toList();
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

  /** Whether these credentials can be good there too. */
  static boolean isNeighbour(String id, String home) {
    return REGION.matcher(id).matches() && partition(id).equals(partition(home));
  }

  /** The Region that serves the partition's global endpoint of STS, where there is one. */
  static Optional<String> global(String home) {
    return switch (partition(home)) {
      case "aws" -> Optional.of("us-east-1");
      case "aws-us-gov" -> Optional.of("us-gov-west-1");
      case "aws-cn" -> Optional.of("cn-north-1");
      default -> Optional.empty();
    };
  }
}
