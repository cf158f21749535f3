package rolecall.deploy;

import java.util.List;
import java.util.Map;
import rolecall.json.Json;
import rolecall.json.Members;

/** Records as EventBridge delivers them. */
final class Envelope {
  private static final Map<String, String> TYPES =
      Map.of(
          "AwsApiCall", "AWS API Call via CloudTrail",
          "AwsServiceEvent", "AWS Service Event via CloudTrail",
          "AwsConsoleAction", "AWS Console Action via CloudTrail",
          "AwsConsoleSignIn", "AWS Console Sign In via CloudTrail",
          "AwsConsoleSignin", "AWS Console Signin via CloudTrail",
          "AwsVpceEvents", "AWS VPC Endpoint Event via CloudTrail");

  private Envelope() {}

  /** A record of CloudTrail in the envelope of its kind. */
  static Json.Obj around(Json record) {
    String source = record.get("eventSource").text().orElseThrow();
    String kind = record.get("eventType").text().orElse("AwsApiCall");
    return around(record, "aws." + source.substring(0, source.indexOf('.')), TYPES.get(kind));
  }

  static Json.Obj around(Json record, String source, String detailType) {
    return new Members()
        .text("version", "0")
        .text("id", "b0000000-0000-4000-8000-000000000001")
        .text("detail-type", detailType)
        .text("source", source)
        .text("account", "111122223333")
        .text("time", "2026-03-02T09:15:00Z")
        .text("region", "us-east-1")
        .value("resources", new Json.Arr(List.of()))
        .value("detail", record)
        .build();
  }
}
