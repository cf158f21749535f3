package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolecall.ledger.Entry;
import rolecall.ledger.Ledger;
import rolecall.ledger.SeenEvent;
import rolecall.ledger.SeenHour;
import rolecall.ledger.SeenSince;
import rolecall.ledger.Store;

/** A table that the function writes, read by a person. */
class TableReaderTest {
  private static final Duration MOST = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-03-02T09:14:07Z");
  private static final Optional<String> ACCOUNT = Optional.of("111122223333");

  private final LocalDynamoDb local = LocalDynamoDb.running();
  private final String table = local.newTable();

  private static Ledger ledger(Store store) {
    return new Ledger(store, () -> NOW, () -> UUID.randomUUID().toString());
  }

  private AwsClients clients() {
    return AwsClients.forCommandLine(
        Map.of(
            "AWS_REGION", "us-east-1",
            "AWS_ACCESS_KEY_ID", "AKIAEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "secret/EXAMPLE",
            "AWS_ENDPOINT_URL_DYNAMODB", local.endpoint().toString()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void what_the_function_noted_is_read_over_many_pages() {
    Ledger function = ledger(new DynamoDbStore(local::client, table));
    List<SeenEvent> all = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      all.add(new SeenEvent("e" + i, ACCOUNT, "us-east-1", NOW));
    }
    assertThat(function.noteSeen(all, MOST)).isEmpty();
    try (AwsClients clients = clients();
        TableReader reader = new TableReader(clients, table)) {
      SeenHour hour = ledger(reader).seen("us-east-1", NOW, MOST);
      assertThat(hour)
          .isInstanceOfSatisfying(
              SeenHour.Known.class,
              known -> {
                assertThat(known.seen().size()).isEqualTo(100_000);
                assertThat(known.seen().holds("e99999", ACCOUNT)).isTrue();
                assertThat(known.seen().holds("e100000", ACCOUNT)).isFalse();
              });
      assertThat(ledger(reader).seenSince(MOST)).isEqualTo(new SeenSince.Known(NOW));
    }
  }

  @Test
  void an_empty_table_remembers_nothing() {
    try (AwsClients clients = clients();
        TableReader reader = new TableReader(clients, table)) {
      assertThat(ledger(reader).seenSince(MOST)).isEqualTo(new SeenSince.Never());
    }
  }

  @Test
  void a_table_that_is_not_there_is_named() {
    try (AwsClients clients = clients();
        TableReader reader = new TableReader(clients, "no-such-table")) {
      assertThat(ledger(reader).seenSince(MOST))
          .isEqualTo(
              new SeenSince.Unchecked(
                  "there is no table no-such-table in this Region (ResourceNotFoundException)."
                      + " Name the table by --table and its Region by --region."));
    }
  }

  @Test
  void nothing_is_ever_written() {
    Entry entry = new Entry(new Entry.Place("p", "s"), 1, "{}", NOW);
    try (AwsClients clients = clients();
        TableReader reader = new TableReader(clients, table)) {
      assertThatThrownBy(() -> reader.put(entry, Optional.empty(), MOST))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> reader.remove(entry, MOST))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }
}
