package rolecall.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What has its time of day. All but the sign-in of root and the insights is what the shipped policy
 * must tell until somebody has written down that it is meant.
 */
final class Appointments {
  private static final Actor AUDIT_FIRM =
      Actors.account("444455556666", "AROAEXAMPLE000000044:audit", "203.0.113.44", "Boto3/1.35.0");
  private static final Actor COST_TOOL =
      Actors.account(
          "123456789012", "AROAEXAMPLE000000012:costs", "203.0.113.12", "aws-sdk-go-v2/1.30.0");

  private Appointments() {}

  /** Something at its time. */
  record Appointment(Instant time, String name, Happening happening) {}

  /** Those of the day that begins at {@code midnight}, by time. */
  static List<Appointment> of(Instant midnight, Draw draw) {
    List<Appointment> all = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      all.add(
          at(midnight, "02:00", i * 90L, "partners", partner(AUDIT_FIRM, "PartnerAudit", "audit")));
    }
    for (int i = 0; i < 12; i++) {
      all.add(
          at(midnight, "11:00", i * 180L, "partners", partner(COST_TOOL, "CostReader", "costs")));
      all.add(
          at(midnight, "19:00", i * 180L, "partners", partner(COST_TOOL, "CostReader", "costs")));
    }
    Actor dana = Cast.VOICE_ADMIN;
    for (String time : List.of("09:05", "09:40", "14:10")) {
      all.add(at(midnight, time, 0, "voice", People.roleCredentials(dana, "ChimeAdmin", draw)));
      all.add(at(midnight, time, 1, "voice", RolesTaken.throughSaml(dana, "ChimeAdmin", 3600)));
    }
    all.add(at(midnight, "14:20", 0, "voice", phoneNumberOrder(dana, draw)));
    all.add(at(midnight, "10:15", 0, "sign-ins", rootSignsIn()));
    for (String time : List.of("03:10", "03:11", "16:40", "16:55")) {
      all.add(at(midnight, time, 0, "insights", insight(time)));
    }
    all.sort(Comparator.comparing(Appointment::time));
    return all;
  }

  private static Appointment at(
      Instant midnight, String clock, long seconds, String name, Happening happening) {
    Duration sinceMidnight =
        Duration.ofHours(Long.parseLong(clock.substring(0, 2)))
            .plusMinutes(Long.parseLong(clock.substring(3)))
            .plusSeconds(seconds);
    return new Appointment(midnight.plus(sinceMidnight), name, happening);
  }

  private static Happening partner(Actor partner, String role, String session) {
    return RolesTaken.assumed(
        partner, Actors.roleArn("/partners/", role), session, "externalId", session + "-7");
  }

  private static Happening phoneNumberOrder(Actor admin, Draw draw) {
    return new Calls(
        admin.atConsole(),
        Call.write(
                "chime",
                "CreatePhoneNumberOrder",
                "productType",
                "VoiceConnector",
                "e164PhoneNumbers",
                "HIDDEN_DUE_TO_SECURITY_REASONS")
            .answered(
                "phoneNumberOrder",
                Shape.of("phoneNumberOrderId", draw.uuid(), "status", "Processing")));
  }

  /** Once in a while somebody pays a bill. */
  private static Happening rootSignsIn() {
    Actor root =
        new Actor(
            Shape.of(
                "type", "Root",
                "principalId", Actors.ACCOUNT,
                "arn", "arn:aws:iam::111122223333:root",
                "accountId", Actors.ACCOUNT,
                "accessKeyId", ""),
            "198.51.100.60",
            "Mozilla/5.0",
            false);
    return People.signIn(root, "Success", "Yes");
  }

  private static Happening insight(String time) {
    return (now, draw) -> {
      Map<String, Object> record =
          Shape.of(
              "eventVersion",
              "1.09",
              "eventTime",
              now.toString(),
              "awsRegion",
              "us-east-1",
              "eventID",
              draw.uuid(),
              "eventType",
              "AwsCloudTrailInsight",
              "recipientAccountId",
              Actors.ACCOUNT,
              "sharedEventID",
              draw.uuid(),
              "insightDetails",
              Shape.of(
                  "state", time.endsWith("0") ? "Start" : "End",
                  "eventSource", "ssm.amazonaws.com",
                  "eventName", "UpdateInstanceInformation",
                  "insightType", "ApiCallRateInsight",
                  "insightContext",
                      Shape.of(
                          "statistics",
                          Shape.of(
                              "baseline",
                              Shape.of("average", 4.2),
                              "insight",
                              Shape.of("average", 31.0)))),
              "eventCategory",
              "Insight");
      return record;
    };
  }
}
