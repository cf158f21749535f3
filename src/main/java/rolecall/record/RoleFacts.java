package rolecall.record;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import rolecall.json.Json;
import rolecall.json.Members;

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

  /** A role of which an ARN is known; an ARN of a session has no path, and then only a name. */
  static RoleFacts ofArn(RoleArn role, Known known) {
    Optional<String> service = role.path().flatMap(RolePath::linkedService);
    boolean hasPath = role.path().isPresent();
    return new RoleFacts(
        hasPath ? Optional.of(role.arn().text()) : Optional.empty(),
        Optional.of(role.name()),
        role.path(),
        Optional.of(role.arn().account()).filter(account -> !account.isEmpty()),
        service,
        service.isPresent(),
        hasPath ? service.filter(RolePath::isChime).isPresent() : known.chimeLinked(role.name()),
        role.path().map(RolePath::isReservedSso).orElseGet(() -> isReservedName(role.name())),
        hasPath ? Certainty.PATH : Certainty.NAME,
        known.watched(role.name()));
  }

  /**
   * A role of which only a name is known.
   *
   * @param unmodifiable whether IAM refused to touch it; it does so for its own roles and for
   *     Identity Center's
   */
  static RoleFacts ofName(
      String name, Optional<String> account, boolean unmodifiable, Known known) {
    return new RoleFacts(
        Optional.empty(),
        Optional.of(name),
        Optional.empty(),
        account,
        Optional.empty(),
        unmodifiable && !isReservedName(name),
        known.chimeLinked(name),
        isReservedName(name),
        unmodifiable ? Certainty.ERROR : Certainty.NAME,
        known.watched(name));
  }

  /** The service-linked role of a service, whose name is not known. */
  static RoleFacts ofService(String service, Optional<String> account) {
    return new RoleFacts(
        Optional.empty(),
        Optional.empty(),
        Optional.of("/aws-service-role/" + service + "/"),
        account,
        Optional.of(service),
        true,
        RolePath.isChime(service),
        false,
        Certainty.PATH,
        false);
  }

  private static boolean isReservedName(String name) {
    return name.regionMatches(true, 0, "AWSReservedSSO_", 0, "AWSReservedSSO_".length());
  }

  /**
   * Whether the caller is the very service that owns this service-linked role: the service itself,
   * one of its sub-domains, or a session of a role linked to it.
   */
  boolean byItsService(CallerFacts caller) {
    if (linkedService.isEmpty() || !caller.isService()) {
      return false;
    }
    Optional<String> acting =
        caller.kind() == CallerKind.AWS_SERVICE ? caller.service() : caller.linkedService();
    if (acting.isEmpty() || !acting.get().contains(".")) {
      // "AWS Internal" and the like: a service that does not say which. An AWSService identity
      // cannot be had by a customer, and the role's trust names nobody but its owner.
      return caller.kind() == CallerKind.AWS_SERVICE;
    }
    return RolePath.isWithin(acting.get(), linkedService.get());
  }

  Json.Obj json(CallerFacts caller, TrailRecord record) {
    Members members =
        new Members()
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
            .truth("recordedHere", isRecordedHere(caller, record.recipientAccountId()));
    if (EditedRole.isOnlyDescribed(record)) {
      members.truth("onlyDescribed", true);
    }
    return members.build();
  }

  /** Whether the record is the copy of the account that holds the role. */
  private boolean isRecordedHere(CallerFacts caller, Optional<String> recipient) {
    return recipient.isPresent()
        ? recipient.equals(account)
        : caller.kind() == CallerKind.AWS_ACCOUNT;
  }
}
