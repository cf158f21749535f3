package rolecall.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rolecall.ingest.Arrival;
import rolecall.ingest.DeliveryReader;
import rolecall.ingest.RecordSink;
import rolecall.ingest.Schedule;
import rolecall.ingest.Unreadable;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;
import rolecall.record.TrailRecord;

/** Each way of losing an event has an alarm that reaches people without the function's help. */
class AlarmsTest {
  private static final Deployed HUB = Template.hub().deploy("rolecall", Map.of());
  private static final String ALARMS =
      "arn:aws:sns:us-east-1:111122223333:rolecall-AlarmTopic-EXAMPLE00001";

  private static List<Json> metrics(Json alarm) {
    List<Json> metrics = new ArrayList<>();
    for (Json metric : alarm.get("Metrics").items()) {
      if (metric.get("MetricStat").isPresent()) {
        metrics.add(metric.get("MetricStat").get("Metric"));
      }
    }
    return metrics.isEmpty() ? List.of(alarm) : metrics;
  }

  private static String line(Json metric) {
    return metric.get("Namespace").text().orElseThrow()
        + " "
        + metric.get("MetricName").text().orElseThrow()
        + metric.get("Dimensions").items().stream()
            .map(d ->
                " "
                    + d.get("Name").text().orElseThrow()
                    + "="
                    + d.get("Value").text().orElseThrow())
            .collect(Collectors.joining());
  }

  @Test
  void every_alarm_says_what_to_do_and_reaches_the_alarm_topic() {
    HUB.ofType("AWS::CloudWatch::Alarm")
        .forEach((name, alarm) -> {
          assertThat(Statements.texts(alarm.get("AlarmActions"))).as(name).containsExactly(ALARMS);
          String description = alarm.get("AlarmDescription").text().orElseThrow();
          assertThat(description.strip())
              .as(name)
              .hasSizeBetween(80, 1024)
              .contains(". ")
              .endsWith(".");
        });
  }

  @Test
  void the_alarm_topic_is_served_by_CloudWatch_and_not_by_the_function() {
    assertThat(HUB.properties("AlarmTopicPolicy").toString()).contains("cloudwatch.amazonaws.com");
    assertThat(HUB.properties("FunctionRole").toString()).doesNotContain(ALARMS);
  }

  @Test
  void each_way_of_losing_an_event_has_its_alarm() {
    Set<String> watched = new TreeSet<>();
    HUB.ofType("AWS::CloudWatch::Alarm")
        .forEach((name, alarm) -> {
          if (!alarm.get("Metrics").isPresent()) {
            watched.add(line(alarm) + " " + alarm.get("TreatMissingData").text().orElseThrow());
          }
        });
    assertThat(watched)
        .containsExactly(
            "AWS/Lambda Errors FunctionName=rolecall-MonitorFunction-EXAMPLE00001 notBreaching",
            "AWS/Lambda Throttles FunctionName=rolecall-MonitorFunction-EXAMPLE00001 notBreaching",
            "AWS/SQS ApproximateAgeOfOldestMessage QueueName=rolecall-Buffer-EXAMPLE00001"
                + " notBreaching",
            "AWS/SQS ApproximateNumberOfMessagesVisible"
                + " QueueName=rolecall-BufferDeadLetters-EXAMPLE00001 notBreaching",
            "AWS/SQS ApproximateNumberOfMessagesVisible"
                + " QueueName=rolecall-RuleDeadLetters-EXAMPLE00001 notBreaching",
            "Rolecall AlertPublishFailed Stack=rolecall notBreaching",
            "Rolecall EventsMissed Stack=rolecall notBreaching",
            "Rolecall Heartbeat Stack=rolecall breaching",
            "Rolecall PolicyLoadFailed Stack=rolecall notBreaching",
            "Rolecall ReconciliationLag Stack=rolecall breaching",
            "Rolecall RecordsFailed Stack=rolecall notBreaching",
            "Rolecall StoreUnavailable Stack=rolecall notBreaching");
  }

  @Test
  void every_rule_is_watched_for_failures_and_losses() {
    Set<String> rules = new TreeSet<>();
    PhysicalNames names =
        new PhysicalNames(
            Template.hub(), "rolecall", new Resolver(Template.hub(), "rolecall", Map.of()));
    HUB.ofType("AWS::Events::Rule")
        .forEach((name, rule) ->
            rules.add(
                rule.get("EventBusName").text().map(bus -> " EventBusName=" + bus).orElse("")
                    + " RuleName="
                    + names.ref(name)));
    for (String metric : List.of("FailedInvocations", "InvocationsFailedToBeSentToDlq")) {
      Set<String> watched = new TreeSet<>();
      for (Json alarm : HUB.ofType("AWS::CloudWatch::Alarm").values()) {
        List<Json> metrics = metrics(alarm);
        assertThat(metrics).hasSizeLessThanOrEqualTo(10); // CloudWatch's limit for one alarm
        metrics.stream()
            .map(AlarmsTest::line)
            .filter(line -> line.startsWith("AWS/Events " + metric + " "))
            .forEach(line -> watched.add(line.substring(("AWS/Events " + metric).length())));
      }
      assertThat(watched).as(metric).isEqualTo(rules);
    }
  }

  @Test
  void what_was_received_must_have_become_something() {
    Json alarm = HUB.properties("RecordsLostAlarm");
    assertThat(alarm.get("Metrics").items().getFirst().get("Expression").text())
        .hasValue("ABS(received - ignored - allowed - observed - alerted - repeated - failed)");
    assertThat(metrics(alarm).stream().map(AlarmsTest::line))
        .containsExactly(
            "Rolecall RecordsReceived Stack=rolecall",
            "Rolecall RecordsIgnored Stack=rolecall",
            "Rolecall RecordsAllowed Stack=rolecall",
            "Rolecall RecordsObserved Stack=rolecall",
            "Rolecall RecordsAlerted Stack=rolecall",
            "Rolecall RecordsRepeated Stack=rolecall",
            "Rolecall RecordsFailed Stack=rolecall");
  }

  @Test
  void silence_is_told_when_three_heartbeats_are_missing_and_again_when_they_are_back() {
    Json alarm = HUB.properties("HeartbeatAlarm");
    assertThat(alarm.get("Period").wholeNumber()).hasValue(900);
    assertThat(alarm.get("EvaluationPeriods").wholeNumber()).hasValue(3);
    assertThat(alarm.get("Threshold").wholeNumber()).hasValue(1);
    assertThat(alarm.get("ComparisonOperator").text()).hasValue("LessThanThreshold");
    assertThat(Statements.texts(alarm.get("OKActions"))).containsExactly(ALARMS);
    assertThat(HUB.properties("HeartbeatSchedule").get("ScheduleExpression").text())
        .hasValue("rate(15 minutes)");
    assertThat(
            Template.hub()
                .deploy("rolecall", Map.of("Heartbeat", "off"))
                .ofType("AWS::CloudWatch::Alarm"))
        .doesNotContainKey("HeartbeatAlarm");
  }

  @Test
  void what_was_missed_is_told_and_so_is_a_comparison_that_falls_behind_or_silent() {
    Json missed = HUB.properties("EventsMissedAlarm");
    assertThat(missed.get("Threshold").wholeNumber()).hasValue(0);
    assertThat(missed.get("ComparisonOperator").text()).hasValue("GreaterThanThreshold");
    assertThat(missed.get("Statistic").text()).hasValue("Sum");
    Json lag = HUB.properties("ReconciliationLagAlarm");
    assertThat(lag.get("Statistic").text()).hasValue("Maximum");
    assertThat(lag.get("Period").wholeNumber()).hasValue(900);
    assertThat(lag.get("EvaluationPeriods").wholeNumber()).hasValue(3);
    assertThat(lag.get("Threshold").wholeNumber()).hasValue(4 * 3600);
    assertThat(lag.get("ComparisonOperator").text()).hasValue("GreaterThanThreshold");
    assertThat(Statements.texts(lag.get("OKActions"))).containsExactly(ALARMS);
    assertThat(HUB.properties("ReconciliationSchedule").get("ScheduleExpression").text())
        .hasValue("rate(15 minutes)");
    assertThat(
            Template.hub()
                .deploy("rolecall", Map.of("Reconciliation", "off"))
                .ofType("AWS::CloudWatch::Alarm"))
        .doesNotContainKeys("EventsMissedAlarm", "ReconciliationLagAlarm");
  }

  @Test
  void both_schedules_are_on_unless_they_are_switched_off() {
    Deployed off =
        Template.hub().deploy("rolecall", Map.of("Heartbeat", "off", "Reconciliation", "off"));
    for (String schedule : List.of("HeartbeatSchedule", "ReconciliationSchedule")) {
      assertThat(HUB.properties(schedule).get("State").text()).hasValue("ENABLED");
      assertThat(off.properties(schedule).get("State").text()).hasValue("DISABLED");
    }
  }

  @Test
  void counts_are_told_with_the_heartbeat_in_words_that_the_function_knows() throws Exception {
    Json counts = HUB.properties("HeartbeatSchedule").get("Targets").items().get(1);
    List<String> due = new ArrayList<>();
    new DeliveryReader((_, _) -> true)
        .read(
            Arrival.of("i", counts.get("Input").text().orElseThrow().getBytes(UTF_8))
                .deliveries()
                .getFirst(),
            new Due(due));
    assertThat(due).containsExactly("counts");
  }

  /** Hears of schedules and of nothing else. */
  private record Due(List<String> due) implements RecordSink {
    @Override
    public void scheduled(Schedule schedule, String why) {
      due.add(schedule.word());
    }

    @Override
    public void ignored() {
      throw new AssertionError("no record");
    }

    @Override
    public void record(TrailRecord record, long number) {
      throw new AssertionError(record);
    }

    @Override
    public void unreadable(Unreadable lost) {
      throw new AssertionError(lost);
    }

    @Override
    public void skipped(String why) {
      throw new AssertionError(why);
    }

    @Override
    public void empty() {
      throw new AssertionError("empty");
    }
  }

  @Test
  void the_dashboard_is_JSON_and_shows_outcomes_alerts_age_and_coverage() throws UnreadableJson {
    Json body =
        JsonReader.read(HUB.properties("Dashboard").get("DashboardBody").text().orElseThrow());
    assertThat(body.get("widgets").items()).hasSize(10);
    assertThat(body.toString())
        .contains("RecordsFailed", "AlertsPublished", "EventAge", "MatchedEvents", "rolecall-hub")
        .contains("MetricName=\"Coverage\"", "EventsMissed", "ReconciliationLag")
        .contains("by severity", "by account, region", "SOURCE '/rolecall/rolecall'");
  }
}
