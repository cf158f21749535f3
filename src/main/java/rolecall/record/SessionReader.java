package rolecall.record;

import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@link SessionFacts} from the events that issue credentials. Stateless. */
final class SessionReader {
  private static final long ROLE_DEFAULT = 3600;
  private static final long USER_DEFAULT = 43200;

  private SessionReader() {}

  /** How the credentials were got: the event's name; empty for events that issue none. */
  static Optional<String> assumption(TrailRecord record) {
    boolean issues =
        switch (record.service()) {
          case "sts" ->
              switch (record.eventName()) {
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
          case "signin" ->
              record.eventName().equals("SwitchRole")
                  || record.eventName().equals("CreateOAuth2Token");
          case "rolesanywhere" -> record.eventName().equals("CreateSession");
          default -> false;
        };
    return issues ? Optional.of(record.eventName()) : Optional.empty();
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

  static SessionFacts read(TrailRecord record, Outcome outcome) {
    Json request = record.request();
    Json response = record.response();
    return new SessionFacts(
        name(record),
        duration(record, outcome),
        request.getAnyCase("externalId").filledText(),
        request
            .getAnyCase("sourceIdentity")
            .filledText()
            .or(() -> response.getAnyCase("sourceIdentity").filledText()),
        provider(record),
        response.getAnyCase("credentials").getAnyCase("accessKeyId").filledText());
  }

  /** The provider that vouches for a SAML or web identity. */
  static Optional<String> provider(TrailRecord record) {
    return switch (record.eventName()) {
      case "AssumeRoleWithSAML" -> record.request().getAnyCase("principalArn").filledText();
      case "AssumeRoleWithWebIdentity" ->
          record
              .response()
              .getAnyCase("provider")
              .filledText()
              .or(() -> record.userIdentity().get("identityProvider").filledText())
              .or(() -> record.request().getAnyCase("providerId").filledText());
      default -> Optional.empty();
    };
  }

  private static Optional<String> name(TrailRecord record) {
    if (record.eventName().equals("SwitchRole")) {
      return RoleArn.parse(record.userIdentity().get("arn")).flatMap(RoleArn::session);
    }
    return record
        .request()
        .getAnyCase("roleSessionName")
        .filledText()
        .or(() ->
            RoleArn.parse(record.response().getAnyCase("assumedRoleUser").getAnyCase("arn"))
                .flatMap(RoleArn::session))
        .or(() ->
            record.eventName().equals("GetFederationToken")
                ? record.request().getAnyCase("name").filledText()
                : Optional.empty());
  }

  private static OptionalLong duration(TrailRecord record, Outcome outcome) {
    OptionalLong asked = record.request().getAnyCase("durationSeconds").wholeNumber();
    if (asked.isPresent() || outcome != Outcome.SUCCESS) {
      return asked;
    }
    return switch (record.eventName()) {
      case "AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "CreateSession" ->
          OptionalLong.of(ROLE_DEFAULT);
      case "GetFederationToken", "GetSessionToken" -> OptionalLong.of(USER_DEFAULT);
      default -> OptionalLong.empty();
    };
  }
}
