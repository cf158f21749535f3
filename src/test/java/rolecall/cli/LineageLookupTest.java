package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.aws.Answers;
import rolecall.aws.Instantly;
import rolecall.aws.RecentEvents;
import rolecall.aws.RecentEvents.Item;
import rolecall.aws.StandIn;
import rolecall.aws.TrailRegions;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/** {@code lineage EVENT-ID} without a path, by one at home in eu-west-1 of 111122223333. */
class LineageLookupTest {
  private static final String ID = "e0000000-0000-4000-8000-000000000905";
  private static final String HOME = "src/test/resources/samples/lineage/111122223333.json";
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String UNTIL_90_DAYS =
      " It keeps the management events of 90 days, and may list one up to 15 minutes late; for an"
          + " older one, a data event or one of another account name the logs that hold it.\n";

  private final StandIn aws = StandIn.start();
  private final Instantly time = new Instantly();
  private final RecentEvents recent = new RecentEvents(2);

  LineageLookupTest() {
    aws.otherwise(recent);
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void what_one_account_has_tells_as_much_as_its_log_does(String format)
      throws IOException, UnreadableJson {
    Json log = JsonReader.read(Files.readString(Path.of(HOME)));
    for (Json record : log.get("Records").items()) {
      recent.put(
          "ap-south-1",
          Item.of(
              record.get("eventID").text().orElseThrow(),
              record.get("eventTime").text().orElseThrow(),
              CompactJson.write(record)));
    }
    String golden = Files.readString(GOLDEN.resolve("lineage-border." + format));
    assertThat(lineage(format.equals("json")))
        .isEqualTo(
            new Ran(
                golden
                    .replace(HOME + ", record 0.", "cloudtrail:ap-south-1.")
                    .replace(HOME, "cloudtrail:ap-south-1"),
                "",
                0));
  }

  @Test
  void the_event_is_looked_for_at_home_then_where_global_services_are_then_everywhere() {
    assertThat(lineage(false))
        .isEqualTo(
            new Ran(
                "",
                "rolecall: CloudTrail lists no event with the id %s in %s."
                        .formatted(ID, regions().size() + " Regions")
                    + UNTIL_90_DAYS,
                2));
    assertThat(aws.asked())
        .extracting(asked -> asked.signedIn().orElse(""))
        .startsWith("eu-west-1", "us-east-1")
        .doesNotHaveDuplicates();
    assertThat(aws.asked().getFirst().text())
        .isEqualTo(
            "{\"LookupAttributes\":[{\"AttributeKey\":\"EventId\",\"AttributeValue\":\"%s\"}],"
                    .formatted(ID)
                + "\"MaxResults\":50}");
  }

  @Test
  void regions_that_are_off_are_passed_over() {
    Set<String> off = new HashSet<>(regions());
    off.removeAll(TrailRegions.ALWAYS_ON);
    recent.refuse(off, RecentEvents.stranger());
    assertThat(lineage(false))
        .isEqualTo(
            new Ran(
                "",
                "rolecall: CloudTrail lists no event with the id %s in %s."
                        .formatted(ID, TrailRegions.ALWAYS_ON.size() + " Regions")
                    + UNTIL_90_DAYS,
                2));
  }

  @Test
  void a_missing_permission_is_one_line_after_two_calls() {
    aws.otherwise(_ -> RecentEvents.denied());
    assertThat(lineage(false))
        .isEqualTo(
            new Ran(
                "",
                "rolecall: cloudtrail:eu-west-1, cloudtrail:us-east-1: You may not look up events"
                    + " (AccessDeniedException). Allow cloudtrail:LookupEvents to whoever calls,"
                    + " and let no other policy deny it.\n",
                3));
    assertThat(aws.asked()).hasSize(2);
  }

  @Test
  void a_region_that_may_not_be_asked_leaves_it_open() {
    recent.refuse("sa-east-1", RecentEvents.denied());
    Ran ran = lineage(false);
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err())
        .startsWith("rolecall: cloudtrail:sa-east-1: You may not look up events")
        .contains("\nrolecall: no event with the id " + ID + " is listed in 33 Regions.")
        .hasLineCount(2);
  }

  @Test
  void expired_credentials_are_told_after_one_call() {
    aws.otherwise(_ -> Answers.jsonError(400, "ExpiredTokenException", "The security token"));
    assertThat(lineage(false))
        .isEqualTo(
            new Ran(
                "",
                "rolecall: cloudtrail:eu-west-1: The AWS credentials have expired"
                    + " (ExpiredTokenException). Sign in again; a function gets new ones by"
                    + " itself.\n",
                3));
    assertThat(aws.asked()).hasSize(1);
  }

  @Test
  void throttling_for_a_minute_is_told() {
    aws.otherwise(_ -> RecentEvents.throttled());
    Ran ran = lineage(false);
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err())
        .contains(
            "CloudTrail throttled every call (ThrottlingException). See who else looks up events of"
                + " this account, or try again later.\n");
  }

  @Test
  void a_record_that_cannot_be_read_is_told() {
    recent.put("us-east-1", Item.of(ID, "2026-03-02T10:00:00Z", "{\"eventID\":"));
    Ran ran = lineage(false);
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err())
        .startsWith(
            "rolecall: cloudtrail:us-east-1: The event is there, and its record cannot be read."
                + " Name the log that holds it.\n");
  }

  private Set<String> regions() {
    try (var clients = choice().clients()) {
      return new java.util.TreeSet<>(((TrailRegions.Named) TrailRegions.all(clients)).ids());
    }
  }

  private AwsChoice choice() {
    return new AwsChoice(
        Map.of(
            "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY"),
        Optional.empty(),
        Optional.of("eu-west-1"),
        Optional.of(URI.create(aws.url())));
  }

  private Ran lineage(boolean asJson) {
    return Ran.of(
        "",
        false,
        console -> {
          try {
            return new LineageLookup(console, ID, choice(), asJson, false).run(time).number();
          } catch (Refused refused) {
            throw new AssertionError(refused);
          }
        });
  }
}
