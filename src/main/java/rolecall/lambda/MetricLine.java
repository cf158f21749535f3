package rolecall.lambda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.Members;

/** One line in CloudWatch's embedded metric format, namespace {@code Rolecall}. Not thread-safe. */
final class MetricLine {
  private final List<Json> dimensions = new ArrayList<>();
  private final List<Json> metrics = new ArrayList<>();
  private final SequencedMap<String, Json> values = new LinkedHashMap<>();

  MetricLine dimension(String name, String value) {
    dimensions.add(new Json.Str(name));
    values.put(name, new Json.Str(value));
    return this;
  }

  MetricLine count(String name, long count) {
    return metric(name, "Count", new Json.Num(Long.toString(count)));
  }

  MetricLine percent(String name, double percent) {
    return metric(name, "Percent", new Json.Num(Double.toString(percent)));
  }

  MetricLine seconds(String name, long seconds) {
    return metric(name, "Seconds", new Json.Num(Long.toString(seconds)));
  }

  MetricLine seconds(String name, List<Double> seconds) {
    return metric(
        name,
        "Seconds",
        new Json.Arr(
            seconds.stream().<Json>map(one -> new Json.Num(Double.toString(one))).toList()));
  }

  private MetricLine metric(String name, String unit, Json value) {
    metrics.add(new Members().text("Name", name).text("Unit", unit).build());
    values.put(name, value);
    return this;
  }

  String text(Instant at) {
    Json directive =
        new Members()
            .text("Namespace", "Rolecall")
            .value("Dimensions", new Json.Arr(List.of(new Json.Arr(dimensions))))
            .value("Metrics", new Json.Arr(metrics))
            .build();
    Members line =
        new Members()
            .value(
                "_aws",
                new Members()
                    .number("Timestamp", at.toEpochMilli())
                    .value("CloudWatchMetrics", new Json.Arr(List.of(directive)))
                    .build());
    values.forEach(line::value);
    return CompactJson.write(line.build());
  }
}
