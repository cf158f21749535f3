package rolecall.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import rolecall.ledger.Entry;
import rolecall.ledger.Store;
import rolecall.ledger.StoreTrouble;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A deployment's table as a person reads it: with more patience than an alert has, in words for the
 * person, and with {@code dynamodb:Query} as the only permission. Nothing is ever written.
 * Thread-safe.
 */
public final class TableReader implements Store, AutoCloseable {
  private static final String SORT = "sk";

  private final Lazy<DynamoDbClient> client;
  private final String table;

  /**
   * @param clients which stay open when this is closed
   */
  public TableReader(AwsClients clients, String table) {
    DynamoDbClientBuilder builder = DynamoDbClient.builder().endpointDiscoveryEnabled(false);
    this.client = new Lazy<>(() -> clients.settle(builder, Patience.OBJECTS, "DYNAMODB").build());
    this.table = Objects.requireNonNull(table, "table is null");
  }

  @Override
  public Optional<Entry> get(Entry.Place place, Duration most) throws StoreTrouble {
    return query(query ->
            query
                .keyConditionExpression(
                    DynamoDbEntries.PARTITION + " = :partition AND " + SORT + " = :sort")
                .expressionAttributeValues(
                    Map.of(
                        ":partition", AttributeValue.fromS(place.partition()),
                        ":sort", AttributeValue.fromS(place.sort()))))
        .stream()
        .findFirst();
  }

  @Override
  public List<Entry> all(String partition, Duration most) throws StoreTrouble {
    return query(query ->
        query
            .keyConditionExpression(DynamoDbEntries.PARTITION + " = :partition")
            .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition))));
  }

  private List<Entry> query(Consumer<QueryRequest.Builder> what) throws StoreTrouble {
    List<Map<String, AttributeValue>> items;
    try {
      items =
          client
              .get()
              .queryPaginator(query -> what.accept(query.tableName(table).consistentRead(true)))
              .items()
              .stream()
              .toList();
    } catch (RuntimeException failed) {
      throw trouble(failed);
    }
    List<Entry> entries = new ArrayList<>();
    for (Map<String, AttributeValue> item : items) {
      entries.add(DynamoDbEntries.entry(item, table));
    }
    return entries;
  }

  private StoreTrouble trouble(RuntimeException failed) {
    AwsFailure failure = AwsFailure.of(failed);
    if (failure.code().equals("ResourceNotFoundException")) {
      return new StoreTrouble(
          "there is no table %s in this Region (%s). Name the table by --table and its Region by"
                  .formatted(table, failure.code())
              + " --region.",
          failed);
    }
    String fix =
        switch (failure.kind()) {
          case DENIED ->
              "Allow %s on it to whoever calls, and kms:Decrypt where it has a key of its own."
                  .formatted(failure.action().orElse("dynamodb:Query"));
          case THROTTLED -> "Try again later; on-demand capacity helps a table that stays so.";
          case CREDENTIALS, REGION, FAULT, UNREACHABLE, REFUSED, UNCLEAR -> failure.fix();
        };
    return new StoreTrouble(
        "the table %s cannot be read: %s. %s".formatted(table, failure.what(), fix), failed);
  }

  @Override
  public boolean put(Entry entry, Optional<Entry> expected, Duration most) {
    throw new UnsupportedOperationException("a reader writes nothing");
  }

  @Override
  public boolean remove(Entry expected, Duration most) {
    throw new UnsupportedOperationException("a reader writes nothing");
  }

  @Override
  public void close() {
    client.ifMade().ifPresent(DynamoDbClient::close);
  }
}
