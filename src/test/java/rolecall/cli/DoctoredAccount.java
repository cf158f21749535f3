package rolecall.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.Asked;

/**
 * An account in AWS's own words in which everything is right, until a test answers a call
 * differently: a hub in us-east-1, a spoke in eu-west-1, no other Region.
 */
final class DoctoredAccount {
  private static final String WIDE = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";
  private static final String STACK =
      "arn:aws:cloudformation:us-east-1:111122223333:stack/rolecall/0a1b";
  private static final List<String> RULES =
      List.of(
          "Assumptions",
          "SignIns",
          "IamEdits",
          "ChimeCalls",
          "ServiceEdits",
          "BucketPolicies",
          "OwnNames",
          "OwnData");

  private final Map<String, Function<Asked, Answer>> answers = new HashMap<>();

  DoctoredAccount() {
    json("DescribeTrails", "{\"trailList\":[%s]}".formatted(trail()));
    json("GetTrailStatus", "{\"IsLogging\":true}");
    json(
        "GetEventSelectors",
        """
        {"EventSelectors":[{"ReadWriteType":"All","IncludeManagementEvents":true,
          "DataResources":[],"ExcludeManagementEventSources":["kms.amazonaws.com"]}]}
        """);
    on("DescribeStacks", asked -> stack("UPDATE_COMPLETE", ""));
    on("ListStackResources", asked -> resources());
    json(
        "ListRegions",
        """
        {"Regions":[{"RegionName":"us-east-1","RegionOptStatus":"ENABLED_BY_DEFAULT"},
          {"RegionName":"eu-west-1","RegionOptStatus":"ENABLED_BY_DEFAULT"}]}
        """);
    on("ListRules", asked -> Answers.json(200, rules(asked, Map.of())));
    on("ListRuleNamesByTarget", asked -> Answers.json(200, names(asked)));
    json(
        "GetQueueAttributes",
        """
        {"Attributes":{"ApproximateNumberOfMessages":"0",
          "ApproximateNumberOfMessagesNotVisible":"0","ApproximateNumberOfMessagesDelayed":"0"}}
        """);
    json(
        "GetFunctionConfiguration",
        """
        {"State":"Active","LastUpdateStatus":"Successful","Environment":{"Variables":{
          "ROLECALL_TOPIC_ARN":"arn:aws:sns:us-east-1:111122223333:rolecall-AlertTopic",
          "ROLECALL_TABLE_NAME":"rolecall-ToldTable"}}}
        """);
    json("GetFunctionConcurrency", "{}");
    json("GetEventSourceMapping", mapping("Enabled"));
    json("DescribeTable", "{\"Table\":{\"TableStatus\":\"ACTIVE\"}}");
    json(
        "DescribeTimeToLive",
        """
        {"TimeToLiveDescription":{"TimeToLiveStatus":"ENABLED","AttributeName":"expires"}}
        """);
    on("ListSubscriptionsByTopic", asked -> subscriptions("arn:aws:sns:us-east-1:1:t:0a1b"));
    on("GetMetricStatistics", asked -> metric(asked, "3.0"));
    on("DescribeAlarms", asked -> alarms("OK", true));
  }

  /** Answers a call of that name so. */
  DoctoredAccount on(String operation, Function<Asked, Answer> answer) {
    answers.put(operation, answer);
    return this;
  }

  DoctoredAccount json(String operation, String body) {
    return on(operation, asked -> Answers.json(200, body));
  }

  Answer answer(Asked asked) {
    Function<Asked, Answer> answer = answers.get(operation(asked));
    return answer == null
        ? Answer.reply(500, "text/plain", "no answer to " + asked.target() + " " + asked.text())
        : answer.apply(asked);
  }

  /** By the header, the form or the path that names it. */
  static String operation(Asked asked) {
    Optional<String> target = asked.header("X-Amz-Target");
    if (target.isPresent()) {
      return target.get().substring(target.get().lastIndexOf('.') + 1);
    }
    String path = asked.path();
    if (path.contains("/event-source-mappings/")) {
      return "GetEventSourceMapping";
    }
    if (path.endsWith("/configuration")) {
      return "GetFunctionConfiguration";
    }
    if (path.endsWith("/concurrency")) {
      return "GetFunctionConcurrency";
    }
    if (path.equals("/listRegions")) {
      return "ListRegions";
    }
    return asked.method().equals("HEAD") ? "HeadObject" : asked.form().getOrDefault("Action", path);
  }

  static String trail() {
    return """
    {"Name":"management-events","HomeRegion":"eu-central-1","IsMultiRegionTrail":true,
      "IncludeGlobalServiceEvents":true,
      "TrailARN":"arn:aws:cloudtrail:eu-central-1:111122223333:trail/management-events"}
    """;
  }

  static String mapping(String state) {
    return """
    {"UUID":"0a1b2c3d","State":"%s","LastProcessingResult":"OK",
      "EventSourceArn":"arn:aws:sqs:us-east-1:111122223333:rolecall-Buffer",
      "FunctionArn":"arn:aws:lambda:us-east-1:111122223333:function:rolecall-fn:live"}
    """
        .formatted(state);
  }

  static Answer stack(String status, String parameters) {
    return xml(
        "DescribeStacks",
        """
        <Stacks><member><StackName>rolecall</StackName><StackId>%s</StackId>
        <CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>%s</StackStatus>
        <Parameters>%s</Parameters></member></Stacks>
        """
            .formatted(STACK, status, parameters));
  }

  private static Answer resources() {
    List<String> all = new ArrayList<>();
    for (String rule : RULES) {
      all.add(resource(rule, "Events::Rule", "rolecall-" + rule));
      all.add(resource("Spoke" + rule, "Events::Rule", "rolecall-hub|rolecall-Spoke" + rule));
    }
    for (String schedule : List.of("HeartbeatSchedule", "ReconciliationSchedule")) {
      all.add(resource(schedule, "Events::Rule", "rolecall-" + schedule));
    }
    all.add(resource("HubBus", "Events::EventBus", "rolecall-hub"));
    for (String queue : List.of("Buffer", "BufferDeadLetters", "RuleDeadLetters")) {
      all.add(
          resource(
              queue,
              "SQS::Queue",
              "https://sqs.us-east-1.amazonaws.com/111122223333/rolecall-" + queue));
    }
    for (String topic : List.of("AlertTopic", "AlarmTopic")) {
      all.add(
          resource(topic, "SNS::Topic", "arn:aws:sns:us-east-1:111122223333:rolecall-" + topic));
    }
    all.add(resource("ToldTable", "DynamoDB::Table", "rolecall-ToldTable"));
    all.add(resource("MonitorFunction", "Lambda::Function", "rolecall-fn"));
    all.add(resource("MonitorFunctionBuffer", "Lambda::EventSourceMapping", "0a1b2c3d"));
    all.add(resource("HeartbeatAlarm", "CloudWatch::Alarm", "rolecall-HeartbeatAlarm"));
    return xml(
        "ListStackResources",
        "<StackResourceSummaries>" + String.join("", all) + "</StackResourceSummaries>");
  }

  private static String resource(String id, String type, String physical) {
    return """
    <member><LogicalResourceId>%s</LogicalResourceId><ResourceType>AWS::%s</ResourceType>
    <PhysicalResourceId>%s</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE</ResourceStatus>
    <LastUpdatedTimestamp>2026-01-01T00:00:00Z</LastUpdatedTimestamp></member>
    """
        .formatted(id, type, physical);
  }

  /** The rules of the bus that was asked about, with other states than usual by their names. */
  static String rules(Asked asked, Map<String, String> states) {
    return names(asked, "")
        .map(name -> {
          String id = name.toLowerCase(java.util.Locale.ROOT).replace("-", "");
          boolean wide =
              id.endsWith("assumptions") || id.endsWith("signins") || id.endsWith("chimecalls");
          return "{\"Name\":\"%s\",\"State\":\"%s\"}"
              .formatted(name, states.getOrDefault(name, wide ? WIDE : "ENABLED"));
        })
        .collect(Collectors.joining(",", "{\"Rules\":[", "]}"));
  }

  private static String names(Asked asked) {
    return names(asked, "\"").collect(Collectors.joining(",", "{\"RuleNames\":[", "]}"));
  }

  private static Stream<String> names(Asked asked, String quote) {
    Stream<String> names =
        asked.signedIn().equals(Optional.of("eu-west-1"))
            ? RULES.stream()
                .map(id ->
                    "rolecall" + id.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
            : asked.text().contains("\"EventBusName\":\"rolecall-hub\"")
                ? RULES.stream().map(id -> "rolecall-Spoke" + id)
                : Stream.concat(
                        RULES.stream(), Stream.of("HeartbeatSchedule", "ReconciliationSchedule"))
                    .map(id -> "rolecall-" + id);
    return names.map(name -> quote + name + quote);
  }

  static Answer subscriptions(String arn) {
    return xml(
        "ListSubscriptionsByTopic",
        """
        <Subscriptions><member><SubscriptionArn>%s</SubscriptionArn><Protocol>email</Protocol>
        <Endpoint>audit@example.com</Endpoint></member></Subscriptions>
        """
            .formatted(arn));
  }

  /** Nothing is old in the queues; the heartbeat has that sum. */
  static Answer metric(Asked asked, String heartbeats) {
    String body = asked.text();
    return body.contains("Heartbeat")
        ? metricXml("<Sum>" + heartbeats + "</Sum>")
        : metricXml("<Maximum>0.0</Maximum>");
  }

  static Answer metricXml(String value) {
    return xml(
        "GetMetricStatistics",
        """
        <Label>x</Label><Datapoints><member><Timestamp>2026-03-02T11:45:00Z</Timestamp>%s
        </member></Datapoints>
        """
            .formatted(value));
  }

  static Answer alarms(String state, boolean acts) {
    return xml(
        "DescribeAlarms",
        """
        <MetricAlarms><member><AlarmName>rolecall-HeartbeatAlarm</AlarmName>
        <StateValue>%s</StateValue><ActionsEnabled>%s</ActionsEnabled>
        <AlarmActions><member>arn:aws:sns:us-east-1:111122223333:a</member></AlarmActions></member>
        </MetricAlarms>
        """
            .formatted(state, acts));
  }

  private static Answer xml(String operation, String result) {
    return Answer.reply(
        200,
        "text/xml",
        "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(operation, result));
  }
}
