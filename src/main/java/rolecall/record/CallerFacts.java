package rolecall.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.json.Json;
import rolecall.json.Members;

/**
 * Who called, read from {@code userIdentity}; of a console switch, the principal of {@code
 * SwitchFrom}, since {@code userIdentity} is then already the role switched to.
 *
 * @param kind what kind of identity it is
 * @param arn the identity's ARN; of a session it ends with a name that the caller chose
 * @param principal the part that no caller can choose: the ARN of the user, of the role (with its
 *     path where that is known), of the provider, the account's root ARN, or a service's name
 * @param account the caller's account, twelve digits; none for who is not yet in an account; of a
 *     service, where told, the account it works for
 * @param name user or session name, {@code root}, an account id, or a service's name
 * @param role the ARN of the role behind a session, with its path; empty when the path is unknown
 * @param sessionName chosen by the caller
 * @param sourceIdentity set once and kept down a chain of sessions
 * @param service {@code invokedBy}: the service that calls, on its own or for the identity
 * @param linkedService the service that owns a service-linked session's role
 * @param accessKey id of the key that signed the call
 * @param principalId CloudTrail's own id for the identity: {@code AROAEXAMPLE:dana}
 * @param mfa whether a second factor stands behind the call
 * @param console whether the call came from the console
 */
public record CallerFacts(
    CallerKind kind,
    Optional<String> arn,
    Optional<String> principal,
    Optional<String> account,
    Optional<String> name,
    Optional<String> role,
    Optional<String> sessionName,
    Optional<String> sourceIdentity,
    Optional<String> service,
    Optional<String> linkedService,
    Optional<String> accessKey,
    Optional<String> principalId,
    boolean mfa,
    boolean console) {
  public CallerFacts {
    Objects.requireNonNull(kind, "kind is null");
    Objects.requireNonNull(arn, "arn is null");
    Objects.requireNonNull(principal, "principal is null");
    Objects.requireNonNull(account, "account is null");
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(role, "role is null");
    Objects.requireNonNull(sessionName, "sessionName is null");
    Objects.requireNonNull(sourceIdentity, "sourceIdentity is null");
    Objects.requireNonNull(service, "service is null");
    Objects.requireNonNull(linkedService, "linkedService is null");
    Objects.requireNonNull(accessKey, "accessKey is null");
    Objects.requireNonNull(principalId, "principalId is null");
  }

  /** Who called, as a record tells it. */
  public static CallerFacts of(TrailRecord record) {
    return CallerReader.read(record);
  }

  /** Whether it is AWS that acts: a service, or a session of a role that belongs to one. */
  public boolean isService() {
    return kind == CallerKind.AWS_SERVICE || kind == CallerKind.SERVICE_LINKED_SESSION;
  }

  /** Whether the key that signed never expires. */
  boolean longTermKey() {
    return accessKey.filter(key -> key.startsWith("AKIA")).isPresent();
  }

  /**
   * The texts that say who it is and that no caller can choose: the principal, the account's id and
   * the account's root ARN, which stands for everybody in it; of a service its name. Empty for who
   * is unknown.
   *
   * @param partition the partition of the call: {@code aws}
   */
  public List<String> identities(String partition) {
    if (kind == CallerKind.UNKNOWN) {
      return List.of();
    }
    if (kind == CallerKind.AWS_SERVICE) {
      return principal.stream().toList();
    }
    List<String> identities = new ArrayList<>(4);
    principal.ifPresent(identities::add);
    linkedService.ifPresent(identities::add);
    account
        .or(() -> principal.flatMap(Arn::parse).map(Arn::account).filter(a -> !a.isEmpty()))
        .ifPresent(home -> {
          String root = "arn:" + partition + ":iam::" + home + ":root";
          if (!identities.contains(root)) {
            identities.add(root);
          }
          identities.add(home);
        });
    return List.copyOf(identities);
  }

  Json.Obj json(boolean chained, String partition) {
    return new Members()
        .text("kind", kind.word())
        .text("arn", arn)
        .text("principal", principal)
        .texts("identities", identities(partition))
        .text("account", account)
        .text("name", name)
        .text("role", role)
        .text("roleName", role.flatMap(Arn::parse).map(Arn::lastSegment))
        .text("sessionName", sessionName)
        .text("sourceIdentity", sourceIdentity)
        .text("service", service)
        .text("linkedService", linkedService)
        .text("accessKey", accessKey)
        .text("principalId", principalId)
        .truth("mfa", mfa)
        .truth("longTermKey", longTermKey())
        .truth("console", console)
        .truth("chained", chained)
        .build();
  }
}
