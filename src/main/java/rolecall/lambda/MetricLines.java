package rolecall.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rolecall.monitor.Coverage;
import rolecall.monitor.Fate;
import rolecall.monitor.Outcome;
import rolecall.monitor.Reconciled;

/**
 * Counters as lines in CloudWatch's embedded metric format, namespace {@code Rolecall}. Stateless.
 *
 * @param stack the value of the dimension {@code Stack}; without one, metrics do not have it
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">CloudWatch:
 *     embedded metric format</a>
 */
record MetricLines(Optional<String> stack) {
  /** So many values one line may give for one metric. */
  private static final int MOST_VALUES = 100;

  /** What an invocation counted. */
  List<String> of(Outcome outcome, Instant at) {
    MetricLine counts = line().count("RecordsReceived", outcome.received());
    outcome.fates().forEach((fate, records) -> counts.count(name(fate), records));
    counts
        .count("AlertsPublished", outcome.alertsPublished())
        .count("AlertPublishFailed", outcome.alertsNotPublished())
        .count("StoreUnavailable", outcome.storeUnavailable())
        .count("PolicyLoadFailed", outcome.policyLoadFailed())
        .count("Heartbeat", outcome.heartbeats());
    List<Double> ages = outcome.ages().stream().map(MetricLines::seconds).toList();
    if (!ages.isEmpty()) {
      counts.seconds("EventAge", ages.subList(0, Math.min(ages.size(), MOST_VALUES)));
    }
    List<String> lines = new ArrayList<>();
    lines.add(counts.text(at));
    for (int from = MOST_VALUES; from < ages.size(); from += MOST_VALUES) {
      int to = Math.min(ages.size(), from + MOST_VALUES);
      lines.add(line().seconds("EventAge", ages.subList(from, to)).text(at));
    }
    outcome.reconciled().ifPresent(run -> lines.addAll(of(run, at)));
    return lines;
  }

  /** What was compared with CloudTrail, in all and by Region. Of no events there is no coverage. */
  private List<String> of(Reconciled run, Instant at) {
    List<String> lines = new ArrayList<>();
    MetricLine all = covered(line(), run.all());
    run.lag().ifPresent(lag -> all.seconds("ReconciliationLag", lag.toSeconds()));
    lines.add(all.text(at));
    run.byRegion()
        .forEach((region, coverage) ->
            lines.add(covered(line().dimension("Region", region), coverage).text(at)));
    return lines;
  }

  private static MetricLine covered(MetricLine line, Coverage coverage) {
    line.count("EventsExpected", coverage.expected()).count("EventsMissed", coverage.missed());
    return coverage.expected() == 0 ? line : line.percent("Coverage", coverage.percent());
  }

  /** One count alone, for what happens before anything is received. */
  String of(String name, long count, Instant at) {
    return line().count(name, count).text(at);
  }

  private MetricLine line() {
    MetricLine line = new MetricLine();
    stack.ifPresent(name -> line.dimension("Stack", name));
    return line;
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
}
