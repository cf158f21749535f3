package rolecall.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The condition keys that tie a statement to somebody: an organisation, an account, a principal,
 * the resource that a service acts for, a VPC.
 *
 * <p>Left out on purpose: the external id (a shared secret at most, and known to whoever was told),
 * source addresses, MFA, dates and transport (which say how, not who), {@code aws:PrincipalTag},
 * {@code aws:username}, {@code aws:PrincipalType} and {@code aws:SourceIdentity} (which every
 * account gives its own people as it likes), and {@code aws:PrincipalIsAWSService}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">
 *     AWS: global condition keys</a>
 */
enum Scope {
  PRINCIPAL_ORG_ID("aws:PrincipalOrgID", Definite.ORGANISATION),
  PRINCIPAL_ORG_PATHS("aws:PrincipalOrgPaths", Definite.ORGANISATION_PATH),
  PRINCIPAL_ACCOUNT("aws:PrincipalAccount", Definite.ACCOUNT),
  PRINCIPAL_ARN("aws:PrincipalArn", Definite.PRINCIPAL_ARN),
  PRINCIPAL_SERVICE_NAME("aws:PrincipalServiceName", Definite.LITERAL),
  USER_ID("aws:userid", Definite.USER_ID),
  SOURCE_ACCOUNT("aws:SourceAccount", Definite.ACCOUNT),
  SOURCE_ARN("aws:SourceArn", Definite.SOURCE_ARN),
  SOURCE_ORG_ID("aws:SourceOrgID", Definite.ORGANISATION),
  SOURCE_ORG_PATHS("aws:SourceOrgPaths", Definite.ORGANISATION_PATH),
  SOURCE_VPC("aws:SourceVpc", Definite.LITERAL),
  SOURCE_VPC_ARN("aws:SourceVpcArn", Definite.SOURCE_ARN),
  SOURCE_VPCE("aws:SourceVpce", Definite.LITERAL),
  VPCE_ACCOUNT("aws:VpceAccount", Definite.ACCOUNT),
  VPCE_ORG_ID("aws:VpceOrgID", Definite.ORGANISATION),
  VPCE_ORG_PATHS("aws:VpceOrgPaths", Definite.ORGANISATION_PATH);

  private static final List<Scope> SOURCES =
      List.of(SOURCE_ACCOUNT, SOURCE_ARN, SOURCE_ORG_ID, SOURCE_ORG_PATHS);

  private final String key;
  private final Definite definite;

  Scope(String key, Definite definite) {
    this.key = key;
    this.definite = definite;
  }

  /** Whether conditions keep strangers out. */
  static boolean narrows(List<Condition> conditions) {
    return Stream.of(values()).anyMatch(scope -> scope.ties(conditions));
  }

  /** Whether conditions keep a service from acting on behalf of a stranger's resource. */
  static boolean guardsSource(List<Condition> conditions) {
    return SOURCES.stream().anyMatch(scope -> scope.ties(conditions));
  }

  /** The accounts whose principals alone get through, as far as conditions name them. */
  static Stream<String> accounts(List<Condition> conditions) {
    return Stream.concat(
        PRINCIPAL_ACCOUNT.values(conditions).flatMap(id -> AccountId.of(id).stream()),
        PRINCIPAL_ARN
            .values(conditions)
            .map(ArnPattern::parse)
            .flatMap(Optional::stream)
            .flatMap(arn -> arn.definiteAccount().stream()));
  }

  /** The services that alone get through, as far as conditions name them. */
  static Stream<String> services(List<Condition> conditions) {
    return PRINCIPAL_SERVICE_NAME.values(conditions).map(ServiceName::global);
  }

  private boolean ties(List<Condition> conditions) {
    return conditions.stream().anyMatch(condition -> isTie(condition, conditions));
  }

  private Stream<String> values(List<Condition> conditions) {
    return conditions.stream()
        .filter(condition -> isTie(condition, conditions))
        .flatMap(condition -> condition.values().stream());
  }

  private boolean isTie(Condition condition, List<Condition> conditions) {
    return condition.isOn(key)
        && Narrowing.holds(
            condition, conditions, value -> definite.isMetBy(value, condition.operator()));
  }
}
