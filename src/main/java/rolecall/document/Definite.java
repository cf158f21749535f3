package rolecall.document;

import java.util.Optional;

/**
 * When the value of a condition means somebody in particular.
 *
 * <p>Wildcards count also where the operator takes them as plain letters: such a condition is a
 * mistake, and the next edit mends it. Of policy variables only those count that stand for the
 * resource's own account or organisation; all others are the caller's own values.
 */
enum Definite {
  ACCOUNT,
  ORGANISATION,
  /** {@code o-example/r-root/*}: the organisation must be whole, what follows is inside of it. */
  ORGANISATION_PATH,
  /**
   * An ARN that leaves no doubt about the account. A role's path may hold colons, so under an
   * operator for texts a wildcard before the account could reach into a stranger's role path.
   */
  PRINCIPAL_ARN,
  /**
   * An ARN that leaves no doubt about the account or, where the service's ARNs have none, about the
   * resource: {@code arn:aws:s3:::example-bucket}. AWS's own examples leave the Region open.
   */
  SOURCE_ARN,
  /** {@code AROAEXAMPLE:*}, {@code 111122223333}: whose id it is must be whole. */
  USER_ID,
  /** Anything without a wildcard. */
  LITERAL;

  private static final String OWN_ACCOUNT = "${aws:ResourceAccount}";
  private static final String OWN_ORGANISATION = "${aws:ResourceOrgID}";

  /** Whether a value is definite, given the operator that compares it. */
  boolean isMetBy(String value, Operator operator) {
    return switch (this) {
      case ACCOUNT -> value.equalsIgnoreCase(OWN_ACCOUNT) || AccountId.of(value).isPresent();
      case ORGANISATION -> value.equalsIgnoreCase(OWN_ORGANISATION) || isLiteral(value);
      case ORGANISATION_PATH -> {
        int slash = value.indexOf('/');
        yield slash > 0 && ORGANISATION.isMetBy(value.substring(0, slash), operator);
      }
      case PRINCIPAL_ARN ->
          parse(value)
              .filter(arn -> operator.isByArnParts() || isLiteral(arn.beforeAccount()))
              .flatMap(ArnPattern::definiteAccount)
              .isPresent();
      case SOURCE_ARN -> parse(value).filter(Definite::isSource).isPresent();
      case USER_ID -> isLiteral(value.split(":", 2)[0]);
      case LITERAL -> isLiteral(value);
    };
  }

  private static boolean isSource(ArnPattern arn) {
    return arn.definiteAccount().isPresent()
        || (arn.account().isEmpty()
            && isLiteral(arn.beforeAccount())
            && isLiteral(arn.resourceType()));
  }

  private static Optional<ArnPattern> parse(String value) {
    return ArnPattern.parse(value.replace(OWN_ACCOUNT, "000000000000"));
  }

  private static boolean isLiteral(String value) {
    return !value.isBlank() && !Glob.hasWildcard(value) && !value.contains("${");
  }
}
