package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.ledger.Entry;
import rolecall.ledger.StoreTrouble;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the table's troubles are called, and that none of them is waited for. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DynamoDbFaultTest {
  private static final Duration MOST = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);

  private static final Entry ENTRY =
      new Entry(
          new Entry.Place("event#e1", "rule-a"), 1, "{}", Instant.parse("2126-03-02T09:00:00Z"));

  private interface Call {
    void on(DynamoDbStore store) throws StoreTrouble;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | ThrottlingException | is throttled (ThrottlingException): give it on-demand capacity, or more of it
          400 | ProvisionedThroughputExceededException | is throttled (ProvisionedThroughputExceededException): give it on-demand capacity, or more of it
          400 | RequestLimitExceeded | is throttled (RequestLimitExceeded): give it on-demand capacity, or more of it
          400 | AccessDeniedException | refuses the function's role (AccessDeniedException): allow it dynamodb:PutItem, and kms:Decrypt where the table has a key of its own
          400 | UnrecognizedClientException | does not know the credentials (UnrecognizedClientException): they are wrong, or have expired
          400 | ExpiredTokenException | does not know the credentials (ExpiredTokenException): they are wrong, or have expired
          400 | ResourceNotFoundException | does not exist in this Region (ResourceNotFoundException): set ROLECALL_TABLE_NAME to the table's name, or deploy the stack again
          400 | ValidationException | takes no such items (ValidationException): its keys must be pk and sk, both strings; see also whether ROLECALL_TABLE_NAME is the table's name
          400 | SomethingNewException | refuses what it was asked (SomethingNewException)
          500 | InternalServerError | has a fault of its own (InternalServerError): it should pass by itself
          """)
  void what_the_table_answers_is_said_with_its_code_and_how_to_mend_it(
      int status, String code, String said) throws IOException {
    try (FaultyTable table = FaultyTable.refusing(status, code)) {
      assertThat(trouble(table, DynamoDbFaultTest::put)).isEqualTo("the table T " + said);
    }
  }

  @Test
  void a_refusal_names_the_very_permission_that_is_missing() throws IOException {
    try (FaultyTable table = FaultyTable.refusing(400, "AccessDeniedException")) {
      assertThat(trouble(table, store -> store.get(ENTRY.place(), MOST)))
          .contains("allow it dynamodb:GetItem,");
      assertThat(trouble(table, store -> store.all("event#e1", MOST)))
          .contains("allow it dynamodb:Query,");
      assertThat(trouble(table, store -> store.remove(ENTRY, MOST)))
          .contains("allow it dynamodb:DeleteItem,");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          403 | refuses the function's role (HTTP status 403): allow it dynamodb:PutItem, and kms:Decrypt where the table has a key of its own
          503 | has a fault of its own (HTTP status 503): it should pass by itself
          """)
  void an_answer_of_something_in_between_is_said_with_its_status(int status, String said)
      throws IOException {
    try (FaultyTable table = FaultyTable.answering(status, "<html>no</html>")) {
      assertThat(trouble(table, DynamoDbFaultTest::put)).isEqualTo("the table T " + said);
    }
  }

  @Test
  void a_failed_condition_is_no_trouble() throws Exception {
    try (FaultyTable table = FaultyTable.refusing(400, "ConditionalCheckFailedException")) {
      DynamoDbStore store = store(table.endpoint());

      assertThat(store.put(ENTRY, Optional.empty(), MOST)).isFalse();
      assertThat(store.remove(ENTRY, MOST)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no JSON", "{\"Item\":", "{\"Item\":[]}"})
  void an_answer_that_is_none_is_said(String body) throws IOException {
    try (FaultyTable table = FaultyTable.answering(200, body)) {
      assertThat(trouble(table, store -> store.get(ENTRY.place(), MOST)))
          .startsWith("the table T could not be asked (");
    }
  }

  @Test
  void a_table_that_takes_the_connection_and_never_answers_is_not_waited_for() throws IOException {
    try (FaultyTable table = new FaultyTable((_, end) -> end.await())) {
      assertThat(trouble(table, store -> store.put(ENTRY, Optional.empty(), SHORT)))
          .isEqualTo(LATE);
      assertThat(trouble(table, store -> store.get(ENTRY.place(), SHORT))).isEqualTo(LATE);
      assertThat(trouble(table, store -> store.all("p", SHORT))).isEqualTo(LATE);
      assertThat(trouble(table, store -> store.remove(ENTRY, SHORT))).isEqualTo(LATE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nX-Long: ",
        "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"
      })
  void a_table_that_dribbles_is_not_waited_for(String head) throws IOException {
    try (FaultyTable table =
        new FaultyTable((connection, end) -> {
          // An answer before its question would be a broken connection, not a slow one.
          int read = connection.getInputStream().read(new byte[4096]);
          OutputStream out = connection.getOutputStream();
          out.write(head.getBytes(StandardCharsets.US_ASCII), 0, read > 0 ? head.length() : 0);
          do {
            out.write('H');
            out.flush();
          } while (!end.await(20, TimeUnit.MILLISECONDS));
        })) {
      assertThat(trouble(table, store -> store.get(ENTRY.place(), SHORT))).isEqualTo(LATE);
    }
  }

  @Test
  void a_connection_that_is_reset_is_said() throws IOException {
    try (FaultyTable table =
        new FaultyTable((connection, _) -> {
          FaultyTable.readRequest(connection.getInputStream());
          connection.setSoLinger(true, 0);
        })) {
      assertThat(trouble(table, DynamoDbFaultTest::put))
          .isEqualTo(
              "the table T could not be asked (SocketException): see whether the function can reach"
                  + " DynamoDB and has credentials, and what AWS_ENDPOINT_URL says");
      assertThat(table.connections()).isPositive();
    }
  }

  @Test
  void a_host_that_takes_no_connections_is_said() throws IOException {
    FaultyTable table = new FaultyTable((_, _) -> {});
    table.close();

    assertThat(trouble(table, DynamoDbFaultTest::put))
        .startsWith("the table T could not be asked (ConnectException): ");
  }

  @Test
  void a_worker_that_is_interrupted_stays_so() throws IOException {
    try (FaultyTable table = new FaultyTable((_, end) -> end.await())) {
      Thread.currentThread().interrupt();

      assertThat(trouble(table, DynamoDbFaultTest::put))
          .isEqualTo("the function was ending while it waited for the table T");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void a_table_that_is_not_there_is_said() {
    DynamoDbStore store = new DynamoDbStore(LocalDynamoDb.running()::client, "gone");

    assertThat(trouble(store, DynamoDbFaultTest::put))
        .startsWith("the table gone does not exist in this Region (ResourceNotFoundException): ");
  }

  @Test
  void a_table_with_other_keys_is_said() {
    LocalDynamoDb local = LocalDynamoDb.running();
    DynamoDbStore store = new DynamoDbStore(local::client, local.newTable("id", "rule"));

    assertThat(trouble(store, DynamoDbFaultTest::put))
        .contains(" takes no such items (ValidationException): its keys must be pk and sk,");
    assertThat(trouble(store, s -> s.get(ENTRY.place(), MOST)))
        .contains(" takes no such items (ValidationException): its keys must be pk and sk,");
  }

  @Test
  void an_item_that_somebody_else_wrote_is_said() {
    LocalDynamoDb local = LocalDynamoDb.running();
    String table = local.newTable();
    Map<String, AttributeValue> item =
        Map.of(
            "pk", AttributeValue.fromS("event#e1"),
            "sk", AttributeValue.fromS("rule-a"),
            "version", AttributeValue.fromS("1"));
    local.client().putItem(put -> put.tableName(table).item(item));
    DynamoDbStore store = new DynamoDbStore(local::client, table);

    assertThat(trouble(store, s -> s.get(ENTRY.place(), MOST)))
        .isEqualTo(trouble(store, s -> s.all("event#e1", MOST)))
        .isEqualTo(
            ("an item of the table %s is not as Rolecall writes it (it needs pk, sk and value as"
                    + " strings, version and expires as whole numbers): delete it, and let nothing"
                    + " else write to this table")
                .formatted(table));
  }

  private static final String LATE =
      "the table T did not answer within 200 ms: see whether the function can reach DynamoDB (in a"
          + " VPC it needs a gateway endpoint)";

  private static void put(DynamoDbStore store) throws StoreTrouble {
    store.put(ENTRY, Optional.empty(), MOST);
  }

  private static String trouble(FaultyTable table, Call call) {
    return trouble(store(table.endpoint()), call);
  }

  private static DynamoDbStore store(URI endpoint) {
    DynamoDbClient client = LocalDynamoDb.clientOf(endpoint);
    return new DynamoDbStore(() -> client, "T");
  }

  private static String trouble(DynamoDbStore store, Call call) {
    try {
      call.on(store);
    } catch (StoreTrouble trouble) {
      return trouble.getMessage();
    }
    throw new AssertionError("no trouble");
  }
}
