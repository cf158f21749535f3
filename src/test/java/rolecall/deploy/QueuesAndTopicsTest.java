package rolecall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rolecall.json.Json;

/** Queues and topics are encrypted, take TLS only, and know whom they serve. */
class QueuesAndTopicsTest {
  private static final Deployed HUB =
      Template.hub().deploy("rolecall", Map.of("AlertEmail", "security@example.com"));
  private static final Deployed SPOKE = Template.spoke().deploy("spoke", BusRules.SPOKE_PARAMETERS);

  private static Stream<Deployed> stacks() {
    return Stream.of(HUB, SPOKE);
  }

  private static List<Json> policiesOf(Deployed deployed, String type, String list, String ref) {
    return deployed.ofType(type).values().stream()
        .filter(policy -> Statements.texts(policy.get(list)).contains(ref))
        .flatMap(policy -> Statements.of(policy.get("PolicyDocument")).stream())
        .toList();
  }

  private static boolean refusesPlainText(Json statement, String action) {
    return statement.get("Effect").text().orElseThrow().equals("Deny")
        && statement.get("Principal").text().filter("*"::equals).isPresent()
        && statement.get("Action").text().filter(action::equals).isPresent()
        && statement
            .get("Condition")
            .get("Bool")
            .get("aws:SecureTransport")
            .text()
            .filter("false"::equals)
            .isPresent();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void every_queue_is_encrypted_keeps_14_days_and_takes_TLS_only(Deployed deployed) {
    assertThat(deployed.ofType("AWS::SQS::Queue")).isNotEmpty();
    deployed
        .ofType("AWS::SQS::Queue")
        .forEach((name, queue) -> {
          assertThat(queue.get("SqsManagedSseEnabled")).as(name).isEqualTo(new Json.Bool(true));
          assertThat(queue.get("MessageRetentionPeriod").wholeNumber())
              .as(name)
              .hasValue(1_209_600);
          assertThat(policiesOf(deployed, "AWS::SQS::QueuePolicy", "Queues", url(deployed, name)))
              .as(name)
              .anyMatch(statement -> refusesPlainText(statement, "sqs:*"));
        });
  }

  private static String url(Deployed deployed, String queue) {
    Template template = deployed.equals(HUB) ? Template.hub() : Template.spoke();
    Map<String, String> parameters = deployed.equals(HUB) ? Map.of() : BusRules.SPOKE_PARAMETERS;
    Resolver resolver = new Resolver(template, deployed.stack(), parameters);
    return new PhysicalNames(template, deployed.stack(), resolver).ref(queue);
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void a_queue_admits_a_service_only_for_the_rules_of_the_stack(Deployed deployed) {
    Set<String> rules = new LinkedHashSet<>();
    Template template = deployed.equals(HUB) ? Template.hub() : Template.spoke();
    Map<String, String> parameters = deployed.equals(HUB) ? Map.of() : BusRules.SPOKE_PARAMETERS;
    PhysicalNames names =
        new PhysicalNames(
            template, deployed.stack(), new Resolver(template, deployed.stack(), parameters));
    deployed
        .ofType("AWS::Events::Rule")
        .keySet()
        .forEach(rule -> rules.add(names.attribute(rule + ".Arn")));
    int admitting = 0;
    for (Json policy : deployed.ofType("AWS::SQS::QueuePolicy").values()) {
      for (Json statement : Statements.of(policy.get("PolicyDocument"))) {
        if (statement.get("Effect").text().orElseThrow().equals("Allow")) {
          assertThat(statement.get("Principal").get("Service").text())
              .hasValue("events.amazonaws.com");
          assertThat(Statements.texts(statement.get("Action"))).containsExactly("sqs:SendMessage");
          assertThat(
                  Statements.texts(
                      statement.get("Condition").get("ArnEquals").get("aws:SourceArn")))
              .containsExactlyInAnyOrderElementsOf(rules);
          admitting++;
        }
      }
    }
    assertThat(admitting).isEqualTo(deployed.equals(HUB) ? 2 : 1);
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void every_rule_and_schedule_has_a_dead_letter_queue_and_a_retry_policy(Deployed deployed) {
    assertThat(deployed.ofType("AWS::Events::Rule")).hasSizeGreaterThanOrEqualTo(8);
    deployed
        .ofType("AWS::Events::Rule")
        .forEach((name, rule) -> {
          assertThat(rule.get("Targets").items()).as(name).isNotEmpty();
          for (Json target : rule.get("Targets").items()) {
            assertThat(target.get("DeadLetterConfig").get("Arn").text())
                .as(name)
                .hasValueSatisfying(arn -> assertThat(arn).containsPattern("(?i)dead-?letters"));
            assertThat(target.get("RetryPolicy").get("MaximumRetryAttempts").wholeNumber())
                .as(name)
                .hasValue(185);
            assertThat(target.get("RetryPolicy").get("MaximumEventAgeInSeconds").wholeNumber())
                .as(name)
                .isPresent();
          }
        });
  }

  @Test
  void the_buffer_waits_six_times_as_long_as_the_function_may_take() {
    Json buffer = HUB.properties("Buffer");
    Json function = HUB.properties("MonitorFunction");
    assertThat(buffer.get("VisibilityTimeout").wholeNumber().orElseThrow())
        .isGreaterThanOrEqualTo(6 * function.get("Timeout").wholeNumber().orElseThrow());
    assertThat(buffer.get("RedrivePolicy").get("maxReceiveCount").wholeNumber()).hasValue(5);
    assertThat(buffer.get("RedrivePolicy").get("deadLetterTargetArn").text())
        .hasValue("arn:aws:sqs:us-east-1:111122223333:rolecall-BufferDeadLetters-EXAMPLE00001");
  }

  @Test
  void every_topic_is_encrypted_by_the_stacks_key_and_takes_TLS_only() {
    assertThat(HUB.ofType("AWS::SNS::Topic")).hasSize(3);
    HUB.ofType("AWS::SNS::Topic")
        .forEach((name, topic) -> {
          assertThat(topic.get("KmsMasterKeyId").text()).as(name).hasValue(PhysicalNames.KEY_ID);
          String arn = "arn:aws:sns:us-east-1:111122223333:rolecall-" + name + "-EXAMPLE00001";
          assertThat(policiesOf(HUB, "AWS::SNS::TopicPolicy", "Topics", arn))
              .as(name)
              .anyMatch(statement -> refusesPlainText(statement, "sns:Publish"));
        });
    assertThat(HUB.resources().toString()).doesNotContain("alias/aws/sns");
  }

  @Test
  void people_hear_of_alerts_and_alarms_when_they_gave_an_address() {
    assertThat(
            HUB.ofType("AWS::SNS::Subscription").values().stream()
                .map(s -> s.get("TopicArn").text().orElseThrow().replaceAll(".*:|-EXAMPLE.*", "")))
        .containsExactly("rolecall-AlertTopic", "rolecall-AlarmTopic");
    assertThat(Template.hub().deploy("rolecall", Map.of()).ofType("AWS::SNS::Subscription"))
        .isEmpty();
  }
}
