package rolecall.record;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The role that an event is about.
 *
 * @param arn with its path; empty when only a name is known
 * @param name without path; empty when an event tells only whose service's role it is
 * @param path with a slash at both ends; empty when unknown, which is not the same as {@code /}
 * @param account the account that holds the role
 * @param linkedService the service that owns it: {@code voiceconnector.chime.amazonaws.com}
 * @param serviceLinked whether its path or IAM's own refusal proves it service-linked
 * @param chimeLinked whether it is service-linked to Chime: by path, or by name where there is no
 *     path
 * @param reservedSso whether IAM Identity Center made it
 * @param certain how surely all this is known
 * @param watched whether the policy watches a role of that name
 */
public record RoleFacts(
    Optional<String> arn,
    Optional<String> name,
    Optional<String> path,
    Optional<String> account,
    Optional<String> linkedService,
    boolean serviceLinked,
    boolean chimeLinked,
    boolean reservedSso,
    Certainty certain,
    boolean watched) {
  /** How surely a role is known. */
  public enum Certainty {
    /** Its path is known, and nobody but IAM can make a role under the reserved paths. */
    PATH,
    /** IAM refused to touch it because it belongs to AWS. */
    ERROR,
    /** Only a name is known, and names prove nothing. */
    NAME;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public RoleFacts {
    Objects.requireNonNull(arn, "arn is null");
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(path, "path is null");
    Objects.requireNonNull(account, "account is null");
    Objects.requireNonNull(linkedService, "linkedService is null");
    Objects.requireNonNull(certain, "certain is null");
  }

  /**
   * Whether the caller is the very service that owns this service-linked role: the service itself,
   * one of its sub-domains, or a session of a role linked to it.
   */
  boolean byItsService(CallerFacts caller) {
    if (linkedService.isEmpty() || !caller.isService()) {
      return false;
    }
    String owner = linkedService.get().toLowerCase(Locale.ROOT);
    Optional<String> acting =
        caller.kind() == CallerKind.AWS_SERVICE ? caller.service() : caller.linkedService();
    if (acting.isEmpty() || !acting.get().contains(".")) {
      // "AWS Internal" and the like: a service that does not say which. An AWSService identity
      // cannot be had by a customer, and the role's trust names nobody but its owner.
      return caller.kind() == CallerKind.AWS_SERVICE;
    }
    String service = acting.get().toLowerCase(Locale.ROOT);
    return service.equals(owner) || service.endsWith("." + owner);
  }

  Json.Obj json(CallerFacts caller, Optional<String> recipient) {
    return new Members()
        .text("arn", arn)
        .text("name", name)
        .text("path", path)
        .text("account", account)
        .truth("serviceLinked", serviceLinked)
        .text("linkedService", linkedService)
        .truth("chimeLinked", chimeLinked)
        .truth("reservedSso", reservedSso)
        .text("certain", certain.word())
        .truth("watched", watched)
        .truth("byItsService", byItsService(caller))
        .truth("recordedHere", isRecordedHere(caller, recipient))
        .build();
  }

  /** Whether the record is the copy of the account that holds the role. */
  private boolean isRecordedHere(CallerFacts caller, Optional<String> recipient) {
    return recipient.isPresent()
        ? recipient.equals(account)
        : caller.kind() == CallerKind.AWS_ACCOUNT;
  }
}
