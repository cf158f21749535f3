package rolecall.lineage;

import java.util.Objects;
import java.util.Optional;
import rolecall.finding.Caller;
import rolecall.record.CallerKind;
import rolecall.record.Issued;

/** From one record to the next, or to the end, by what kind of caller it names. */
final class Moves {
  private final Leads leads;

  Moves(Leads leads) {
    this.leads = Objects.requireNonNull(leads, "leads is null");
  }

  Move from(Step at) {
    return switch (at.caller().kind()) {
      case ROLE_SESSION, SERVICE_LINKED_SESSION, SSO_SESSION, FEDERATED_USER, ROOT_TASK ->
          behindSession(at);
      case IAM_USER -> behindUser(at, "an IAM user called");
      case ROOT -> behindUser(at, "the root user of the account called");
      case AWS_ACCOUNT ->
          switch (leads.callersCopy(at)) {
            case Match.One(Step copy) ->
                new Move.To(copy, Join.SHARED_EVENT, at.shared().orElseThrow());
            case Match.None(String why) ->
                Move.End.at(
                    new Root.Elsewhere(at.caller().account(), at.caller().principalId(), why));
          };
      case AWS_SERVICE ->
          behindIssue(at, known(at, "an AWS service called: no key leads further back"));
      case SAML ->
          behindIssue(at, known(at, "a SAML provider vouches for this subject" + provider(at)));
      case WEB_IDENTITY ->
          behindIssue(
              at, known(at, "a web identity provider vouches for this subject" + provider(at)));
      case UNKNOWN -> behindIssue(at, new Root.Unknown("the record does not say who called"));
      case IDENTITY_CENTER -> Move.End.at(known(at, "a user of IAM Identity Center called"));
      case CERTIFICATE ->
          Move.End.at(known(at, "the holder of a certificate called" + provider(at)));
    };
  }

  private static Root known(Step at, String why) {
    return new Root.Known(at.who(), Certainty.PROVEN, why);
  }

  private static String provider(Step at) {
    return at.caller().principal().map(provider -> ": " + provider).orElse("");
  }

  /** A user is known; how the user's temporary key came about is told where it can be. */
  private Move behindUser(Step at, String why) {
    Optional<String> key = at.caller().accessKey().filter(Issued::isTemporary);
    if (key.isPresent() && leads.issuer(key.get(), at) instanceof Match.One(Step step)) {
      return new Move.To(step, Join.ISSUED_KEY, key.get());
    }
    return Move.End.at(known(at, why));
  }

  /** Who asked for a key that STS made for somebody who signs with none. */
  private Move behindIssue(Step at, Root otherwise) {
    return leads
        .handOut(at)
        .map(match ->
            switch (match) {
              case Match.One(Step step) ->
                  new Move.To(
                      step, Join.HANDED_OUT, String.join(", ", step.issued().orElseThrow().keys()));
              case Match.None(String why) -> Move.End.unknown(otherwise.why() + ", and " + why);
            })
        .orElseGet(() -> Move.End.at(otherwise));
  }

  private Move behindSession(Step at) {
    Optional<String> key = at.caller().accessKey();
    if (key.isEmpty()) {
      return stated(at, "the record names no key that the session signed with");
    }
    return switch (leads.issuer(key.get(), at)) {
      case Match.One(Step step) -> new Move.To(step, Join.ISSUED_KEY, key.get());
      case Match.None(String why) -> stated(at, why + where(at));
    };
  }

  /** Where to look for the record that is missing. */
  private static String where(Step at) {
    StringBuilder where = new StringBuilder();
    Optional<String> since = at.said().since();
    since.ifPresent(time -> where.append("; the session was made at ").append(time));
    at.caller()
        .account()
        .ifPresent(id ->
            where
                .append(since.isPresent() ? " in account " : "; the session is of account ")
                .append(id));
    at.caller()
        .service()
        .ifPresent(service ->
            where
                .append("; ")
                .append(service)
                .append(" made this call for the session, perhaps with a key of its own"));
    return where.toString();
  }

  /** What the last record says of who stands behind the session. */
  private static Move stated(Step at, String why) {
    Said said = at.said();
    if (said.userId().isPresent()) {
      String user = said.userId().get();
      Caller who =
          new Caller(
              CallerKind.IDENTITY_CENTER.word(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(user));
      return end(at, who, Join.ON_BEHALF_OF, user, why);
    }
    if (at.caller().kind() == CallerKind.FEDERATED_USER && said.issuer().isPresent()) {
      CallerKind kind =
          said.issuerKind().filter("Root"::equals).isPresent()
              ? CallerKind.ROOT
              : CallerKind.IAM_USER;
      Caller who = new Caller(kind.word(), said.issuer(), at.caller().account(), said.issuerName());
      return end(at, who, Join.SESSION_ISSUER, said.issuer().get(), why);
    }
    if (at.caller().linkedService().isPresent()) {
      String service = at.caller().linkedService().get();
      Caller who =
          new Caller(
              CallerKind.AWS_SERVICE.word(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(service));
      return end(at, who, Join.LINKED_SERVICE, service, why);
    }
    return Move.End.unknown(why);
  }

  private static Move end(Step at, Caller who, Join join, String by, String why) {
    return new Move.End(
        new Root.Known(who, Certainty.STATED, why),
        Optional.of(new Hop(at.event(), who, join, by)));
  }
}
