package rolecall.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import rolecall.doctor.Alarm;
import rolecall.doctor.Looked;
import rolecall.doctor.Metric;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Reads metrics and alarms of CloudWatch. */
final class AccountMetrics {
  private static final int PERIOD_SECONDS = 300;

  private final AccountClients clients;
  private final Instant now;

  AccountMetrics(AccountClients clients, Instant now) {
    this.clients = clients;
    this.now = now;
  }

  Looked<OptionalDouble> sum(Metric metric, Duration before) {
    return points(metric, before, Statistic.SUM)
        .map(points ->
            points.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(values(points, Datapoint::sum).sum()));
  }

  Looked<OptionalDouble> greatest(Metric metric, Duration before) {
    return points(metric, before, Statistic.MAXIMUM)
        .map(points -> values(points, Datapoint::maximum).max());
  }

  private static DoubleStream values(
      List<Datapoint> points, java.util.function.Function<Datapoint, Double> value) {
    return points.stream().map(value).filter(java.util.Objects::nonNull).mapToDouble(d -> d);
  }

  private Looked<List<Datapoint>> points(Metric metric, Duration before, Statistic statistic) {
    Dimension dimension =
        Dimension.builder().name(metric.dimension()).value(metric.value()).build();
    return AccountAnswer.of(
        "cloudwatch:GetMetricStatistics",
        () ->
            clients
                .metrics()
                .getMetricStatistics(request ->
                    request
                        .namespace(metric.namespace())
                        .metricName(metric.name())
                        .dimensions(dimension)
                        .startTime(now.minus(before))
                        .endTime(now)
                        .period(PERIOD_SECONDS)
                        .statistics(statistic))
                .datapoints());
  }

  Looked<List<Alarm>> alarms(List<String> names) {
    return AccountAnswer.of(
        "cloudwatch:DescribeAlarms",
        () ->
            clients
                .metrics()
                .describeAlarmsPaginator(request -> request.alarmNames(names))
                .metricAlarms()
                .stream()
                .map(AccountMetrics::alarm)
                .toList());
  }

  private static Alarm alarm(MetricAlarm alarm) {
    return new Alarm(
        alarm.alarmName(),
        alarm.stateValueAsString(),
        Boolean.TRUE.equals(alarm.actionsEnabled()) && !alarm.alarmActions().isEmpty());
  }
}
