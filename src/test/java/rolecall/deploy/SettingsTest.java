package rolecall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rolecall.json.Json;

/** The function's definition, its settings and the parameters they come from. */
class SettingsTest {
  private static Json function(Map<String, String> parameters) {
    return Template.hub().deploy("rolecall", parameters).properties("MonitorFunction");
  }

  private static Map<String, String> variables(Map<String, String> parameters) {
    Map<String, String> variables = new LinkedHashMap<>();
    ((Json.Obj) function(parameters).get("Environment").get("Variables"))
        .members()
        .forEach((name, value) -> variables.put(name, value.text().orElseThrow()));
    return variables;
  }

  @Test
  void every_parameter_has_a_default_but_the_spokes_hub() {
    for (Template template : List.of(Template.hub(), Template.spoke())) {
      List<String> without =
          template.section("Parameters").keySet().stream()
              .filter(name -> template.fallback(name).isEmpty())
              .toList();
      assertThat(without)
          .isEqualTo(template.file().equals(Template.SPOKE) ? List.of("HubBusArn") : List.of());
    }
  }

  @Test
  void every_default_is_allowed() {
    for (Template template : List.of(Template.hub(), Template.spoke())) {
      template
          .section("Parameters")
          .forEach((name, parameter) -> {
            String value =
                template.fallback(name).orElse("arn:aws:events:us-east-1:111122223333:event-bus/x");
            parameter
                .get("AllowedPattern")
                .text()
                .ifPresent(p -> assertThat(value).as(name).matches(p));
            if (parameter.get("AllowedValues").isPresent()) {
              List<String> allowed =
                  parameter.get("AllowedValues").items().stream()
                      .map(v ->
                          v instanceof Json.Num(String digits) ? digits : v.text().orElseThrow())
                      .toList();
              assertThat(allowed).as(name).contains(value);
            }
            assertThat(parameter.get("Description").text()).as(name).isPresent();
          });
    }
  }

  @Test
  void the_function_gets_these_settings() {
    Map<String, String> variables = variables(Map.of());
    assertThat(variables.remove("ROLECALL_MONITOR_RESOURCES")).startsWith("rolecall,rolecall-*,");
    assertThat(variables)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ROLECALL_TOPIC_ARN",
                "arn:aws:sns:us-east-1:111122223333:rolecall-AlertTopic-EXAMPLE00001",
                "ROLECALL_HEARTBEAT_TOPIC_ARN",
                "arn:aws:sns:us-east-1:111122223333:rolecall-HeartbeatTopic-EXAMPLE00001",
                "ROLECALL_TABLE_NAME",
                "rolecall-ToldTable-EXAMPLE00001",
                "ROLECALL_POLICY_URI",
                "",
                "ROLECALL_CHAT",
                "off",
                "ROLECALL_LINEAGE",
                "on",
                "ROLECALL_STACK",
                "rolecall"));
  }

  @Test
  void settings_come_from_few_functions() {
    String written =
        Template.hub()
            .tree()
            .get("Resources")
            .get("MonitorFunction")
            .get("Properties")
            .get("Environment")
            .toString();
    assertThat(Pattern.compile("Fn::\\w+").matcher(written).results().map(MatchResult::group))
        .isNotEmpty()
        .isSubsetOf("Fn::GetAtt", "Fn::Sub", "Fn::If", "Fn::Join");
  }

  @Test
  void a_policy_of_ones_own_and_chat_are_passed_on() {
    Map<String, String> variables =
        variables(
            Map.of(
                "PolicyBucket", "policies-example",
                "PolicyKey", "chime/policy.yaml",
                "ChatFormat", "amazon-q",
                "Lineage", "off"));
    assertThat(variables)
        .containsEntry("ROLECALL_POLICY_URI", "s3://policies-example/chime/policy.yaml")
        .containsEntry("ROLECALL_CHAT", "amazon-q")
        .containsEntry("ROLECALL_LINEAGE", "off");
  }

  @Test
  void nothing_in_the_settings_is_a_secret() {
    Json written =
        Template.hub()
            .tree()
            .get("Resources")
            .get("MonitorFunction")
            .get("Properties")
            .get("Environment");
    assertThat(written.toString())
        .doesNotContainPattern("(?i)secret|password|token|resolve:|AKIA|ASIA|BEGIN");
    Template.hub()
        .section("Parameters")
        .forEach((name, parameter) ->
            assertThat(parameter.get("NoEcho").isPresent()).as(name).isFalse());
  }

  @Test
  void it_runs_on_java_25_and_arm64_from_a_snapshot_by_its_alias() {
    Json function = function(Map.of());
    assertThat(function.get("Handler").text())
        .hasValue("rolecall.lambda.AuditHandler::handleRequest");
    assertThat(function.get("Runtime").text()).hasValue("java25");
    assertThat(Statements.texts(function.get("Architectures"))).containsExactly("arm64");
    assertThat(function.get("AutoPublishAlias").text()).hasValue("live");
    assertThat(function.get("AutoPublishAliasAllProperties")).isEqualTo(new Json.Bool(true));
    assertThat(function.get("SnapStart").get("ApplyOn").text()).hasValue("PublishedVersions");
    assertThat(function(Map.of("SnapStart", "off")).get("SnapStart").isPresent()).isFalse();
    assertThat(function.get("Role").text()).isPresent();
    assertThat(function.get("Policies").isPresent()).isFalse();
    for (String optional : List.of("ReservedConcurrentExecutions", "CodeSigningConfigArn")) {
      assertThat(function.get(optional).isPresent()).as(optional).isFalse();
    }
  }

  @Test
  void the_buffer_feeds_it_in_batches_of_which_each_message_is_answered_for() {
    Json event = function(Map.of()).get("Events").get("Buffer").get("Properties");
    assertThat(Statements.texts(event.get("FunctionResponseTypes")))
        .containsExactly("ReportBatchItemFailures");
    assertThat(event.get("ScalingConfig").get("MaximumConcurrency").text()).hasValue("5");
    assertThat(event.get("BatchSize").wholeNumber()).hasValue(10);
    assertThat(event.get("Queue").text())
        .hasValue("arn:aws:sqs:us-east-1:111122223333:rolecall-Buffer-EXAMPLE00001");
  }

  @Test
  void the_table_forgets_by_itself_and_is_encrypted_and_kept() {
    Json table = Template.hub().deploy("rolecall", Map.of()).properties("ToldTable");
    assertThat(table.get("TimeToLiveSpecification").get("AttributeName").text())
        .hasValue("expires");
    assertThat(table.get("KeySchema").toString()).contains("pk", "HASH", "sk", "RANGE");
    assertThat(table.get("SSESpecification").get("SSEEnabled")).isEqualTo(new Json.Bool(true));
    assertThat(table.get("PointInTimeRecoverySpecification").get("PointInTimeRecoveryEnabled"))
        .isEqualTo(new Json.Bool(true));
    assertThat(table.get("DeletionProtectionEnabled")).isEqualTo(new Json.Bool(false));
  }

  @Test
  void the_log_ends_and_is_named_to_the_function() {
    Deployed hub = Template.hub().deploy("rolecall", Map.of());
    assertThat(hub.properties("FunctionLogs").get("RetentionInDays").text()).hasValue("90");
    assertThat(function(Map.of()).get("LoggingConfig").get("LogGroup").text())
        .hasValue("/rolecall/rolecall");
  }

  @Test
  void the_spoke_is_plain_CloudFormation() {
    Template spoke = Template.spoke();
    assertThat(spoke.tree().get("Transform").isPresent()).isFalse();
    spoke
        .section("Resources")
        .forEach((name, resource) ->
            assertThat(resource.get("Type").text().orElseThrow())
                .as(name)
                .doesNotContain("Serverless", "CloudFormation::Stack", "Custom::"));
    assertThat(Template.hub().tree().get("Transform").text())
        .hasValue("AWS::Serverless-2016-10-31");
  }

  @Test
  void everything_in_a_spoke_is_called_after_the_program() {
    Deployed spoke = Template.spoke().deploy("StackSet-x", BusRules.SPOKE_PARAMETERS);
    spoke
        .ofType("AWS::Events::Rule")
        .forEach((name, rule) -> {
          assertThat(rule.get("Name").text().orElseThrow()).as(name).startsWith("rolecall-");
          Json target = rule.get("Targets").items().getFirst();
          assertThat(target.get("Arn").text()).hasValue(BusRules.SPOKE_PARAMETERS.get("HubBusArn"));
          assertThat(target.get("RoleArn").text())
              .hasValue("arn:aws:iam::111122223333:role/rolecall-spoke-us-east-1");
        });
    assertThat(spoke.properties("DeadLetters").get("QueueName").text().orElseThrow())
        .startsWith("rolecall-");
  }
}
