package rolecall.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import rolecall.ledger.Entry;
import rolecall.ledger.Store;
import rolecall.ledger.StoreTrouble;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The ledger's table: keys {@code pk} and {@code sk}, both strings, and {@code expires} as its
 * time-to-live attribute. Needs {@code dynamodb:GetItem}, {@code Query}, {@code PutItem} and {@code
 * DeleteItem}. Thread-safe.
 *
 * <p>Each call runs in a thread of its own, which is left behind when its time is over: the SDK's
 * own limits do not end a look-up of the host's name.
 */
public final class DynamoDbStore implements Store {
  private static final String SAME_VERSION = DynamoDbEntries.VERSION + " = :version";
  private static final String NOTHING_THERE =
      "attribute_not_exists(" + DynamoDbEntries.PARTITION + ")";

  private final Supplier<DynamoDbClient> client;
  private final String table;

  /**
   * @param client asked for every call; builds the client the first time
   */
  public DynamoDbStore(Supplier<DynamoDbClient> client, String table) {
    this.client = Objects.requireNonNull(client, "client is null");
    this.table = Objects.requireNonNull(table, "table is null");
  }

  @Override
  public void ready() {
    Objects.requireNonNull(client.get(), "client gave null");
  }

  @Override
  public Optional<Entry> get(Entry.Place place, Duration most) throws StoreTrouble {
    Map<String, AttributeValue> item =
        call(
            "dynamodb:GetItem",
            most,
            limits ->
                client
                    .get()
                    .getItem(get ->
                        get.tableName(table)
                            .key(DynamoDbEntries.key(place))
                            .consistentRead(true)
                            .overrideConfiguration(limits))
                    .item());
    return item.isEmpty() ? Optional.empty() : Optional.of(DynamoDbEntries.entry(item, table));
  }

  @Override
  public List<Entry> all(String partition, Duration most) throws StoreTrouble {
    List<Map<String, AttributeValue>> items =
        call(
            "dynamodb:Query",
            most,
            limits ->
                client
                    .get()
                    .queryPaginator(query ->
                        query
                            .tableName(table)
                            .keyConditionExpression(DynamoDbEntries.PARTITION + " = :partition")
                            .expressionAttributeValues(
                                Map.of(":partition", AttributeValue.fromS(partition)))
                            .consistentRead(true)
                            .overrideConfiguration(limits))
                    .items()
                    .stream()
                    .toList());
    List<Entry> entries = new ArrayList<>();
    for (Map<String, AttributeValue> item : items) {
      entries.add(DynamoDbEntries.entry(item, table));
    }
    return entries;
  }

  @Override
  public boolean put(Entry entry, Optional<Entry> expected, Duration most) throws StoreTrouble {
    return call(
        "dynamodb:PutItem",
        most,
        limits ->
            holds(() ->
                client
                    .get()
                    .putItem(put ->
                        put.tableName(table)
                            .item(DynamoDbEntries.item(entry))
                            .conditionExpression(
                                expected.isPresent() ? SAME_VERSION : NOTHING_THERE)
                            .expressionAttributeValues(
                                expected.map(DynamoDbStore::version).orElse(null))
                            .overrideConfiguration(limits))));
  }

  @Override
  public boolean remove(Entry expected, Duration most) throws StoreTrouble {
    return call(
        "dynamodb:DeleteItem",
        most,
        limits ->
            holds(() ->
                client
                    .get()
                    .deleteItem(delete ->
                        delete
                            .tableName(table)
                            .key(DynamoDbEntries.key(expected.place()))
                            .conditionExpression(SAME_VERSION)
                            .expressionAttributeValues(version(expected))
                            .overrideConfiguration(limits))));
  }

  private static Map<String, AttributeValue> version(Entry expected) {
    return Map.of(":version", AttributeValue.fromN(Long.toString(expected.version())));
  }

  /** Makes a change on a condition, and tells whether the condition held. */
  private static boolean holds(Runnable change) {
    try {
      change.run();
      return true;
    } catch (ConditionalCheckFailedException another) {
      return false;
    }
  }

  private <T> T call(
      String action, Duration most, Function<AwsRequestOverrideConfiguration, T> work)
      throws StoreTrouble {
    Duration limit = most.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : most;
    try {
      return new TimeLimit(limit).call(() -> work.apply(DynamoDbLimits.of(limit)));
    } catch (TimeoutException late) {
      throw DynamoDbTrouble.late(table, most, late);
    } catch (ExecutionException failed) {
      throw DynamoDbTrouble.of(failed.getCause(), table, action, most);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw DynamoDbTrouble.interrupted(table, interrupted);
    }
  }
}
