package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rolecall.aws.RecentEvents.Item;
import rolecall.json.Json;
import rolecall.lineage.Certainty;
import rolecall.lineage.Root;
import rolecall.lineage.Tracer.Traced;
import rolecall.record.TestRecords;
import rolecall.record.TrailRecord;

/** The clients are at home in eu-west-1, and ask for what {@code recent} holds. */
class TrailTracerTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String KEY = "ASIAEXAMPLE000000001";
  private static final String NEXT = "ASIAEXAMPLE000000002";

  private final StandIn aws = StandIn.start();
  private final Instantly time = new Instantly();
  private final AwsClients clients = Callers.of(aws);
  private final RecentEvents recent = new RecentEvents(2).at(time);
  private Instant now = Instant.parse("2026-03-02T15:00:00Z");
  private final TrailTracer tracer = new TrailTracer(clients, () -> now, time, Optional.empty());

  TrailTracerTest() {
    aws.otherwise(recent);
  }

  @AfterEach
  void close() {
    clients.close();
    aws.close();
  }

  @Test
  void the_region_of_the_use_is_asked_first_and_settles_it() {
    recent.put("us-west-2", assumed("a", "09:10:00", dana(), KEY));
    Traced traced = trace(call(session(KEY), "us-west-2"));

    assertThat(root(traced)).isEqualTo("iam-user dana proven: an IAM user called");
    assertThat(hops(traced)).containsExactly("e EVENT", "a ISSUED_KEY");
    assertThat(traced.open()).isFalse();
    assertThat(regions()).containsExactly("us-west-2");
    assertThat(aws.asked().getFirst().text())
        .isEqualTo(
            "{\"LookupAttributes\":[{\"AttributeKey\":\"ResourceName\","
                + "\"AttributeValue\":\"ASIAEXAMPLE000000001\"}],"
                + "\"StartTime\":1772398800.000,\"EndTime\":1772449200.000,\"MaxResults\":50}");
  }

  // ---- what is asked for

  private Traced trace(TrailRecord record) {
    return tracer.trace(record, MINUTE);
  }

  private List<String> regions() {
    return aws.asked().stream().map(asked -> asked.signedIn().orElse("")).toList();
  }

  private static String root(Traced traced) {
    return switch (traced.chain().root()) {
      case Root.Known(var who, Certainty certainty, String why) ->
          who.kind() + " " + who.name().orElse("?") + " " + certainty.word() + ": " + why;
      case Root.Elsewhere(var account, _, String why) ->
          "elsewhere " + account.orElse("?") + ": " + why;
      case Root.Unknown(String why) -> "unknown: " + why;
    };
  }

  private static List<String> hops(Traced traced) {
    return traced.chain().hops().stream().map(hop -> hop.event().id() + " " + hop.join()).toList();
  }

  private static String dana() {
    return """
    {"type": "IAMUser", "principalId": "AIDAEXAMPLE0000000001", "accountId": "111122223333",
     "arn": "arn:aws:iam::111122223333:user/dana", "userName": "dana",
     "accessKeyId": "AKIAEXAMPLE000000001"}
    """;
  }

  private static String session(String key) {
    return """
    {"type": "AssumedRole", "principalId": "AROAEXAMPLE1:dana", "accountId": "111122223333",
     "arn": "arn:aws:sts::111122223333:assumed-role/Admin/dana", "accessKeyId": "%s",
     "sessionContext": {"sessionIssuer": {"type": "Role", "principalId": "AROAEXAMPLE1",
       "arn": "arn:aws:iam::111122223333:role/Admin", "accountId": "111122223333",
       "userName": "Admin"}}}
    """
        .formatted(key);
  }

  private static TrailRecord call(String who, String region) {
    return record(
        """
        {"eventID": "e", "eventTime": "2026-03-02T10:00:00Z", "eventSource": "iam.amazonaws.com",
         "eventName": "AttachRolePolicy", "awsRegion": "%s", "recipientAccountId": "111122223333",
         "userIdentity": %s, "requestParameters": null, "responseElements": null}
        """
            .formatted(region, who));
  }

  private static Item assumed(String id, String time, String who, String key) {
    String when = "2026-03-02T" + time + "Z";
    return Item.of(
        id,
        when,
        """
        {"eventID": "%s", "eventTime": "%s", "eventSource": "sts.amazonaws.com",
         "eventName": "AssumeRole", "awsRegion": "us-east-1",
         "recipientAccountId": "111122223333", "userIdentity": %s, "requestParameters": {},
         "responseElements": {"credentials": {"accessKeyId": "%s"},
           "assumedRoleUser": {"assumedRoleId": "AROAEXAMPLE1:dana",
             "arn": "arn:aws:sts::111122223333:assumed-role/Admin/dana"}}}
        """
            .formatted(id, when, who, key));
  }

  private static TrailRecord record(String text) {
    return new TrailRecord((Json.Obj) TestRecords.json(text));
  }
}
