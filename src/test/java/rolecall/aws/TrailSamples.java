package rolecall.aws;

import java.util.List;
import rolecall.aws.RecentEvents.Item;
import rolecall.json.Json;
import rolecall.lineage.Certainty;
import rolecall.lineage.Root;
import rolecall.lineage.Tracer.Traced;
import rolecall.record.TestRecords;
import rolecall.record.TrailRecord;

/** Calls of sessions and what issued their keys, as tests of asking CloudTrail need them. */
final class TrailSamples {
  private TrailSamples() {}

  static String root(Traced traced) {
    return switch (traced.chain().root()) {
      case Root.Known(var who, Certainty certainty, String why) ->
          who.kind() + " " + who.name().orElse("?") + " " + certainty.word() + ": " + why;
      case Root.Elsewhere(var account, _, String why) ->
          "elsewhere " + account.orElse("?") + ": " + why;
      case Root.Unknown(String why) -> "unknown: " + why;
    };
  }

  static List<String> hops(Traced traced) {
    return traced.chain().hops().stream().map(hop -> hop.event().id() + " " + hop.join()).toList();
  }

  static String dana() {
    return """
    {"type": "IAMUser", "principalId": "AIDAEXAMPLE0000000001", "accountId": "111122223333",
     "arn": "arn:aws:iam::111122223333:user/dana", "userName": "dana",
     "accessKeyId": "AKIAEXAMPLE000000001"}
    """;
  }

  static String session(String key) {
    return """
    {"type": "AssumedRole", "principalId": "AROAEXAMPLE1:dana", "accountId": "111122223333",
     "arn": "arn:aws:sts::111122223333:assumed-role/Admin/dana", "accessKeyId": "%s",
     "sessionContext": {"sessionIssuer": {"type": "Role", "principalId": "AROAEXAMPLE1",
       "arn": "arn:aws:iam::111122223333:role/Admin", "accountId": "111122223333",
       "userName": "Admin"}, "attributes": {"creationDate": "2026-03-02T09:10:00Z"}}}
    """
        .formatted(key);
  }

  static TrailRecord call(String who, String region) {
    return record(
        """
        {"eventID": "e", "eventTime": "2026-03-02T10:00:00Z", "eventSource": "iam.amazonaws.com",
         "eventName": "AttachRolePolicy", "awsRegion": "%s", "recipientAccountId": "111122223333",
         "userIdentity": %s, "requestParameters": null, "responseElements": null}
        """
            .formatted(region, who));
  }

  static Item assumed(String id, String time, String who, String key) {
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

  static TrailRecord record(String text) {
    return new TrailRecord((Json.Obj) TestRecords.json(text));
  }
}
