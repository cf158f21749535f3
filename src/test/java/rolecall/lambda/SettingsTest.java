package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:rolecall-alerts";

  @Test
  void a_topic_is_enough() {
    assertThat(Settings.of(Map.of("ROLECALL_TOPIC_ARN", TOPIC)))
        .isEqualTo(
            new Settings(
                TOPIC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void everything_is_read() {
    assertThat(
            Settings.of(
                Map.of(
                    "ROLECALL_TOPIC_ARN", "arn:aws-us-gov:sns:us-gov-west-1:111122223333:t",
                    "ROLECALL_TABLE_NAME", " rolecall-told ",
                    "ROLECALL_POLICY_URI", "s3://example-bucket/policies/chime.yaml",
                    "ROLECALL_POLICY_SHA256", "0".repeat(64),
                    "ROLECALL_CHAT", "amazon-q",
                    "ROLECALL_LINEAGE", "off",
                    "ROLECALL_MONITOR_RESOURCES", "key-1, ,mapping-1,",
                    "ROLECALL_STACK", "chime-audit",
                    "ROLECALL_HEARTBEAT_TOPIC_ARN", TOPIC,
                    "AWS_LAMBDA_FUNCTION_NAME", "chime-audit-MonitorFunction-1")))
        .isEqualTo(
            new Settings(
                "arn:aws-us-gov:sns:us-gov-west-1:111122223333:t",
                Optional.of("rolecall-told"),
                Optional.of(new Settings.PolicyPlace("example-bucket", "policies/chime.yaml")),
                Optional.of("0".repeat(64)),
                true,
                false,
                List.of("key-1", "mapping-1"),
                Optional.of("chime-audit"),
                Optional.of(TOPIC),
                Optional.of("chime-audit-MonitorFunction-1")));
  }

  @Test
  void an_empty_variable_is_none() {
    assertThat(
            Settings.of(
                Map.of(
                    "ROLECALL_TOPIC_ARN", TOPIC, "ROLECALL_POLICY_URI", "", "ROLECALL_CHAT", " ")))
        .isEqualTo(Settings.of(Map.of("ROLECALL_TOPIC_ARN", TOPIC)));
  }

  @Test
  void all_mistakes_are_named_at_once() {
    assertThatThrownBy(() ->
            Settings.of(
                Map.of(
                    "ROLECALL_TABLE_NAME", "a b",
                    "ROLECALL_POLICY_URI", "https://example.com/policy.yaml",
                    "ROLECALL_POLICY_SHA256", "ABC",
                    "ROLECALL_CHAT", "teams",
                    "ROLECALL_LINEAGE", "yes",
                    "ROLECALL_HEARTBEAT_TOPIC_ARN", "heartbeat",
                    "ROLECALL_TOPIC", TOPIC)))
        .isInstanceOf(CannotStart.class)
        .hasMessage(
            """
            Rolecall cannot start. Its variables have 8 mistakes:
            - ROLECALL_TOPIC_ARN is missing. Set it to the ARN of the topic that alerts go to.
            - ROLECALL_TABLE_NAME is 'a b', which is not the name of a DynamoDB table.
            - ROLECALL_POLICY_URI is 'https://example.com/policy.yaml', which is not an object in S3: s3://bucket/key.
            - ROLECALL_POLICY_SHA256 is 'ABC', which is not 64 hex digits in small letters.
            - ROLECALL_CHAT is 'teams'. Set it to off or amazon-q.
            - ROLECALL_LINEAGE is 'yes'. Set it to on or off.
            - ROLECALL_HEARTBEAT_TOPIC_ARN is 'heartbeat', which is not the ARN of an SNS topic.
            - ROLECALL_TOPIC is not a setting. Did you mean ROLECALL_TOPIC_ARN?\
            """);
  }

  @Test
  void a_queue_is_no_topic() {
    assertThatThrownBy(
            () -> Settings.of(Map.of("ROLECALL_TOPIC_ARN", TOPIC.replace(":sns:", ":sqs:"))))
        .hasMessageContaining("which is not the ARN of an SNS topic");
  }

  @Test
  void the_readme_names_every_setting_and_no_other() throws Exception {
    assertThat(
            Pattern.compile("(?m)^\\| `(ROLECALL_[A-Z0-9_]+)` \\|")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(row -> row.group(1))
                .toList())
        .isEqualTo(Settings.NAMES);
  }
}
