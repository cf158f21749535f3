package rolecall.doctor;

import java.util.Objects;
import java.util.Optional;

/**
 * A table of DynamoDB.
 *
 * @param status {@code ACTIVE} and others
 * @param expiry by which attribute items expire, if they do
 */
public record Table(String status, Looked<Optional<String>> expiry) {
  public Table {
    Objects.requireNonNull(status, "status is null");
    Objects.requireNonNull(expiry, "expiry is null");
  }
}
