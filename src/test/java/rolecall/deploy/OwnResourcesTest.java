package rolecall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.json.Json;
import rolecall.json.Members;

/**
 * Whatever the stack is called, calls on each thing that it declares come through and are known.
 */
class OwnResourcesTest {
  private static final String BUCKET = "security-policies-example";
  private static final Map<String, String> PARAMETERS =
      Map.of("PolicyBucket", BUCKET, "EventSourceMappingId", PhysicalNames.MAPPING_ID);

  /** A call that would harm a resource, and where it names it. */
  private record Harm(String service, String event, String parameter) {}

  private static final Map<String, Harm> HARMS =
      Map.ofEntries(
          Map.entry("AWS::Events::Rule", new Harm("events", "DisableRule", "name")),
          Map.entry("AWS::Events::EventBus", new Harm("events", "DeleteEventBus", "name")),
          Map.entry(
              "AWS::Events::EventBusPolicy",
              new Harm("events", "RemovePermission", "eventBusName")),
          Map.entry("AWS::SQS::Queue", new Harm("sqs", "PurgeQueue", "queueUrl")),
          Map.entry("AWS::SQS::QueuePolicy", new Harm("sqs", "SetQueueAttributes", "queueUrl")),
          Map.entry(
              "AWS::Serverless::Function",
              new Harm("lambda", "UpdateFunctionCode20150331v2", "functionName")),
          Map.entry("AWS::Logs::LogGroup", new Harm("logs", "DeleteLogGroup", "logGroupName")),
          Map.entry("AWS::IAM::Role", new Harm("iam", "PutRolePolicy", "roleName")),
          Map.entry("AWS::DynamoDB::Table", new Harm("dynamodb", "DeleteTable", "tableName")),
          Map.entry("AWS::KMS::Key", new Harm("kms", "DisableKey", "keyId")),
          Map.entry("AWS::KMS::Alias", new Harm("kms", "DeleteAlias", "aliasName")),
          Map.entry("AWS::SNS::Topic", new Harm("sns", "DeleteTopic", "topicArn")),
          Map.entry("AWS::SNS::TopicPolicy", new Harm("sns", "SetTopicAttributes", "topicArn")),
          Map.entry("AWS::SNS::Subscription", new Harm("sns", "Unsubscribe", "subscriptionArn")),
          Map.entry("AWS::CloudWatch::Alarm", new Harm("monitoring", "DeleteAlarms", "alarmNames")),
          Map.entry(
              "AWS::CloudWatch::Dashboard",
              new Harm("monitoring", "DeleteDashboards", "dashboardNames")));

  private static Json.Obj record(String service, String event, String parameter, String value) {
    return new Members()
        .value(
            "userIdentity", new Members().text("type", "IAMUser").text("userName", "sam").build())
        .text("eventSource", service + ".amazonaws.com")
        .text("eventName", event)
        .value("requestParameters", new Members().text(parameter, value).build())
        .truth("readOnly", false)
        .truth("managementEvent", true)
        .text("eventType", "AwsApiCall")
        .build();
  }

  private static Json.Obj denied(String service, String event, String resource) {
    return new Members()
        .value(
            "userIdentity", new Members().text("type", "IAMUser").text("userName", "sam").build())
        .text("eventSource", service + ".amazonaws.com")
        .text("eventName", event)
        .text("errorCode", "AccessDenied")
        .text(
            "errorMessage",
            "User: arn:aws:iam::111122223333:user/sam is not authorized to perform: "
                + service
                + ":"
                + event
                + " on resource: "
                + resource)
        .value("requestParameters", new Json.Null())
        .truth("readOnly", false)
        .truth("managementEvent", true)
        .text("eventType", "AwsApiCall")
        .build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rolecall",
        "chime-audit",
        "security-monitoring-of-the-chime-accounts-in-production"
      })
  void harm_to_each_declared_resource_comes_through(String stack) {
    BusRules rules = BusRules.onDefaultBus(stack, PARAMETERS);
    Template hub = Template.hub();
    PhysicalNames names = new PhysicalNames(hub, stack, new Resolver(hub, stack, PARAMETERS));
    hub.section("Resources")
        .forEach((name, resource) -> {
          String type = resource.get("Type").text().orElseThrow();
          Harm harm = HARMS.get(type);
          assertThat(harm).as("what harms a " + type).isNotNull();
          String physical = names.ref(name);
          for (Json record :
              List.of(
                  record(harm.service(), harm.event(), harm.parameter(), physical),
                  denied(harm.service(), harm.event(), "arn:aws:x:us-east-1:1:" + physical))) {
            assertThat(rules.passing(Envelope.around(record))).as(name).isNotEmpty();
          }
        });
    assertOthers(stack, rules);
  }

  /** The spoke's own rules, and those of the hub bus after them, see what is done to a spoke. */
  @Test
  void harm_to_each_resource_of_a_spoke_comes_through_and_its_name_is_known() {
    Template spoke = Template.spoke();
    String stack = "StackSet-chime-0a1b2c3d";
    PhysicalNames names =
        new PhysicalNames(spoke, stack, new Resolver(spoke, stack, BusRules.SPOKE_PARAMETERS));
    spoke
        .section("Resources")
        .forEach((name, resource) -> {
          Harm harm = HARMS.get(resource.get("Type").text().orElseThrow());
          String physical = names.ref(name);
          if (!name.equals("DeadLettersPolicy")) { // a policy has no name
            assertThat(physical.split("[:/]")).as(name).anyMatch(s -> s.startsWith("rolecall"));
          }
          for (Json record :
              List.of(
                  record(harm.service(), harm.event(), harm.parameter(), physical),
                  denied(harm.service(), harm.event(), "arn:aws:x:us-east-1:1:" + physical))) {
            for (BusRules rules : List.of(BusRules.inSpoke(), BusRules.onHubBus("chime-audit"))) {
              assertThat(rules.passing(Envelope.around(record))).as(name).isNotEmpty();
            }
          }
        });
  }

  private static void assertOthers(String stack, BusRules rules) {
    Json mapping =
        record("lambda", "DeleteEventSourceMapping20150331", "uuid", PhysicalNames.MAPPING_ID);
    Json bucket = record("s3", "DeleteBucketPolicy", "bucketName", BUCKET);
    Json stackItself = record("cloudformation", "DeleteStack", "stackName", stack);
    for (Json record : List.of(mapping, bucket, stackItself)) {
      assertThat(rules.passing(Envelope.around(record))).as(record.toString()).isNotEmpty();
    }
  }

  @Test
  void what_is_somebody_elses_at_busy_services_stays_out() {
    BusRules rules = BusRules.onDefaultBus("chime-audit", PARAMETERS);
    for (Json record :
        List.of(
            record("kms", "CreateGrant", "keyId", "00000000-0000-4000-8000-0000000000ff"),
            record("logs", "DeleteLogGroup", "logGroupName", "/aws/lambda/orders"),
            record("ssm", "PutParameter", "name", "/orders/limit"),
            record("s3", "PutBucketTagging", "bucketName", "orders-data-example"))) {
      assertThat(rules.perhapsPassing(Envelope.around(record))).isEmpty();
    }
  }

  private static Json.Obj dataEvent(String event, String service, String arn, Json identity) {
    Json resource = new Members().text("ARN", arn).build();
    return new Members()
        .value("userIdentity", identity)
        .text("eventSource", service + ".amazonaws.com")
        .text("eventName", event)
        .value("resources", new Json.Arr(List.of(resource)))
        .truth("readOnly", false)
        .truth("managementEvent", false)
        .text("eventType", "AwsApiCall")
        .build();
  }

  private static Json session(String role) {
    Json issuer =
        new Members()
            .text("userName", role)
            .text("arn", "arn:aws:iam::111122223333:role/" + role)
            .build();
    return new Members()
        .text("type", "AssumedRole")
        .value("sessionContext", new Members().value("sessionIssuer", issuer).build())
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chime-audit", "security-monitoring-of-the-chime-accounts-in-production"})
  void work_on_its_queue_and_table_comes_through_unless_it_is_its_own(String stack) {
    BusRules rules = BusRules.onDefaultBus(stack);
    Deployed hub = Template.hub().deploy(stack, Map.of());
    Template template = Template.hub();
    PhysicalNames names =
        new PhysicalNames(template, stack, new Resolver(template, stack, Map.of()));
    String table = "arn:aws:dynamodb:us-east-1:111122223333:table/" + names.ref("ToldTable");
    String queue = names.attribute("Buffer.Arn");
    String own = names.ref("FunctionRole");
    Json service = new Members().text("type", "AWSService").build();
    assertThat(hub.resources()).isNotEmpty();

    assertThat(passes(rules, dataEvent("DeleteItem", "dynamodb", table, session("Admin"))))
        .isTrue();
    assertThat(passes(rules, dataEvent("DeleteMessage", "sqs", queue, session("Admin")))).isTrue();
    assertThat(passes(rules, dataEvent("DeleteItem", "dynamodb", table, session(own)))).isFalse();
    assertThat(passes(rules, dataEvent("ReceiveMessage", "sqs", queue, session(own)))).isFalse();
    assertThat(passes(rules, dataEvent("SendMessage", "sqs", queue, service))).isFalse();
    assertThat(passes(rules, dataEvent("PurgeQueue", "sqs", queue, session(own)))).isTrue();
    assertThat(passes(rules, dataEvent("PutItem", "dynamodb", "arn:x:orders", session("Admin"))))
        .isFalse();
  }

  private static boolean passes(BusRules rules, Json record) {
    return !rules.perhapsPassing(Envelope.around(record)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chime-audit", "security-monitoring-of-the-chime-accounts-in-production"})
  void the_function_is_told_what_belongs_to_it(String stack) {
    String told =
        Template.hub()
            .deploy(stack, PARAMETERS)
            .properties("MonitorFunction")
            .get("Environment")
            .get("Variables")
            .get("ROLECALL_MONITOR_RESOURCES")
            .text()
            .orElseThrow();
    List<String> names = List.of(told.split(","));
    assertThat(names)
        .contains(stack, stack + "-*", PhysicalNames.KEY_ID, PhysicalNames.MAPPING_ID, BUCKET);
    assertThat(told.length()).isLessThan(3000);
    Template hub = Template.hub();
    PhysicalNames physical = new PhysicalNames(hub, stack, new Resolver(hub, stack, PARAMETERS));
    Map<String, String> unknown = new LinkedHashMap<>();
    hub.section("Resources")
        .forEach((name, resource) -> {
          String type = resource.get("Type").text().orElseThrow();
          boolean named =
              Stream.of("Policy", "Subscription").noneMatch(type::endsWith)
                  && !name.equals("MonitorFunction") // the function knows its own name
                  && !name.equals("BatchRole"); // no part of the way of an event
          if (named
              && Stream.of(physical.ref(name).split("[:/]")).noneMatch(s -> isOneOf(s, names))) {
            unknown.put(name, physical.ref(name));
          }
        });
    assertThat(unknown).isEmpty();
  }

  private static boolean isOneOf(String segment, List<String> names) {
    return names.stream()
        .anyMatch(name ->
            name.endsWith("*")
                ? segment.startsWith(name.substring(0, name.length() - 1))
                : segment.equals(name));
  }
}
