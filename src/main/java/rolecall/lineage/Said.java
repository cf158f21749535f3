package rolecall.lineage;

import java.util.Objects;
import java.util.Optional;
import rolecall.json.Json;

/**
 * What {@code userIdentity} says of who stands behind a session.
 *
 * @param issuer the ARN of the role or user that issued the session
 * @param issuerKind {@code Role}, {@code IAMUser} or {@code Root}
 * @param issuerName the issuer's user name
 * @param userId the Identity Center user on whose behalf the session acts
 * @param provider the web identity provider behind the session
 * @param since when the session was made, as it is written
 */
public record Said(
    Optional<String> issuer,
    Optional<String> issuerKind,
    Optional<String> issuerName,
    Optional<String> userId,
    Optional<String> provider,
    Optional<String> since) {
  public Said {
    Objects.requireNonNull(issuer, "issuer is null");
    Objects.requireNonNull(issuerKind, "issuerKind is null");
    Objects.requireNonNull(issuerName, "issuerName is null");
    Objects.requireNonNull(userId, "userId is null");
    Objects.requireNonNull(provider, "provider is null");
    Objects.requireNonNull(since, "since is null");
  }

  static Said of(Json identity) {
    Json context = identity.get("sessionContext");
    Json issuer = context.get("sessionIssuer");
    return new Said(
        issuer.get("arn").toldText(),
        issuer.get("type").toldText(),
        issuer.get("userName").toldText(),
        identity.get("onBehalfOf").get("userId").toldText(),
        context.get("webIdFederationData").get("federatedProvider").toldText(),
        context.get("attributes").get("creationDate").toldText());
  }
}
