package rolecall.record;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rolecall.json.Json;

/**
 * What kind of identity made a call.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">AWS:
 *     CloudTrail userIdentity element</a>
 */
public enum CallerKind {
  /** The root user of an account. */
  ROOT,
  /** A session from {@code AssumeRoot}: root's rights for one task, held by somebody else. */
  ROOT_TASK,
  /** An IAM user, with a key, with temporary credentials or at the console. */
  IAM_USER,
  /** A session of an ordinary role. */
  ROLE_SESSION,
  /** A session of a role that belongs to an AWS service; counts as that service. */
  SERVICE_LINKED_SESSION,
  /** A session of a role that IAM Identity Center made. */
  SSO_SESSION,
  /** A session from {@code GetFederationToken}. */
  FEDERATED_USER,
  /** Somebody whom a SAML provider vouches for, before there is a session. */
  SAML,
  /** Somebody whom an OIDC provider vouches for, before there is a session. */
  WEB_IDENTITY,
  /** An AWS service on its own account. */
  AWS_SERVICE,
  /** Somebody of another account, in the copy of the event that the called account gets. */
  AWS_ACCOUNT,
  /** A user of IAM Identity Center, before there is a session. */
  IDENTITY_CENTER,
  /** The holder of a certificate, at IAM Roles Anywhere. */
  CERTIFICATE,
  /** A shape that nobody has told us about. Never innocent. */
  UNKNOWN;

  /** {@code AWSReservedSSO_<permission set>_<16 hex>}: what Identity Center calls its roles. */
  private static final Pattern RESERVED_SSO = Pattern.compile("AWSReservedSSO_.+_[0-9a-f]{16}");

  /** The word in facts and outputs: {@code role-session}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is a session of a role, whoever the role belongs to. */
  public boolean isRoleSession() {
    return this == ROLE_SESSION || this == SERVICE_LINKED_SESSION || this == SSO_SESSION;
  }

  static CallerKind of(TrailRecord record) {
    Json identity = record.userIdentity();
    return switch (identity.get("type").text().orElse("")) {
      case "Root" ->
          identity.get("sessionContext").get("assumedRoot").truth().orElse(false)
              ? ROOT_TASK
              : ROOT;
      case "IAMUser" -> IAM_USER;
      case "AssumedRole", "Role" -> ofRole(identity);
      case "FederatedUser" -> FEDERATED_USER;
      case "SAMLUser" -> SAML;
      case "WebIdentityUser" -> WEB_IDENTITY;
      case "AWSAccount" -> AWS_ACCOUNT;
      case "AWSService" -> AWS_SERVICE;
      case "IdentityCenterUser" -> IDENTITY_CENTER;
      case "Unknown" -> ofUnknown(record);
      case "" -> ofUntyped(record, identity);
      default -> UNKNOWN;
    };
  }

  /** A role session by the path of the role behind it; STS itself drops the path. */
  static CallerKind ofRolePath(String path) {
    if (path.startsWith("/aws-service-role/")) {
      return SERVICE_LINKED_SESSION;
    }
    return path.startsWith("/aws-reserved/sso.amazonaws.com/") ? SSO_SESSION : ROLE_SESSION;
  }

  /** A role session of which only the role's name is known. */
  static CallerKind ofRoleName(String name) {
    return RESERVED_SSO.matcher(name).matches() ? SSO_SESSION : ROLE_SESSION;
  }

  private static CallerKind ofRole(Json identity) {
    return RoleArn.parse(identity.get("sessionContext").get("sessionIssuer").get("arn"))
        .or(() -> RoleArn.parse(identity.get("arn")))
        .flatMap(RoleArn::path)
        .map(CallerKind::ofRolePath)
        .orElse(ROLE_SESSION);
  }

  /** Identity Center wrote the type Unknown for its users until 2025. */
  private static CallerKind ofUnknown(TrailRecord record) {
    return switch (record.service()) {
      case "sso", "sso-oauth", "sso-directory", "identitystore" -> IDENTITY_CENTER;
      case "rolesanywhere" -> ofRolesAnywhere(record);
      default -> UNKNOWN;
    };
  }

  /** Service events have neither a type nor an ARN, only the service and whose account it is. */
  private static CallerKind ofUntyped(TrailRecord record, Json identity) {
    boolean isUntyped = identity.get("type").isNothing() || identity.get("type").text().isPresent();
    boolean isBare =
        Stream.of("arn", "principalId", "userName", "accessKeyId", "sessionContext")
            .allMatch(name -> isEmpty(identity.get(name)));
    if (isUntyped && isBare && identity.get("invokedBy").toldText().isPresent()) {
      return AWS_SERVICE;
    }
    return isUntyped && record.service().equals("rolesanywhere") && identity instanceof Json.Obj
        ? ofRolesAnywhere(record)
        : UNKNOWN;
  }

  private static boolean isEmpty(Json value) {
    return value.isNothing() || value.text().filter(String::isEmpty).isPresent();
  }

  /** {@code CreateSession} is signed with a certificate's key and with nothing else. */
  private static CallerKind ofRolesAnywhere(TrailRecord record) {
    return record.eventName().equals("CreateSession") ? CERTIFICATE : UNKNOWN;
  }
}
