package rolecall.record;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import rolecall.json.Json;

/** Reads {@link SessionFacts} from the events that issue credentials. Stateless. */
final class SessionReader {
  private static final long ROLE_DEFAULT = 3600;
  private static final long USER_DEFAULT = 43200;

  /** Whatever root asks for, STS gives it an hour at most, and an hour where it asks nothing. */
  private static final long ROOT_MOST = 3600;

  private static final long ROOT_TASK_MOST = 900;

  private SessionReader() {}

  /**
   * How the credentials were got: the event's name; empty for events that issue none.
   *
   * <p>Empty too for steps on the way, since another event then tells which role was taken:
   * Identity Center's {@code GetRoleCredentials} names a permission set, EKS's {@code
   * AssumeRoleForPodIdentity} and Cognito's {@code GetCredentialsForIdentity} name none. {@code
   * GetWebIdentityToken} issues a token for use elsewhere and no credentials.
   */
  static Optional<String> assumption(TrailRecord record) {
    return issues(record.service(), record.eventName())
        ? Optional.of(record.eventName())
        : Optional.empty();
  }

  /**
   * Whether such an event issues credentials.
   *
   * @param service the short name: {@code sts}
   */
  static boolean issues(String service, String eventName) {
    return switch (service) {
      case "sts" ->
          switch (eventName) {
            case "AssumeRole",
                "AssumeRoleWithSAML",
                "AssumeRoleWithWebIdentity",
                "AssumeRoot",
                "GetFederationToken",
                "GetSessionToken",
                "GetDelegatedAccessToken" ->
                true;
            default -> false;
          };
      case "signin" -> eventName.equals("SwitchRole") || eventName.equals("CreateOAuth2Token");
      case "rolesanywhere" -> eventName.equals("CreateSession");
      default -> false;
    };
  }

  /** Whether the credentials are those of a role. */
  static boolean takesRole(String assumption) {
    return switch (assumption) {
      case "AssumeRole",
          "AssumeRoleWithSAML",
          "AssumeRoleWithWebIdentity",
          "SwitchRole",
          "CreateSession" ->
          true;
      default -> false;
    };
  }

  static SessionFacts read(TrailRecord record, Outcome outcome, CallerKind caller) {
    Json request = record.request();
    Json issued = issued(record);
    return new SessionFacts(
        name(record, issued),
        duration(record, outcome, caller),
        request.getAnyCase("externalId").toldText(),
        request
            .getAnyCase("sourceIdentity")
            .toldText()
            .or(() -> issued.getAnyCase("sourceIdentity").toldText()),
        provider(record),
        issued.getAnyCase("credentials").getAnyCase("accessKeyId").toldText(),
        request.getAnyCase("serialNumber").toldText());
  }

  /** The part of the answer that holds the credentials; Roles Anywhere answers with a list. */
  static Json issued(TrailRecord record) {
    List<Json> set = record.response().getAnyCase("credentialSet").items();
    return set.isEmpty() ? record.response() : set.getFirst();
  }

  /** The provider that vouches for a SAML or web identity. */
  static Optional<String> provider(TrailRecord record) {
    return switch (record.eventName()) {
      case "AssumeRoleWithSAML" ->
          record
              .request()
              .getAnyCase("principalArn")
              .toldText()
              .or(() -> RoleReader.resources(record, "AWS::IAM::SAMLProvider").findFirst());
      case "AssumeRoleWithWebIdentity" ->
          record
              .response()
              .getAnyCase("provider")
              .toldText()
              .or(() -> record.userIdentity().get("identityProvider").toldText())
              .or(() -> record.request().getAnyCase("providerId").toldText());
      default -> Optional.empty();
    };
  }

  private static Optional<String> name(TrailRecord record, Json issued) {
    return switch (record.eventName()) {
      case "SwitchRole" ->
          RoleArn.parse(record.userIdentity().get("arn")).flatMap(RoleArn::session);
      case "GetFederationToken" -> record.request().getAnyCase("name").toldText();
      default ->
          record
              .request()
              .getAnyCase("roleSessionName")
              .toldText()
              .or(() ->
                  RoleArn.parse(issued.getAnyCase("assumedRoleUser").getAnyCase("arn"))
                      .flatMap(RoleArn::session));
    };
  }

  private static OptionalLong duration(TrailRecord record, Outcome outcome, CallerKind caller) {
    OptionalLong asked = record.request().getAnyCase("durationSeconds").wholeNumber();
    if (outcome != Outcome.SUCCESS) {
      return asked;
    }
    return switch (record.eventName()) {
      case "AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "CreateSession" ->
          asked.isPresent() ? asked : OptionalLong.of(ROLE_DEFAULT);
      case "GetFederationToken", "GetSessionToken" ->
          caller == CallerKind.ROOT
              ? OptionalLong.of(Math.min(asked.orElse(ROOT_MOST), ROOT_MOST))
              : OptionalLong.of(asked.orElse(USER_DEFAULT));
      case "AssumeRoot" -> OptionalLong.of(asked.orElse(ROOT_TASK_MOST));
      default -> asked;
    };
  }
}
