package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrailRegionsTest {
  @Test
  void the_set_region_comes_first_and_then_all_others_of_its_partition() {
    List<String> ids = all("eu-west-1");
    assertThat(ids).startsWith("eu-west-1", "af-south-1", "ap-east-1").doesNotHaveDuplicates();
    assertThat(ids).containsAll(TrailRegions.ALWAYS_ON).hasSizeGreaterThan(30);
    assertThat(ids).noneMatch(id -> id.contains("global") || id.contains("fips"));
    assertThat(ids).noneMatch(id -> id.startsWith("cn-") || id.startsWith("us-gov-"));
  }

  @Test
  void other_partitions_have_regions_of_their_own() {
    assertThat(all("cn-north-1")).containsExactly("cn-north-1", "cn-northwest-1");
    assertThat(all("us-gov-west-1")).containsExactly("us-gov-west-1", "us-gov-east-1");
  }

  @Test
  void only_regions_opened_since_2019_may_be_off() {
    assertThat(List.of("me-south-1", "af-south-1", "eu-south-2", "ap-new-1"))
        .allMatch(TrailRegions::mayBeOff);
    assertThat(List.of("us-east-1", "sa-east-1", "cn-north-1", "us-gov-east-1"))
        .noneMatch(TrailRegions::mayBeOff);
  }

  private static List<String> all(String home) {
    Map<String, String> variables =
        Map.of(
            "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");
    try (AwsClients clients =
        AwsClients.forCommandLine(
            variables, Optional.empty(), Optional.of(home), Optional.empty())) {
      return ((TrailRegions.Named) TrailRegions.all(clients)).ids();
    }
  }
}
