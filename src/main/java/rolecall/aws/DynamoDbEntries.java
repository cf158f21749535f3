package rolecall.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import rolecall.ledger.Entry;
import rolecall.ledger.StoreTrouble;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Entries as items of the table. */
final class DynamoDbEntries {
  static final String PARTITION = "pk";
  static final String VERSION = "version";

  private static final String SORT = "sk";
  private static final String VALUE = "value";
  private static final String EXPIRES = "expires";

  private DynamoDbEntries() {}

  static Map<String, AttributeValue> key(Entry.Place place) {
    return Map.of(
        PARTITION, AttributeValue.fromS(place.partition()),
        SORT, AttributeValue.fromS(place.sort()));
  }

  static Map<String, AttributeValue> item(Entry entry) {
    return Map.of(
        PARTITION, AttributeValue.fromS(entry.place().partition()),
        SORT, AttributeValue.fromS(entry.place().sort()),
        VERSION, AttributeValue.fromN(Long.toString(entry.version())),
        VALUE, AttributeValue.fromS(entry.value()),
        EXPIRES, AttributeValue.fromN(Long.toString(entry.expires().getEpochSecond())));
  }

  /**
   * Reads an item.
   *
   * @throws StoreTrouble when the ledger did not write it
   */
  static Entry entry(Map<String, AttributeValue> item, String table) throws StoreTrouble {
    try {
      return new Entry(
          new Entry.Place(text(item, PARTITION), text(item, SORT)),
          number(item, VERSION),
          text(item, VALUE),
          Instant.ofEpochSecond(number(item, EXPIRES)));
    } catch (RuntimeException notOurs) {
      throw new StoreTrouble(
          ("an item of the table %s is not as Rolecall writes it (it needs pk, sk and value as"
                  + " strings, version and expires as whole numbers): delete it, and let nothing"
                  + " else write to this table")
              .formatted(table),
          notOurs);
    }
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElseThrow();
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(Optional.ofNullable(item.get(name)).map(AttributeValue::n).orElseThrow());
  }
}
