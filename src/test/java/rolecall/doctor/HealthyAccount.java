package rolecall.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import rolecall.json.Json;

/**
 * An account in which everything is right: a hub in us-east-1, a spoke in eu-west-1. A test breaks
 * what it is about by setting a field.
 */
final class HealthyAccount implements Account {
  static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  static final String HUB = "arn:aws:events:us-east-1:111122223333:event-bus/rolecall-hub";
  static final String ALIAS = "arn:aws:lambda:us-east-1:111122223333:function:rolecall-fn:live";
  static final String QUEUE = "arn:aws:sqs:us-east-1:111122223333:rolecall-Buffer";
  static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:rolecall-AlertTopic";
  private static final String STACK =
      "arn:aws:cloudformation:us-east-1:111122223333:stack/rolecall/0a1b";
  private static final String WIDE = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

  final Map<String, String> parameters = new HashMap<>();
  final List<Stack.Part> parts = new ArrayList<>();
  final Map<String, Map<String, String>> rules = new HashMap<>();
  final Map<String, Set<String>> delivering = new HashMap<>();
  final Map<String, Looked<Backlog>> backlogs = new HashMap<>();
  final Map<String, Looked<List<Subscription>>> subscriptions = new HashMap<>();
  Looked<List<Trail>> trails = seen(List.of(trail("whole", true, true, logging(), basic("All"))));
  Looked<List<String>> regions = seen(List.of("us-east-1", "eu-west-1"));
  Looked<Map<String, String>> homeRules = new Looked.Missing<>();
  Looked<Set<String>> homeTargets = new Looked.Missing<>();
  Looked<Table> table = seen(new Table("ACTIVE", seen(Optional.of("expires"))));
  Looked<Function> function =
      seen(
          new Function(
              "Active",
              "Successful",
              Map.of("ROLECALL_TOPIC_ARN", TOPIC, "ROLECALL_TABLE_NAME", "rolecall-ToldTable")));
  Looked<Optional<Integer>> concurrency = seen(Optional.empty());
  Looked<Mapping> mapping = seen(new Mapping("Enabled", QUEUE, ALIAS, "OK"));
  Looked<Instant> changed = seen(NOW.minus(Duration.ofDays(3)));
  Looked<OptionalDouble> heartbeats = seen(OptionalDouble.of(3));
  Looked<OptionalDouble> age = seen(OptionalDouble.empty());
  Looked<List<Alarm>> alarms =
      seen(List.of(new Alarm("rolecall-A", "OK", true), new Alarm("rolecall-B", "OK", true)));
  String status = "UPDATE_COMPLETE";
  Looked<Stack> stack = new Looked.Missing<>();
  boolean stackIsThere = true;

  HealthyAccount() {
    Map<String, String> home = new HashMap<>();
    Map<String, String> hub = new HashMap<>();
    Map<String, String> spoke = new HashMap<>();
    for (String id : Rule.IDS) {
      boolean wide = Set.of("Assumptions", "SignIns", "ChimeCalls").contains(id);
      part(id, "AWS::Events::Rule", "rolecall-" + id);
      part("Spoke" + id, "AWS::Events::Rule", "rolecall-hub|rolecall-Spoke" + id);
      home.put("rolecall-" + id, wide ? WIDE : "ENABLED");
      hub.put("rolecall-Spoke" + id, wide ? WIDE : "ENABLED");
    }
    for (Rule rule : Rule.ofSpoke()) {
      spoke.put(rule.name(), rule.wide() ? WIDE : "ENABLED");
    }
    for (String schedule : List.of("HeartbeatSchedule", "ReconciliationSchedule")) {
      part(schedule, "AWS::Events::Rule", "rolecall-" + schedule);
      home.put("rolecall-" + schedule, "ENABLED");
    }
    rules.put("us-east-1/default", home);
    rules.put("us-east-1/rolecall-hub", hub);
    rules.put("eu-west-1/default", spoke);
    rules.forEach((place, states) -> delivering.put(place, new HashSet<>(states.keySet())));
    part("HubBus", "AWS::Events::EventBus", "rolecall-hub");
    for (String queue : List.of("Buffer", "BufferDeadLetters", "RuleDeadLetters")) {
      String url = "https://sqs.us-east-1.amazonaws.com/111122223333/rolecall-" + queue;
      part(queue, "AWS::SQS::Queue", url);
      backlogs.put(url, seen(new Backlog(0, 0)));
    }
    for (String topic : List.of("AlertTopic", "AlarmTopic")) {
      String arn = "arn:aws:sns:us-east-1:111122223333:rolecall-" + topic;
      part(topic, "AWS::SNS::Topic", arn);
      subscriptions.put(arn, seen(List.of(new Subscription("email", true))));
    }
    part("ToldTable", "AWS::DynamoDB::Table", "rolecall-ToldTable");
    part("MonitorFunction", "AWS::Lambda::Function", "rolecall-fn");
    part("MonitorFunctionBuffer", "AWS::Lambda::EventSourceMapping", "0a1b2c3d");
    part("OneAlarm", "AWS::CloudWatch::Alarm", "rolecall-A");
    part("OtherAlarm", "AWS::CloudWatch::Alarm", "rolecall-B");
  }

  static <T> Looked<T> seen(T what) {
    return new Looked.Seen<>(what);
  }

  static <T> Looked<T> denied(String action) {
    return new Looked.Unseen<>(
        "AWS denies the call (AccessDenied)",
        "Allow %s to whoever calls.".formatted(action),
        false);
  }

  static Trail trail(
      String name,
      boolean multiRegion,
      boolean globalEvents,
      Looked<Trail.Delivery> delivery,
      Looked<Json> selectors) {
    return new Trail(name, "us-east-1", multiRegion, globalEvents, delivery, selectors);
  }

  static Looked<Trail.Delivery> logging() {
    return seen(new Trail.Delivery(true, Optional.empty()));
  }

  static Looked<Json> basic(String kind, String... leftOut) {
    List<Json> excluded = new ArrayList<>();
    for (String source : leftOut) {
      excluded.add(new Json.Str(source));
    }
    return seen(
        new Json.Obj(
            Map.of(
                "eventSelectors",
                new Json.Arr(
                    List.of(
                        new Json.Obj(
                            Map.of(
                                "readWriteType",
                                new Json.Str(kind),
                                "includeManagementEvents",
                                new Json.Bool(true),
                                "excludeManagementEventSources",
                                new Json.Arr(excluded))))))));
  }

  private void part(String id, String type, String physical) {
    parts.add(new Stack.Part(id, type, physical));
  }

  /** As if the stack had no such part. */
  void without(String id) {
    parts.removeIf(part -> part.id().equals(id));
  }

  private static String place(Optional<String> region, Optional<String> bus) {
    return region.orElse("us-east-1") + "/" + bus.orElse("default");
  }

  @Override
  public Looked<List<Trail>> trails() {
    return trails;
  }

  @Override
  public Looked<Stack> stack(String name) {
    return stackIsThere ? seen(new Stack(name, STACK, status, parameters, parts)) : stack;
  }

  @Override
  public Looked<List<String>> regionsOn() {
    return regions;
  }

  @Override
  public Looked<Map<String, String>> ruleStates(Optional<String> region, Optional<String> bus) {
    Map<String, String> there = rules.get(place(region, bus));
    return homeRules instanceof Looked.Unseen<?> && region.isEmpty() && bus.isEmpty()
        ? homeRules
        : there == null ? new Looked.Missing<>() : seen(there);
  }

  @Override
  public Looked<Set<String>> rulesTo(
      Optional<String> region, Optional<String> bus, String targetArn) {
    if (homeTargets instanceof Looked.Unseen<?> && region.isEmpty() && bus.isEmpty()) {
      return homeTargets;
    }
    boolean right = targetArn.equals(region.isPresent() ? HUB : QUEUE);
    return seen(right ? delivering.get(place(region, bus)) : Set.of());
  }

  @Override
  public Looked<Backlog> backlog(String queueUrl) {
    return backlogs.get(queueUrl);
  }

  @Override
  public Looked<List<Subscription>> subscriptions(String topicArn) {
    return subscriptions.get(topicArn);
  }

  @Override
  public Looked<Table> table(String name) {
    return table;
  }

  @Override
  public Looked<Function> function(String name, Optional<String> alias) {
    return function;
  }

  @Override
  public Looked<Optional<Integer>> reservedConcurrency(String name) {
    return concurrency;
  }

  @Override
  public Looked<Mapping> mapping(String id) {
    return mapping;
  }

  @Override
  public Looked<Instant> changed(String bucket, String key) {
    return changed;
  }

  @Override
  public Looked<List<Alarm>> alarms(List<String> names) {
    return alarms;
  }

  @Override
  public Looked<OptionalDouble> sum(Metric metric, Duration before) {
    return heartbeats;
  }

  @Override
  public Looked<OptionalDouble> greatest(Metric metric, Duration before) {
    return age;
  }
}
