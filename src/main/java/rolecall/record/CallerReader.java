package rolecall.record;

import java.util.Optional;

/** Reads {@link CallerFacts} from a record. Stateless. */
final class CallerReader {
  private CallerReader() {}

  static CallerFacts read(TrailRecord record) {
    Optional<String> switchFrom =
        record.eventName().equals("SwitchRole") && record.service().equals("signin")
            ? record.tree().get("additionalEventData").get("SwitchFrom").filledText()
            : Optional.empty();
    return switchFrom.isPresent() ? readSwitchFrom(record, switchFrom.get()) : readIdentity(record);
  }

  private static CallerFacts readIdentity(TrailRecord record) {
    Json identity = record.userIdentity();
    CallerKind kind = CallerKind.of(record);
    Optional<String> arn = identity.get("arn").filledText();
    Optional<RoleArn> session = arn.flatMap(RoleArn::parse);
    Json context = identity.get("sessionContext");
    Optional<RoleArn> role =
        RoleArn.parse(context.get("sessionIssuer").get("arn"))
            .or(() -> session.filter(r -> r.path().isPresent()));
    Optional<String> account =
        identity
            .get("accountId")
            .filledText()
            .or(() -> arn.flatMap(Arn::parse).map(Arn::account).filter(a -> !a.isEmpty()));
    Optional<String> principalId = identity.get("principalId").filledText();
    Optional<String> sessionName =
        session.flatMap(RoleArn::session).or(() -> afterColon(principalId, kind));
    return new CallerFacts(
        kind,
        arn,
        principal(record, kind, account, role, session),
        account,
        name(record, kind, account, sessionName),
        role.map(r -> r.arn().text()),
        sessionName,
        context
            .get("sourceIdentity")
            .filledText()
            .or(() -> identity.get("sourceIdentity").filledText()),
        identity.get("invokedBy").filledText(),
        role.flatMap(RoleArn::path).flatMap(RolePath::linkedService),
        identity.get("accessKeyId").filledText(),
        principalId,
        hasMfa(record),
        isConsole(record));
  }

  private static CallerFacts readSwitchFrom(TrailRecord record, String from) {
    Optional<Arn> arn = Arn.parse(from);
    Optional<RoleArn> role = RoleArn.parse(from);
    String type = arn.map(Arn::resourceType).orElse("");
    CallerKind kind =
        switch (type) {
          case "user" -> CallerKind.IAM_USER;
          case "root" -> CallerKind.ROOT;
          case "federated-user" -> CallerKind.FEDERATED_USER;
          case "assumed-role", "role" ->
              role.map(r ->
                      r.path()
                          .map(CallerKind::ofRolePath)
                          .orElseGet(() -> CallerKind.ofRoleName(r.name())))
                  .orElse(CallerKind.UNKNOWN);
          default -> CallerKind.UNKNOWN;
        };
    return new CallerFacts(
        kind,
        Optional.of(from),
        role.map(r -> r.role().text()).or(() -> Optional.of(from)),
        arn.map(Arn::account).filter(a -> !a.isEmpty()),
        role.flatMap(RoleArn::session).or(() -> arn.map(Arn::lastSegment)),
        role.filter(r -> r.path().isPresent()).map(r -> r.arn().text()),
        role.flatMap(RoleArn::session),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        hasMfa(record),
        true);
  }

  private static Optional<String> afterColon(Optional<String> principalId, CallerKind kind) {
    return switch (kind) {
      case ROLE_SESSION, SSO_SESSION, SERVICE_LINKED_SESSION ->
          principalId
              .filter(id -> id.contains(":"))
              .map(id -> id.substring(id.indexOf(':') + 1))
              .filter(name -> !name.isEmpty());
      default -> Optional.empty();
    };
  }

  private static Optional<String> principal(
      TrailRecord record,
      CallerKind kind,
      Optional<String> account,
      Optional<RoleArn> role,
      Optional<RoleArn> session) {
    Json identity = record.userIdentity();
    return switch (kind) {
      case ROLE_SESSION, SSO_SESSION, SERVICE_LINKED_SESSION ->
          role.or(() -> session).map(r -> r.role().text());
      case FEDERATED_USER ->
          identity.get("sessionContext").get("sessionIssuer").get("arn").filledText();
      case IAM_USER ->
          identity
              .get("arn")
              .filledText()
              .or(() ->
                  account.flatMap(a ->
                      identity
                          .get("userName")
                          .filledText()
                          .map(user -> iamArn(record, a, "user/" + user))));
      case ROOT, ROOT_TASK, AWS_ACCOUNT ->
          identity.get("arn").filledText().or(() -> account.map(a -> iamArn(record, a, "root")));
      case AWS_SERVICE -> identity.get("invokedBy").filledText();
      case SAML, WEB_IDENTITY -> SessionReader.provider(record);
      case CERTIFICATE -> record.request().getAnyCase("trustAnchorArn").filledText();
      case IDENTITY_CENTER -> identity.get("onBehalfOf").get("userId").filledText();
      case UNKNOWN -> Optional.empty();
    };
  }

  private static String iamArn(TrailRecord record, String account, String resource) {
    return new Arn(record.partition(), "iam", "", account, resource).text();
  }

  private static Optional<String> name(
      TrailRecord record, CallerKind kind, Optional<String> account, Optional<String> sessionName) {
    Json identity = record.userIdentity();
    Optional<String> userName = identity.get("userName").filledText();
    Optional<String> lastSegment =
        identity.get("arn").filledText().flatMap(Arn::parse).map(Arn::lastSegment);
    return switch (kind) {
      case ROOT, ROOT_TASK -> Optional.of("root");
      case ROLE_SESSION, SSO_SESSION, SERVICE_LINKED_SESSION -> sessionName.or(() -> lastSegment);
      case AWS_SERVICE -> identity.get("invokedBy").filledText();
      case AWS_ACCOUNT -> account;
      case IDENTITY_CENTER ->
          userName.or(() -> identity.get("onBehalfOf").get("userId").filledText());
      case IAM_USER, FEDERATED_USER, SAML, WEB_IDENTITY, CERTIFICATE, UNKNOWN ->
          userName.or(() -> lastSegment).or(() -> identity.get("principalId").filledText());
    };
  }

  /** STS takes a serial number only together with a code from the device, and checks both. */
  private static boolean hasMfa(TrailRecord record) {
    return record
            .userIdentity()
            .get("sessionContext")
            .get("attributes")
            .get("mfaAuthenticated")
            .truth()
            .orElse(false)
        || record.request().getAnyCase("serialNumber").filledText().isPresent()
        || record
            .tree()
            .get("additionalEventData")
            .get("MFAUsed")
            .text()
            .filter("yes"::equalsIgnoreCase)
            .isPresent();
  }

  private static boolean isConsole(TrailRecord record) {
    return record.tree().get("sessionCredentialFromConsole").truth().orElse(false)
        || record
            .tree()
            .get("eventType")
            .text()
            .filter(t -> t.equalsIgnoreCase("AwsConsoleSignIn") || t.equals("AwsConsoleAction"))
            .isPresent();
  }
}
