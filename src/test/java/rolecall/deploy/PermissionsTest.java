package rolecall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rolecall.json.Json;

/** Roles may do what they must, each statement on what it is for. */
class PermissionsTest {
  private static final Map<String, String> EVERYTHING =
      Map.ofEntries(
          Map.entry("PolicyBucket", "policies-example"),
          Map.entry(
              "PolicyKmsKeyArn",
              "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-0000000000c1"),
          Map.entry("TrailBucket", "trail-example"),
          Map.entry(
              "TrailKmsKeyArn",
              "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-0000000000c2"),
          Map.entry("BatchBucket", "batch-example"),
          Map.entry("Tracing", "on"),
          Map.entry("OrganizationId", "o-exampleorgid"));

  /** AWS's service authorization reference gives these no resource. */
  private static final Set<String> WITHOUT_RESOURCE =
      Set.of("cloudtrail:LookupEvents", "xray:PutTraceSegments", "xray:PutTelemetryRecords");

  private static List<Json> roleStatements(Deployed deployed) {
    List<Json> all = new ArrayList<>();
    deployed.ofType("AWS::IAM::Role").values().forEach(r -> all.addAll(Statements.ofRole(r)));
    return all;
  }

  private static List<Deployed> stacks() {
    return List.of(
        Template.hub().deploy("rolecall", Map.of()),
        Template.hub().deploy("rolecall", EVERYTHING),
        Template.spoke().deploy("spoke", BusRules.SPOKE_PARAMETERS));
  }

  @Test
  void the_function_may_do_this_and_nothing_else() {
    Json role = Template.hub().deploy("rolecall", Map.of()).properties("FunctionRole");
    assertThat(Statements.ofRole(role).stream().map(Statements::line))
        .containsExactly(
            "ReadBuffer: sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes"
                + " sqs:ChangeMessageVisibility on"
                + " arn:aws:sqs:us-east-1:111122223333:rolecall-Buffer-EXAMPLE00001",
            "Alert: sns:Publish on"
                + " arn:aws:sns:us-east-1:111122223333:rolecall-AlertTopic-EXAMPLE00001"
                + " arn:aws:sns:us-east-1:111122223333:rolecall-HeartbeatTopic-EXAMPLE00001",
            "EncryptAlerts: kms:GenerateDataKey kms:Decrypt on"
                + " arn:aws:kms:us-east-1:111122223333:key/"
                + PhysicalNames.KEY_ID,
            "RememberWhatWasTold: dynamodb:GetItem dynamodb:Query dynamodb:PutItem"
                + " dynamodb:DeleteItem on"
                + " arn:aws:dynamodb:us-east-1:111122223333:table/rolecall-ToldTable-EXAMPLE00001",
            "AskWhatHappened: cloudtrail:LookupEvents on *",
            "WriteLog: logs:CreateLogStream logs:PutLogEvents on"
                + " arn:aws:logs:us-east-1:111122223333:log-group:/rolecall/rolecall:*");
  }

  @Test
  void with_every_parameter_it_may_do_this_besides() {
    Json role = Template.hub().deploy("rolecall", EVERYTHING).properties("FunctionRole");
    assertThat(Statements.ofRole(role).stream().skip(6).map(Statements::line))
        .containsExactly(
            "ReadPolicy: s3:GetObject s3:GetObjectVersion on"
                + " arn:aws:s3:::policies-example/policy.yaml",
            "DecryptPolicy: kms:Decrypt on " + EVERYTHING.get("PolicyKmsKeyArn"),
            "ReadLogFiles: s3:GetObject s3:GetObjectVersion on arn:aws:s3:::trail-example/*",
            "DecryptLogFiles: kms:Decrypt on " + EVERYTHING.get("TrailKmsKeyArn"),
            "Trace: xray:PutTraceSegments xray:PutTelemetryRecords on *");
  }

  @Test
  void no_role_has_a_managed_policy_or_a_wildcard_in_an_action() {
    for (Deployed deployed : stacks()) {
      deployed
          .ofType("AWS::IAM::Role")
          .forEach((name, role) ->
              assertThat(role.get("ManagedPolicyArns").isPresent()).as(name).isFalse());
      assertThat(roleStatements(deployed))
          .isNotEmpty()
          .allSatisfy(statement -> {
            assertThat(statement.get("Effect").text()).hasValue("Allow");
            assertThat(statement.get("NotAction").isPresent()).isFalse();
            assertThat(Statements.texts(statement.get("Action")))
                .isNotEmpty()
                .allSatisfy(action -> assertThat(action).matches("[a-z0-9]+:[A-Za-z0-9]+"));
          });
    }
  }

  @Test
  void any_resource_is_said_only_of_actions_that_have_none() {
    for (Deployed deployed : stacks()) {
      for (Json statement : roleStatements(deployed)) {
        if (Statements.texts(statement.get("Resource")).contains("*")) {
          assertThat(WITHOUT_RESOURCE).containsAll(Statements.texts(statement.get("Action")));
        } else {
          assertThat(Statements.texts(statement.get("Resource")))
              .isNotEmpty()
              .allSatisfy(arn -> assertThat(arn).matches("arn:aws:[a-z0-9]+:.*[A-Za-z0-9*]"));
        }
      }
    }
  }

  @Test
  void no_resource_policy_allows_every_action() {
    for (Deployed deployed : stacks()) {
      deployed
          .resources()
          .values()
          .forEach(resource -> {
            for (String document : List.of("PolicyDocument", "KeyPolicy")) {
              for (Json statement : Statements.of(resource.get("Properties").get(document))) {
                if (statement.get("Effect").text().orElseThrow().equals("Allow")) {
                  assertThat(Statements.texts(statement.get("Action")))
                      .allSatisfy(action -> assertThat(action).doesNotContain("*"));
                }
              }
            }
          });
    }
  }

  @Test
  void the_key_serves_the_account_and_its_alarms() {
    Json key = Template.hub().deploy("rolecall", Map.of()).properties("TopicKey");
    List<Json> statements = Statements.of(key.get("KeyPolicy"));
    assertThat(statements).hasSize(2);
    Json alarms = statements.getLast();
    assertThat(Statements.line(alarms))
        .isEqualTo("AlarmsOfThisAccount: kms:GenerateDataKey kms:Decrypt on *");
    assertThat(alarms.get("Principal").get("Service").text()).hasValue("cloudwatch.amazonaws.com");
    assertThat(alarms.get("Condition").get("StringEquals").get("aws:SourceAccount").text())
        .hasValue("111122223333");
    assertThat(alarms.get("Condition").get("ArnLike").get("aws:SourceArn").text())
        .hasValue("arn:aws:cloudwatch:us-east-1:111122223333:alarm:*");
    assertThat(Statements.texts(statements.getFirst().get("Action")))
        .contains("kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"); // else nobody rules the key
  }

  @Test
  void the_hub_bus_is_open_to_the_organisation_or_to_this_account_alone() {
    Json open = Template.hub().deploy("rolecall", EVERYTHING).properties("HubBusPolicy");
    assertThat(open.get("Statement").get("Principal").text()).hasValue("*");
    assertThat(open.get("Statement").get("Condition").get("StringEquals").get("aws:PrincipalOrgID"))
        .isEqualTo(new Json.Str("o-exampleorgid"));

    Json closed = Template.hub().deploy("rolecall", Map.of()).properties("HubBusPolicy");
    assertThat(closed.get("Statement").get("Principal").get("AWS").text())
        .hasValue("arn:aws:iam::111122223333:root");
    for (Json policy : List.of(open, closed)) {
      assertThat(Statements.texts(policy.get("Statement").get("Action")))
          .containsExactly("events:PutEvents");
    }
  }

  @Test
  void the_spokes_role_may_put_events_on_the_hub_bus_for_its_own_rules() {
    Json role =
        Template.spoke().deploy("spoke", BusRules.SPOKE_PARAMETERS).properties("ForwardRole");
    assertThat(Statements.ofRole(role).stream().map(Statements::line))
        .containsExactly(
            "Forward: events:PutEvents on " + BusRules.SPOKE_PARAMETERS.get("HubBusArn"));
    Json trust = Statements.of(role.get("AssumeRolePolicyDocument")).getFirst();
    assertThat(trust.get("Condition").get("ArnLike").get("aws:SourceArn").text())
        .hasValue("arn:aws:events:us-east-1:111122223333:rule/rolecall-*");
    assertThat(role.get("RoleName").text()).hasValue("rolecall-spoke-us-east-1");
  }
}
