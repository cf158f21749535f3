package rolecall.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * One entry of a store.
 *
 * @param version grows with every change; a store compares by it
 * @param value a small JSON text
 * @param expires when the store may drop it, to the second
 */
public record Entry(Place place, long version, String value, Instant expires) {
  public Entry {
    Objects.requireNonNull(place, "place is null");
    Objects.requireNonNull(value, "value is null");
    Objects.requireNonNull(expires, "expires is null");
  }

  /**
   * Where an entry stands.
   *
   * @param partition entries that are read together
   * @param sort tells the entries of a partition apart
   */
  public record Place(String partition, String sort) {
    public Place {
      Objects.requireNonNull(partition, "partition is null");
      Objects.requireNonNull(sort, "sort is null");
    }
  }
}
