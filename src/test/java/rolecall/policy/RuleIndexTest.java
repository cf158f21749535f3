package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.json.Json;
import rolecall.pattern.Truth;
import rolecall.record.Facts;
import rolecall.record.TrailRecord;

/** Which rules a record meets: enough of them always, and no more than could concern it. */
class RuleIndexTest {
  private static final String POLICY =
      """
      name: index
      rules:
        - {id: writes, %1$s, events: ["iam:*", "sts:*"], when: {readOnly: [false]}}
        - {id: not-reads, %1$s, events: ["iam:*"], when: {omitted: [true]}, unless: [{readOnly: [true]}]}
        - {id: named, %1$s, events: ["iam:GetUser", "sts:GetSessionToken"], when: {readOnly: [false]}}
        - {id: either, %1$s, events: ["iam:*"], when: {$or: [{readOnly: [false]}, {outcome: [denied]}]}}
        - {id: other, %1$s, events: ["sns:*"], when: {outcome: [success]}}
      """
          .formatted(
              "title: T, severity: low, category: c, why: W., runbook: [R.], reason:"
                  + " \"{eventName}\"");

  private static final CompiledPolicy COMPILED = Policies.loaded(POLICY);

  private static List<String> meeting(String source, String name) {
    return new RuleIndex(COMPILED.rules()).reading(source, name).stream().map(Rule::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "iam, CreateUser, writes not-reads either",
    "iam, GetRole, either",
    "iam, ListRoles, either",
    "iam, SimulatePrincipalPolicy, either",
    "iam, Getaway, writes not-reads either",
    "iam, Listen, writes not-reads either",
    "iam, getRole, writes not-reads either",
    "iam, GetUser, named either",
    "sts, GetFederationToken, writes",
    "sts, GetSessionToken, writes named",
    "sts, AssumeRole, writes",
    "sns, ListTopics, other",
    "sns, Publish, other",
    "ec2, RunInstances, ''"
  })
  void a_record_meets_the_rules_that_could_concern_it(String service, String name, String rules) {
    assertThat(String.join(" ", meeting(service + ".amazonaws.com", name))).isEqualTo(rules);
  }

  @Test
  void a_rule_that_is_passed_by_is_content_with_every_case_made_a_read() {
    PolicyFile.Loaded shipped = Policies.read(Policies.text()).loaded().orElseThrow();
    List<Rule> rules = shipped.policy().rules().stream().filter(Rule::isContentWithReads).toList();
    assertThat(rules).extracting(Rule::id).contains("monitor-changed", "record-omitted");
    for (TestCase test : shipped.tests().ofRules()) {
      TrailRecord record = Bases.shipped().record(test).orElseThrow();
      Facts read =
          shipped
              .policy()
              .facts(
                  new TrailRecord(
                      (Json.Obj)
                          Overlay.lay(
                              new Json.Obj(Map.of("readOnly", new Json.Bool(true))),
                              record.tree())));
      assertThat(rules)
          .allSatisfy(rule ->
              assertThat(rule.brokenBy(read))
                  .as(rule.id() + ", " + test.name())
                  .isEqualTo(Truth.NO));
    }
  }

  @Test
  void which_rules_are_content_with_reads_follows_from_their_patterns() {
    assertThat(COMPILED.rules().stream().filter(Rule::isContentWithReads).map(Rule::id))
        .containsExactly("writes", "not-reads", "named");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iam GetRole", "iam ListRoles", "lambda GetFunction20150331v2", "events DescribeRule",
        "dynamodb GetItem", "dynamodb Query", "dynamodb BatchGetItem", "sqs GetQueueUrl",
        "kms Decrypt", "kms GenerateDataKey", "logs PutLogEvents", "logs CreateLogStream",
        "s3 GetObject", "ssm UpdateInstanceInformation", "monitoring DescribeAlarms"
      })
  void most_of_what_an_account_does_all_day_is_still_not_read_whole(String event) {
    String[] parts = event.split(" ");

    assertThat(Policies.shipped().watches(parts[0] + ".amazonaws.com", parts[1])).isFalse();
  }

  @Test
  void every_event_of_the_catalogue_that_writes_on_the_monitor_is_read_whole() {
    CompiledPolicy shipped = Policies.shipped();
    assertThat(
            Stream.of(
                "events DisableRule",
                "events PutTargets",
                "events DeleteEventBus",
                "sns Unsubscribe",
                "sns SetTopicAttributes",
                "lambda PutFunctionConcurrency20171031",
                "lambda UpdateFunctionCode20150331v2",
                "lambda PutRuntimeManagementConfig",
                "sqs PurgeQueue",
                "kms ScheduleKeyDeletion",
                "kms RevokeGrant",
                "dynamodb UpdateTimeToLive",
                "cloudformation ExecuteChangeSet",
                "logs PutRetentionPolicy",
                "logs DeleteSubscriptionFilter",
                "monitoring SetAlarmState",
                "ssm DeleteParameters",
                "scheduler DeleteSchedule",
                "pipes StopPipe",
                "s3 PutObject",
                "s3 PutBucketPolicy",
                "iam PutRolePolicy",
                "iam CreatePolicyVersion"))
        .allMatch(event -> {
          String[] parts = event.split(" ");
          return shipped.watches(parts[0] + ".amazonaws.com", parts[1]);
        });
  }
}
