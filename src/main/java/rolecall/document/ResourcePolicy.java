package rolecall.document;

import java.util.List;
import java.util.Optional;

/**
 * Which services a resource's policy admits, to any action. Lists are sorted and hold nothing
 * twice.
 *
 * @param services service principals by their global names: {@code
 *     voiceconnector.chime.amazonaws.com}
 * @param unguardedServices those of them that some statement admits without a condition on the
 *     source's account, ARN or organisation
 */
public record ResourcePolicy(List<String> services, List<String> unguardedServices) {
  public ResourcePolicy {
    services = List.copyOf(services);
    unguardedServices = List.copyOf(unguardedServices);
  }

  /** What the policy of a bucket, topic or queue means. */
  public static ResourcePolicy of(PolicyDocument document) {
    AdmittedServices admitted =
        AdmittedServices.of(document.statements().stream().filter(Statement::allows).toList());
    return new ResourcePolicy(admitted.all(), admitted.unguarded());
  }

  /**
   * What Lambda's {@code AddPermission} means, which takes a statement in parts. Its {@code
   * principalOrgID} guards nothing here: a service is in no organisation.
   *
   * @param sourceArn may hold wildcards
   */
  public static ResourcePolicy ofLambdaPermission(
      String principal, Optional<String> sourceArn, Optional<String> sourceAccount) {
    if (!(PrincipalKind.AWS.read(principal) instanceof Principal.Service service)) {
      return new ResourcePolicy(List.of(), List.of());
    }
    Operator like = Operator.of("ArnLike");
    boolean guarded =
        sourceArn.filter(arn -> Definite.SOURCE_ARN.isMetBy(arn, like)).isPresent()
            || sourceAccount.filter(account -> Definite.ACCOUNT.isMetBy(account, like)).isPresent();
    List<String> admitted = List.of(service.name());
    return new ResourcePolicy(admitted, guarded ? List.of() : admitted);
  }
}
