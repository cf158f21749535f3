package rolecall.day;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Somebody calls AWS.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">AWS:
 *     CloudTrail record contents</a>
 */
record Calls(Actor actor, Call call) implements Happening {
  private static final String REGION = "us-east-1";

  /** Whose events stand in other accounts or services as well, under an id that they share. */
  private static final Set<String> SHARED = Set.of("AWSService", "AWSAccount");

  @Override
  public Map<String, Object> recordAt(Instant time, Draw draw) {
    boolean insideAws = actor.isService() || actor.fromConsole();
    Map<String, Object> record =
        Shape.of(
            "eventVersion",
                call.service().equals("signin") ? "1.08" : draw.any("1.11", "1.10", "1.11", "1.09"),
            "userIdentity", actor.identityAt(time),
            "eventTime", time.toString(),
            "eventSource", call.service() + ".amazonaws.com",
            "eventName", call.name(),
            "awsRegion", REGION,
            "sourceIPAddress", actor.address(),
            "userAgent", actor.agent());
    call.failure()
        .ifPresent(failure -> {
          record.put("errorCode", failure.code());
          record.put("errorMessage", failure.message());
        });
    record.put("requestParameters", call.request().orElse(null));
    record.put("responseElements", call.response().orElse(null));
    if (call.more().containsKey("additionalEventData")) {
      record.put("additionalEventData", call.more().get("additionalEventData"));
    }
    if (!call.service().equals("signin")) {
      record.put("requestID", call.service().equals("s3") ? draw.capitals(16) : draw.uuid());
    }
    record.put("eventID", draw.uuid());
    record.put("readOnly", call.readOnly());
    record.put("eventType", "AwsApiCall");
    record.put("managementEvent", true);
    record.put("recipientAccountId", Actors.ACCOUNT);
    if (SHARED.contains(String.valueOf(actor.identity().get("type")))) {
      record.put("sharedEventID", draw.uuid());
    }
    record.put("eventCategory", "Management");
    if (!insideAws) {
      record.put("tlsDetails", tls(draw));
    }
    if (actor.fromConsole()) {
      record.put("sessionCredentialFromConsole", "true");
    }
    record.putAll(call.more());
    return record;
  }

  private Map<String, Object> tls(Draw draw) {
    return draw.percent(80)
        ? Shape.of(
            "tlsVersion", "TLSv1.3",
            "cipherSuite", "TLS_AES_128_GCM_SHA256",
            "clientProvidedHostHeader", host())
        : Shape.of(
            "tlsVersion", "TLSv1.2",
            "cipherSuite", "ECDHE-RSA-AES128-GCM-SHA256",
            "clientProvidedHostHeader", host());
  }

  private String host() {
    return switch (call.service()) {
      case "iam", "sts" -> call.service() + ".amazonaws.com";
      case "signin" -> "signin.aws.amazon.com";
      case "chime" -> "meetings-chime." + REGION + ".amazonaws.com";
      default -> call.service() + "." + REGION + ".amazonaws.com";
    };
  }
}
