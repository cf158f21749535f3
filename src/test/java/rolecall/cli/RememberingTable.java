package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.Asked;
import rolecall.aws.RecentEvents;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.Members;
import rolecall.ledger.Entry;
import rolecall.ledger.Ledger;
import rolecall.ledger.MemoryStore;
import rolecall.ledger.SeenEvent;

/** A deployment's table in DynamoDB's own words, as the monitor has filled it. */
final class RememberingTable {
  /** Few, so that tests turn pages. */
  private static final int PAGE = 2;

  private static final Duration MOST = Duration.ofSeconds(20);

  private Instant now;
  private final MemoryStore store = new MemoryStore(() -> now, 100_000);
  private final Ledger ledger = new Ledger(store, () -> now, () -> UUID.randomUUID().toString());

  /** A memory that begins when it is first asked to note something. */
  RememberingTable(Instant now) {
    this.now = now;
  }

  /** Time goes on. */
  void at(Instant later) {
    now = later;
  }

  void note(Collection<SeenEvent> events) {
    assertThat(ledger.noteSeen(events, MOST)).isEmpty();
  }

  void note(SeenEvent... events) {
    note(List.of(events));
  }

  /** Answers a Query. */
  Answer answer(Asked asked) {
    Json question = RecentEvents.question(asked);
    Json values = question.get("ExpressionAttributeValues");
    String partition = values.get(":partition").get("S").text().orElseThrow();
    List<Entry> entries =
        store.all(partition, MOST).stream()
            .filter(entry -> {
              Json sort = values.get(":sort").get("S");
              return !sort.isPresent() || sort.text().orElseThrow().equals(entry.place().sort());
            })
            .toList();
    String after = question.get("ExclusiveStartKey").get("sk").get("S").text().orElse("");
    List<Entry> page =
        entries.stream().filter(e -> e.place().sort().compareTo(after) > 0).limit(PAGE).toList();
    Members answer =
        new Members()
            .value(
                "Items",
                new Json.Arr(
                    page.stream().map(RememberingTable::item).collect(Collectors.toList())));
    if (!page.isEmpty() && !page.getLast().equals(entries.getLast())) {
      answer.value(
          "LastEvaluatedKey",
          new Members()
              .value("pk", typed("S", partition))
              .value("sk", typed("S", page.getLast().place().sort()))
              .build());
    }
    return Answers.json(200, CompactJson.write(answer.build()));
  }

  private static Json item(Entry entry) {
    return new Members()
        .value("pk", typed("S", entry.place().partition()))
        .value("sk", typed("S", entry.place().sort()))
        .value("version", typed("N", Long.toString(entry.version())))
        .value("value", typed("S", entry.value()))
        .value("expires", typed("N", Long.toString(entry.expires().getEpochSecond())))
        .build();
  }

  private static Json typed(String type, String value) {
    return new Members().text(type, value).build();
  }
}
