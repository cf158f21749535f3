package rolecall.lineage;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.record.CallerFacts;
import rolecall.record.CallerKind;
import rolecall.record.Issued;

/**
 * Records that claim to be the one before: which of them can be, and whether only one can. A name
 * never makes a claim good; it can show that one is false. Stateless.
 */
final class Claims {
  /** By how much the clocks of two services may differ. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private static final Comparator<Step> TELLING_FIRST =
      Comparator.comparing((Step step) -> !step.namesCaller())
          .thenComparing(step -> !step.originalId().equals(step.event().id()));

  private Claims() {}

  /** Of records that say they issued the key with which {@code use} was signed. */
  static Match issuer(List<Step> claims, String key, Step use) {
    List<Step> possible = claims.stream().filter(claim -> objection(claim, use).isEmpty()).toList();
    if (possible.isEmpty()) {
      Step first = claims.getFirst();
      return new Match.None(
          "event %s says that it issued %s, which cannot be: %s"
              .formatted(first.event().id(), key, objection(first, use).orElseThrow()));
    }
    return only(possible, "issued " + key);
  }

  /** Of records that say they handed out the key that {@code made} issued. */
  static Match handOut(List<Step> claims, Step made) {
    List<Step> possible =
        claims.stream()
            .filter(claim -> !isLater(claim, made))
            .filter(claim -> agree(issuedTo(claim), issuedTo(made)))
            .toList();
    return possible.isEmpty()
        ? new Match.None("no record that says it handed out the key agrees with it")
        : only(possible, "handed out the key");
  }

  /** Of records that carry the same shared event id as {@code copy} and name a caller. */
  static Match callersCopy(List<Step> claims, Step copy) {
    List<Step> possible = claims.stream().filter(claim -> isCopy(claim, copy)).toList();
    return possible.isEmpty()
        ? new Match.None("the records with its shared event id are not copies of it")
        : only(possible, "are the caller's copy");
  }

  private static Match only(List<Step> possible, String what) {
    List<Step> sorted = possible.stream().sorted(TELLING_FIRST).toList();
    Step best = sorted.getFirst();
    for (Step other : sorted) {
      if (!other.call().equals(best.call())) {
        return new Match.None(
            "the events %s and %s both say that they %s, and only one of them can be right"
                .formatted(best.event().id(), other.event().id(), what));
      }
      if (!isSameCaller(best, other)) {
        return new Match.None(
            "the copies of event %s that say that they %s name different callers"
                .formatted(best.event().id(), what));
      }
    }
    return new Match.One(best);
  }

  /** The copy for the called account tells only from where the caller came. */
  private static boolean isSameCaller(Step best, Step other) {
    return other.namesCaller()
        ? identity(best.caller()).equals(identity(other.caller()))
        : agree(best.caller().account(), other.caller().account());
  }

  private static List<Object> identity(CallerFacts caller) {
    return List.of(
        caller.kind(),
        caller.arn(),
        caller.account(),
        caller.name(),
        caller.principalId(),
        caller.accessKey(),
        caller.service());
  }

  /** Why a record cannot have issued the key with which {@code use} was signed. */
  private static Optional<String> objection(Step claim, Step use) {
    if (isLater(claim, use)) {
      return Optional.of("the key had been used before");
    }
    CallerFacts user = use.caller();
    if (!yields(claim, user.kind())) {
      return Optional.of("it issues no session of the kind " + user.kind().word());
    }
    if (user.kind() == CallerKind.IAM_USER || user.kind() == CallerKind.ROOT) {
      return agree(claim.caller().arn(), user.arn())
          ? Optional.empty()
          : Optional.of("somebody else called it");
    }
    Optional<String> session =
        user.kind() == CallerKind.ROOT_TASK ? user.account() : user.principalId();
    return agree(issuedTo(claim), session)
        ? Optional.empty()
        : Optional.of("it issued it to another session");
  }

  private static boolean yields(Step claim, CallerKind user) {
    return switch (claim.event().name()) {
      case "AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity" -> user.isRoleSession();
      case "AssumeRoot" -> user == CallerKind.ROOT_TASK;
      case "GetFederationToken" -> user == CallerKind.FEDERATED_USER;
      case "GetSessionToken" -> user == CallerKind.IAM_USER || user == CallerKind.ROOT;
      default -> true;
    };
  }

  private static boolean isCopy(Step claim, Step copy) {
    boolean sameKeys =
        keys(claim).isEmpty()
            || keys(copy).isEmpty()
            || keys(claim).stream().anyMatch(keys(copy)::contains);
    return sameKeys
        && claim.event().name().equals(copy.event().name())
        && agree(claim.caller().account(), copy.caller().account())
        && agree(issuedTo(claim), issuedTo(copy));
  }

  private static List<String> keys(Step step) {
    return step.issued().map(Issued::keys).orElse(List.of());
  }

  private static Optional<String> issuedTo(Step step) {
    return step.issued().flatMap(Issued::to);
  }

  /** Whether two records do not contradict each other; what one leaves out is no contradiction. */
  private static boolean agree(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || Objects.equals(one, other);
  }

  private static boolean isLater(Step claim, Step use) {
    return claim
        .event()
        .time()
        .flatMap(issued -> use.event().time().map(used -> issued.isAfter(used.plus(SKEW))))
        .orElse(false);
  }
}
