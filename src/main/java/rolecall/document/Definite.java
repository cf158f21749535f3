package rolecall.document;

import java.util.Optional;

/**
 * Whether the value of a condition means somebody in particular. Stateless.
 *
 * <p>Wildcards count also where the operator takes them as plain letters: such a condition is a
 * mistake, and the next edit mends it. Of policy variables only those count that stand for the
 * resource's own account or organisation; all others are the caller's own values.
 */
final class Definite {
  private static final String OWN_ACCOUNT = "${aws:ResourceAccount}";
  private static final String OWN_ORGANISATION = "${aws:ResourceOrgID}";

  private Definite() {}

  static boolean account(String value, Operator operator) {
    return value.equalsIgnoreCase(OWN_ACCOUNT) || AccountId.of(value).isPresent();
  }

  static boolean organisation(String value, Operator operator) {
    return value.equalsIgnoreCase(OWN_ORGANISATION) || literal(value, operator);
  }

  /** {@code o-example/r-root/*}: the organisation must be whole, what follows is inside of it. */
  static boolean organisationPath(String value, Operator operator) {
    int slash = value.indexOf('/');
    return slash > 0 && organisation(value.substring(0, slash), operator);
  }

  /**
   * An ARN that leaves no doubt about the account. A role's path may hold colons, so under an
   * operator for texts a wildcard before the account could reach into a stranger's role path.
   */
  static boolean principalArn(String value, Operator operator) {
    return parse(value)
        .filter(arn -> operator.isByArnParts() || isLiteral(arn.beforeAccount()))
        .flatMap(ArnPattern::definiteAccount)
        .isPresent();
  }

  /**
   * An ARN that leaves no doubt about the account or, where the service's ARNs have none, about the
   * resource: {@code arn:aws:s3:::example-bucket}. AWS's own examples leave service and Region
   * open.
   */
  static boolean sourceArn(String value, Operator operator) {
    return parse(value)
        .filter(arn ->
            arn.definiteAccount().isPresent()
                || (arn.account().isEmpty()
                    && isLiteral(arn.beforeAccount())
                    && isLiteral(arn.resourceType())))
        .isPresent();
  }

  /** {@code AROAEXAMPLE:*}, {@code 111122223333}: whose id it is must be whole. */
  static boolean userId(String value, Operator operator) {
    int colon = value.indexOf(':');
    return literal(colon < 0 ? value : value.substring(0, colon), operator);
  }

  static boolean literal(String value, Operator operator) {
    return isLiteral(value);
  }

  private static Optional<ArnPattern> parse(String value) {
    return ArnPattern.parse(value.replace(OWN_ACCOUNT, "000000000000"));
  }

  private static boolean isLiteral(String value) {
    return !value.isBlank() && !Glob.hasWildcard(value) && !value.contains("${");
  }
}
