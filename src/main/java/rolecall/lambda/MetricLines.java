package rolecall.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import rolecall.monitor.Fate;
import rolecall.monitor.Outcome;

/**
 * Counters as lines in CloudWatch's embedded metric format, namespace {@code Rolecall}. Stateless.
 *
 * @param stack the value of the one dimension, {@code Stack}; without one, metrics have none
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">CloudWatch:
 *     embedded metric format</a>
 */
record MetricLines(Optional<String> stack) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** So many values one line may give for one metric. */
  private static final int MOST_VALUES = 100;

  /** What an invocation counted. */
  List<String> of(Outcome outcome, Instant at) {
    SequencedMap<String, Long> counts = new LinkedHashMap<>();
    counts.put("RecordsReceived", outcome.received());
    outcome.fates().forEach((fate, records) -> counts.put(name(fate), records));
    counts.put("AlertsPublished", outcome.alertsPublished());
    counts.put("AlertPublishFailed", outcome.alertsNotPublished());
    counts.put("StoreUnavailable", outcome.storeUnavailable());
    counts.put("PolicyLoadFailed", outcome.policyLoadFailed());
    counts.put("Heartbeat", outcome.heartbeats());
    List<Double> ages = outcome.ages().stream().map(MetricLines::seconds).toList();
    List<String> lines = new ArrayList<>();
    lines.add(line(counts, ages.subList(0, Math.min(ages.size(), MOST_VALUES)), at));
    for (int from = MOST_VALUES; from < ages.size(); from += MOST_VALUES) {
      int to = Math.min(ages.size(), from + MOST_VALUES);
      lines.add(line(new LinkedHashMap<>(), ages.subList(from, to), at));
    }
    return lines;
  }

  /** One count alone, for what happens before anything is received. */
  String of(String name, long count, Instant at) {
    SequencedMap<String, Long> counts = new LinkedHashMap<>();
    counts.put(name, count);
    return line(counts, List.of(), at);
  }

  private static String name(Fate fate) {
    return switch (fate) {
      case IGNORED -> "RecordsIgnored";
      case ALLOWED -> "RecordsAllowed";
      case OBSERVED -> "RecordsObserved";
      case ALERTED -> "RecordsAlerted";
      case REPEATED -> "RecordsRepeated";
      case FAILED -> "RecordsFailed";
    };
  }

  private static double seconds(Duration age) {
    return age.toMillis() / 1000.0;
  }

  private String line(SequencedMap<String, Long> counts, List<Double> ages, Instant at) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      writeHead(counts, ages, at, json);
      if (stack.isPresent()) {
        json.writeStringField("Stack", stack.get());
      }
      for (var count : counts.entrySet()) {
        json.writeNumberField(count.getKey(), count.getValue());
      }
      if (!ages.isEmpty()) {
        json.writeArrayFieldStart("EventAge");
        for (double age : ages) {
          json.writeNumber(age);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private void writeHead(
      SequencedMap<String, Long> counts, List<Double> ages, Instant at, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("_aws");
    json.writeNumberField("Timestamp", at.toEpochMilli());
    json.writeArrayFieldStart("CloudWatchMetrics");
    json.writeStartObject();
    json.writeStringField("Namespace", "Rolecall");
    json.writeArrayFieldStart("Dimensions");
    json.writeStartArray();
    if (stack.isPresent()) {
      json.writeString("Stack");
    }
    json.writeEndArray();
    json.writeEndArray();
    json.writeArrayFieldStart("Metrics");
    for (String name : counts.keySet()) {
      writeMetric(name, "Count", json);
    }
    if (!ages.isEmpty()) {
      writeMetric("EventAge", "Seconds", json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeMetric(String name, String unit, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("Name", name);
    json.writeStringField("Unit", unit);
    json.writeEndObject();
  }
}
