package rolecall.record;

import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import rolecall.json.Json;

/**
 * The access keys that a call gave out, and to which session.
 *
 * @param keys ids of temporary keys, in the order of the alphabet; none when the call gave out
 *     none, did not succeed, or its record does not show them
 * @param to CloudTrail's own id of the session that they belong to: {@code AROAEXAMPLE:dana}; of
 *     {@code AssumeRoot} the account; of {@code SwitchRole} the session switched to; empty where
 *     the record does not tell
 * @param bySts whether STS made the keys; other services hand on what STS made for them
 * @param sourceIdentity the source identity that the session was given
 */
public record Issued(
    List<String> keys, Optional<String> to, boolean bySts, Optional<String> sourceIdentity) {
  private static final List<String> HOLDERS =
      List.of("credentials", "roleCredentials", "accessToken");

  public Issued {
    keys = List.copyOf(keys);
    Objects.requireNonNull(to, "to is null");
    Objects.requireNonNull(sourceIdentity, "sourceIdentity is null");
  }

  /** What a record gave out; empty for every event that is not there to give out keys. */
  public static Optional<Issued> of(TrailRecord record) {
    if (!mayGive(record.eventSource(), record.eventName())
        || Outcome.of(record) != Outcome.SUCCESS) {
      return Optional.empty();
    }
    Json answer = SessionReader.issued(record);
    return Optional.of(
        new Issued(
            keys(record),
            to(record, answer),
            record.service().equals("sts"),
            record
                .request()
                .getAnyCase("sourceIdentity")
                .toldText()
                .or(() -> answer.getAnyCase("sourceIdentity").toldText())));
  }

  /** Whether events of that source and name are there to give out keys. */
  public static boolean mayGive(String eventSource, String eventName) {
    String service = TrailRecord.serviceOf(eventSource);
    return SessionReader.issues(service, eventName)
        || switch (service) {
          case "sso" -> eventName.equals("GetRoleCredentials") || eventName.equals("Federate");
          case "signin" -> eventName.equals("ConsoleLogin");
          case "eks-auth" -> eventName.equals("AssumeRoleForPodIdentity");
          case "cognito-identity" -> eventName.equals("GetCredentialsForIdentity");
          default -> false;
        };
  }

  private static List<String> keys(TrailRecord record) {
    NavigableSet<String> keys = new TreeSet<>();
    addKeys(record.response(), keys);
    for (Json one : record.response().getAnyCase("credentialSet").items()) {
      addKeys(one, keys);
    }
    addKeys(record.tree().get("serviceEventDetails"), keys);
    for (Json resource : record.tree().get("resources").items()) {
      if (resource.getAnyCase("type").text().filter("AWS::IAM::AccessKey"::equals).isPresent()) {
        resource.getAnyCase("ARN").toldText().map(Issued::keyOf).ifPresent(keys::add);
      }
    }
    keys.removeIf(key -> !isTemporary(key));
    return List.copyOf(keys);
  }

  private static void addKeys(Json answer, NavigableSet<String> keys) {
    for (String holder : HOLDERS) {
      answer.getAnyCase(holder).getAnyCase("accessKeyId").toldText().ifPresent(keys::add);
    }
  }

  private static String keyOf(String resource) {
    return Arn.parse(resource).map(Arn::lastSegment).orElse(resource);
  }

  /** Whether a key belongs to a session, which somebody gave it, and not to a user for good. */
  public static boolean isTemporary(String accessKey) {
    return accessKey.startsWith("ASIA");
  }

  private static Optional<String> to(TrailRecord record, Json answer) {
    if (record.response().getAnyCase("credentialSet").items().size() > 1) {
      return Optional.empty();
    }
    if (SwitchReader.isSwitch(record)) {
      return record.userIdentity().get("principalId").toldText();
    }
    if (record.eventName().equals("AssumeRoot")) {
      return record
          .request()
          .getAnyCase("targetPrincipal")
          .toldText()
          .map(target -> Arn.parse(target).map(Arn::account).orElse(target));
    }
    return answer
        .getAnyCase("assumedRoleUser")
        .getAnyCase("assumedRoleId")
        .toldText()
        .or(() -> answer.getAnyCase("federatedUser").getAnyCase("federatedUserId").toldText());
  }
}
