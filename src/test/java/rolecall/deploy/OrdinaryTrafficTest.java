package rolecall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolecall.day.OrdinaryRecords;
import rolecall.json.Json;

/** What an account does all day stays out, so that nobody pays for it. */
class OrdinaryTrafficTest {
  private static final int RECORDS = 12_000;

  private static boolean isOrdinary(Json record) {
    String source = record.get("eventSource").text().orElse("");
    String name = record.get("eventName").text().orElse("");
    boolean failed = record.get("errorCode").isPresent();
    boolean describes =
        record.get("readOnly").truth().orElse(false)
            && Stream.of("Get", "List", "Describe", "BatchGet", "Head").anyMatch(name::startsWith)
            && !name.equals("GetRoleCredentials")
            && !(source.startsWith("chime") && failed);
    boolean storage =
        (source.equals("s3.amazonaws.com") && !name.equals("PutBucketPolicy"))
            || source.equals("kms.amazonaws.com");
    return describes || storage || takesAnOrdinaryRole(record, name) || isOwnDailyWork(record);
  }

  private static boolean takesAnOrdinaryRole(Json record, String name) {
    String role =
        record
            .get("requestParameters")
            .get("roleArn")
            .text()
            .or(() -> record.get("errorMessage").text())
            .orElse("")
            .toLowerCase(Locale.ROOT);
    return name.equals("AssumeRole")
        && record.get("userIdentity").get("type").text().filter("AWSService"::equals).isPresent()
        && !role.contains("chime")
        && !role.contains("/aws-service-role/");
  }

  private static String summary(Json record) {
    return record.get("eventSource").text().orElse("")
        + " "
        + record.get("eventName").text().orElse("")
        + " by "
        + record.get("userIdentity").get("arn").text().orElse("a service");
  }

  private static boolean isOwnDailyWork(Json record) {
    return !record.get("managementEvent").truth().orElse(true)
        && record.toString().contains("rolecall-");
  }

  @Test
  void describes_storage_keys_and_starts_of_functions_stay_out() {
    BusRules rules = BusRules.onDefaultBus("rolecall");
    List<String> let = new ArrayList<>();
    Map<String, Integer> passed = new TreeMap<>();
    int[] ordinary = {0, 0};
    OrdinaryRecords.forEach(
        1,
        RECORDS,
        record -> {
          if (record.get("insightDetails").isPresent()) {
            return;
          }
          List<String> through = rules.perhapsPassing(Envelope.around(record));
          if (isOrdinary(record)) {
            ordinary[0]++;
            if (!through.isEmpty()) {
              let.add(through + " " + summary(record));
            }
          }
          ordinary[1] += through.isEmpty() ? 0 : 1;
          through.forEach(rule -> passed.merge(rule, 1, Integer::sum));
        });
    assertThat(let.stream().limit(20)).isEmpty();
    assertThat(ordinary[0]).isGreaterThan(RECORDS / 2);
    // Of this day's records that pass, most are services taking the roles linked to them.
    assertThat(ordinary[1]).as("records let through, by rule: %s", passed).isLessThan(RECORDS / 6);
  }
}
