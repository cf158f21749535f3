package rolecall.record;

import java.util.Optional;
import rolecall.json.Json;

/** What a caller is called: by AWS, which nobody can choose, and for people. Stateless. */
final class CallerNames {
  private CallerNames() {}

  /** See {@link CallerFacts#principal()}. */
  static Optional<String> principal(
      TrailRecord record, CallerKind kind, Optional<String> account, Optional<RoleArn> role) {
    Json identity = record.userIdentity();
    return switch (kind) {
      case ROLE_SESSION, SSO_SESSION, SERVICE_LINKED_SESSION -> role.map(r -> r.role().text());
      case FEDERATED_USER ->
          identity.get("sessionContext").get("sessionIssuer").get("arn").toldText();
      case IAM_USER -> identity.get("arn").toldText().or(() -> user(record, account));
      case ROOT, ROOT_TASK, AWS_ACCOUNT ->
          identity.get("arn").toldText().or(() -> account.map(a -> iamArn(record, a, "root")));
      case AWS_SERVICE -> identity.get("invokedBy").toldText();
      case SAML, WEB_IDENTITY -> SessionReader.provider(record);
      case CERTIFICATE -> record.request().getAnyCase("trustAnchorArn").toldText();
      case IDENTITY_CENTER -> identity.get("onBehalfOf").get("userId").toldText();
      case UNKNOWN -> Optional.empty();
    };
  }

  /** See {@link CallerFacts#name()}. */
  static Optional<String> name(
      TrailRecord record, CallerKind kind, Optional<String> account, Optional<String> sessionName) {
    Json identity = record.userIdentity();
    return switch (kind) {
      case ROOT, ROOT_TASK -> Optional.of("root");
      case ROLE_SESSION, SSO_SESSION, SERVICE_LINKED_SESSION ->
          sessionName.or(() -> lastSegment(identity));
      case AWS_SERVICE -> identity.get("invokedBy").toldText();
      case AWS_ACCOUNT -> account;
      case IDENTITY_CENTER ->
          identity
              .get("userName")
              .toldText()
              .or(() -> identity.get("onBehalfOf").get("userId").toldText())
              .or(() -> identity.get("principalId").toldText());
      case FEDERATED_USER -> lastSegment(identity).or(() -> identity.get("principalId").toldText());
      case IAM_USER, SAML, WEB_IDENTITY, CERTIFICATE, UNKNOWN ->
          identity
              .get("userName")
              .toldText()
              .or(() -> lastSegment(identity))
              .or(() -> identity.get("principalId").toldText());
    };
  }

  private static Optional<String> lastSegment(Json identity) {
    return identity.get("arn").toldText().flatMap(Arn::parse).map(Arn::lastSegment);
  }

  /** Without an ARN the path of a user is not known; most have none. */
  private static Optional<String> user(TrailRecord record, Optional<String> account) {
    Optional<String> name = record.userIdentity().get("userName").toldText();
    return account.flatMap(a -> name.map(n -> iamArn(record, a, "user/" + n)));
  }

  private static String iamArn(TrailRecord record, String account, String resource) {
    return new Arn(record.partition(), "iam", "", account, resource).text();
  }
}
