package rolecall.day;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The calls of STS that issue credentials.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html">AWS:
 *     Logging IAM and STS calls with CloudTrail</a>
 */
final class RolesTaken {
  /** Not ISO: the expiration is written for American readers. */
  private static final DateTimeFormatter EXPIRATION =
      DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

  private RolesTaken() {}

  /** A role is taken with {@code AssumeRole}; {@code more} are further request parameters. */
  static Happening assumed(Actor caller, String roleArn, String session, Object... more) {
    Map<String, Object> request = Shape.of("roleArn", roleArn, "roleSessionName", session);
    request.putAll(Shape.of(more));
    return issued(caller, "AssumeRole", request, roleArn, session, Shape.of());
  }

  static Happening throughSaml(Actor person, String permissionSet, int seconds) {
    String name = person.arn().substring(person.arn().lastIndexOf('/') + 1);
    String role =
        Actors.roleArn(
            "/aws-reserved/sso.amazonaws.com/eu-west-1/", Actors.reservedRole(permissionSet));
    String provider =
        "arn:aws:iam::" + Actors.ACCOUNT + ":saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE";
    Actor vouched =
        new Actor(
            Shape.of(
                "type",
                "SAMLUser",
                "principalId",
                "kQEXAMPLE7=:" + name,
                "userName",
                name,
                "identityProvider",
                "kQEXAMPLE7="),
            person.address(),
            person.agent(),
            false);
    return issued(
        vouched,
        "AssumeRoleWithSAML",
        Shape.of(
            "sAMLAssertionID", "_" + Actors.digits(name + seconds),
            "roleSessionName", name,
            "durationSeconds", seconds,
            "roleArn", role,
            "principalArn", provider),
        role,
        name,
        Shape.of(
            "subject", name,
            "subjectType", "persistent",
            "issuer", "https://portal.sso.example.com/saml/assertion",
            "audience", "https://signin.aws.amazon.com/saml",
            "nameQualifier", "kQEXAMPLE7="));
  }

  static Happening throughGitHub(String roleArn) {
    String provider =
        "arn:aws:iam::" + Actors.ACCOUNT + ":oidc-provider/token.actions.githubusercontent.com";
    String subject = "repo:example/orders:ref:refs/heads/main";
    Actor workflow =
        new Actor(
            Shape.of(
                "type",
                "WebIdentityUser",
                "principalId",
                provider + ":sts.amazonaws.com:" + subject,
                "userName",
                subject,
                "identityProvider",
                provider),
            Cast.PIPELINE.address(),
            Cast.PIPELINE.agent(),
            false);
    return issued(
        workflow,
        "AssumeRoleWithWebIdentity",
        Shape.of("roleArn", roleArn, "roleSessionName", "GitHubActions", "durationSeconds", 3600),
        roleArn,
        "GitHubActions",
        Shape.of(
            "subjectFromWebIdentityToken", subject,
            "provider", provider,
            "audience", "sts.amazonaws.com"));
  }

  /** {@code GetSessionToken} of a user who shows a second factor. */
  static Happening sessionToken(Actor user, String serial) {
    return (time, draw) ->
        new Calls(
                user,
                Call.write(
                        "sts", "GetSessionToken", "serialNumber", serial, "durationSeconds", 43200)
                    .answered("credentials", credentials(time, 43200, draw)))
            .recordAt(time, draw);
  }

  private static Happening issued(
      Actor caller,
      String name,
      Map<String, Object> request,
      String roleArn,
      String session,
      Map<String, Object> vouched) {
    String account = roleArn.split(":", -1)[4];
    String role = roleArn.substring(roleArn.lastIndexOf('/') + 1);
    return (time, draw) -> {
      int seconds = request.get("durationSeconds") instanceof Integer asked ? asked : 3600;
      Map<String, Object> answer = Shape.of();
      answer.putAll(vouched);
      answer.put("credentials", credentials(time, seconds, draw));
      answer.put(
          "assumedRoleUser",
          Shape.of(
              "assumedRoleId", "AROAEXAMPLE" + Actors.digits(role) + ":" + session,
              "arn", "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + session));
      Call call =
          new Call(
                  "sts",
                  name,
                  true,
                  java.util.Optional.of(request),
                  java.util.Optional.of(answer),
                  java.util.Optional.empty(),
                  Map.of())
              .with(
                  "resources",
                  List.of(
                      Shape.of("accountId", account, "type", "AWS::IAM::Role", "ARN", roleArn)));
      Call shared = account.equals(Actors.ACCOUNT) ? call : call.with("sharedEventID", draw.uuid());
      return new Calls(caller, shared).recordAt(time, draw);
    };
  }

  private static Map<String, Object> credentials(Instant time, int seconds, Draw draw) {
    return Shape.of(
        "accessKeyId", "ASIAEXAMPLE%09d".formatted(draw.below(1_000_000_000)),
        "sessionToken", "IQoJb3JpZ2luX2VjEXAMPLETOKEN" + draw.capitals(120),
        "expiration", EXPIRATION.format(time.plusSeconds(seconds)));
  }
}
