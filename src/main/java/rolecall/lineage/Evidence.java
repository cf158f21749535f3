package rolecall.lineage;

import java.util.Objects;

/**
 * What a record of a chain says of who stands behind it, and does not prove.
 *
 * @param kind {@code source-identity}, {@code on-behalf-of} or {@code web-identity-provider}
 * @param value what it says; often chosen by a caller
 * @param eventId the record that says it first
 * @param how how it came there, as a part of a sentence
 */
public record Evidence(String kind, String value, String eventId, String how) {
  public Evidence {
    Objects.requireNonNull(kind, "kind is null");
    Objects.requireNonNull(value, "value is null");
    Objects.requireNonNull(eventId, "eventId is null");
    Objects.requireNonNull(how, "how is null");
  }
}
