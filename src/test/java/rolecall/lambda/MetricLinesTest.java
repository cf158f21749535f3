package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rolecall.ingest.Arrival;
import rolecall.ingest.Delivery;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.monitor.Coverage;
import rolecall.monitor.Fate;
import rolecall.monitor.Handled;
import rolecall.monitor.Outcome;
import rolecall.monitor.Reconciled;

class MetricLinesTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:15:00Z");
  private static final Arrival ARRIVAL =
      new Arrival.Whole(new Delivery("i", "i", new Delivery.Content.Unreadable("nothing")));

  private static Outcome outcome(List<Duration> ages) {
    return new Outcome(
        ARRIVAL,
        List.of(new Handled.Done()),
        Map.of(Fate.ALERTED, 2L, Fate.IGNORED, 5L, Fate.FAILED, 1L),
        2,
        1,
        3,
        4,
        1,
        ages,
        Optional.empty());
  }

  @Test
  void one_line_holds_every_counter() {
    assertThat(
            new MetricLines(Optional.of("rolecall"))
                .of(outcome(List.of(Duration.ofMillis(1_500))), AT))
        .containsExactly(
            "{\"_aws\":{\"Timestamp\":1772442900000,\"CloudWatchMetrics\":[{\"Namespace\":\"Rolecall\","
                + "\"Dimensions\":[[\"Stack\"]],\"Metrics\":["
                + count("RecordsReceived")
                + count("RecordsAlerted")
                + count("RecordsRepeated")
                + count("RecordsObserved")
                + count("RecordsAllowed")
                + count("RecordsIgnored")
                + count("RecordsFailed")
                + count("AlertsPublished")
                + count("AlertPublishFailed")
                + count("StoreUnavailable")
                + count("PolicyLoadFailed")
                + count("Heartbeat")
                + "{\"Name\":\"EventAge\",\"Unit\":\"Seconds\"}]}]},\"Stack\":\"rolecall\","
                + "\"RecordsReceived\":8,\"RecordsAlerted\":2,\"RecordsRepeated\":0,"
                + "\"RecordsObserved\":0,\"RecordsAllowed\":0,\"RecordsIgnored\":5,"
                + "\"RecordsFailed\":1,\"AlertsPublished\":2,\"AlertPublishFailed\":1,"
                + "\"StoreUnavailable\":3,\"PolicyLoadFailed\":4,\"Heartbeat\":1,"
                + "\"EventAge\":[1.5]}");
  }

  @Test
  void what_was_compared_has_lines_of_its_own_in_all_and_by_region() {
    Outcome compared =
        new Outcome(
            ARRIVAL,
            List.of(new Handled.Done()),
            Map.of(),
            0,
            0,
            0,
            0,
            0,
            List.of(),
            Optional.of(
                new Reconciled(
                    new TreeMap<>(
                        Map.of("us-east-1", new Coverage(8, 8), "eu-west-1", new Coverage(2, 1))),
                    Optional.of(Duration.ofHours(2)))));
    List<String> lines = new MetricLines(Optional.of("rolecall")).of(compared, AT);

    String percent = "{\"Name\":\"Coverage\",\"Unit\":\"Percent\"}";
    assertThat(lines.subList(1, lines.size()))
        .containsExactly(
            head("\"Stack\"")
                + count("EventsExpected")
                + count("EventsMissed")
                + percent
                + ",{\"Name\":\"ReconciliationLag\",\"Unit\":\"Seconds\"}]}]},"
                + "\"Stack\":\"rolecall\",\"EventsExpected\":10,\"EventsMissed\":1,"
                + "\"Coverage\":90.0,\"ReconciliationLag\":7200}",
            head("\"Stack\",\"Region\"")
                + count("EventsExpected")
                + count("EventsMissed")
                + percent
                + "]}]},\"Stack\":\"rolecall\",\"Region\":\"eu-west-1\","
                + "\"EventsExpected\":2,\"EventsMissed\":1,\"Coverage\":50.0}",
            head("\"Stack\",\"Region\"")
                + count("EventsExpected")
                + count("EventsMissed")
                + percent
                + "]}]},\"Stack\":\"rolecall\",\"Region\":\"us-east-1\","
                + "\"EventsExpected\":8,\"EventsMissed\":0,\"Coverage\":100.0}");
  }

  private static String head(String dimensions) {
    return "{\"_aws\":{\"Timestamp\":1772442900000,\"CloudWatchMetrics\":["
        + "{\"Namespace\":\"Rolecall\",\"Dimensions\":[["
        + dimensions
        + "]],\"Metrics\":[";
  }

  private static String count(String name) {
    return "{\"Name\":\"" + name + "\",\"Unit\":\"Count\"},";
  }

  @Test
  void without_a_stack_there_is_no_dimension() throws Exception {
    Json line =
        JsonReader.read(new MetricLines(Optional.empty()).of(outcome(List.of()), AT).getFirst());
    Json directive = line.get("_aws").get("CloudWatchMetrics").items().getFirst();
    assertThat(directive.get("Dimensions").items()).containsExactly(new Json.Arr(List.of()));
    assertThat(line.get("Stack").isPresent()).isFalse();
    assertThat(line.get("EventAge").isPresent()).isFalse();
  }

  @Test
  void a_line_gives_at_most_a_hundred_values_and_no_counter_twice() throws Exception {
    List<String> lines =
        new MetricLines(Optional.empty())
            .of(outcome(Collections.nCopies(201, Duration.ofSeconds(2))), AT);
    assertThat(lines).hasSize(3);
    int ages = 0;
    for (String line : lines) {
      Json json = JsonReader.read(line);
      assertThat(json.get("EventAge").items().size()).isLessThanOrEqualTo(100);
      ages += json.get("EventAge").items().size();
    }
    assertThat(ages).isEqualTo(201);
    assertThat(JsonReader.read(lines.getLast()).get("RecordsReceived").isPresent()).isFalse();
  }
}
