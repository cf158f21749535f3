package rolecall.record;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import rolecall.json.Json;
import rolecall.json.Members;

/**
 * The credentials that a call issued or asked for.
 *
 * @param name the session's name, chosen by the caller
 * @param duration seconds; where the request leaves it out, STS's default; empty for a console
 *     switch and for what was not issued
 * @param provider the SAML or OIDC provider: its ARN, or a bare name such as {@code
 *     accounts.google.com}
 * @param issuedKey id of the key that was issued
 * @param serialNumber the MFA device that the request names, with a code that STS checks
 */
record SessionFacts(
    Optional<String> name,
    OptionalLong duration,
    Optional<String> externalId,
    Optional<String> sourceIdentity,
    Optional<String> provider,
    Optional<String> issuedKey,
    Optional<String> serialNumber) {
  SessionFacts {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(duration, "duration is null");
    Objects.requireNonNull(externalId, "externalId is null");
    Objects.requireNonNull(sourceIdentity, "sourceIdentity is null");
    Objects.requireNonNull(provider, "provider is null");
    Objects.requireNonNull(issuedKey, "issuedKey is null");
    Objects.requireNonNull(serialNumber, "serialNumber is null");
  }

  Json.Obj json() {
    Members members = new Members().text("name", name);
    duration.ifPresent(seconds -> members.number("duration", seconds));
    return members
        .text("externalId", externalId)
        .text("sourceIdentity", sourceIdentity)
        .text("provider", provider)
        .text("providerName", provider.map(SessionFacts::providerName))
        .text("issuedKey", issuedKey)
        .text("serialNumber", serialNumber)
        .build();
  }

  /** {@code corp} of {@code arn:aws:iam::111122223333:saml-provider/corp}; else all of it. */
  private static String providerName(String provider) {
    return Arn.parse(provider)
        .map(Arn::resourceId)
        .filter(name -> !name.isEmpty())
        .orElse(provider);
  }
}
