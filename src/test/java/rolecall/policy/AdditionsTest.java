package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdditionsTest {
  private static final String GUID = "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";

  private static PolicyFile read(Addition... all) {
    return PolicyFile.read(
        "default.yaml",
        Policies.text().getBytes(StandardCharsets.UTF_8),
        new Additions(List.of(all)));
  }

  private static List<String> broken(Addition addition, String ruleName) {
    return Policies.broken(
        read(addition)
            .loaded()
            .orElseThrow()
            .policy()
            .judge(
                Policies.event("disable-rule", "requestParameters: {name: '" + ruleName + "'}")));
  }

  private static Addition stack(String name) {
    return Addition.ofStack("STACK_NAME", name);
  }

  private static Addition with(String entry) {
    return new Addition("EXTRA", "monitor-resources", List.of(entry));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chime-audit",
        "CHIME-AUDIT",
        "chime-audit-AuditFunction-ABC123",
        "StackSet-chime-audit-" + GUID,
        "StackSet-chime-audit-0a1b-Rule-ABC123",
        "rolecall-of-old",
        "arn:aws:events:us-east-1:111122223333:rule/chime-audit-Rule-ABC123",
        "arn:aws:cloudformation:us-east-1:111122223333:stack/chime-audit/" + GUID
      })
  void what_the_stack_made_is_the_monitor_s_own(String name) {
    assertThat(broken(stack("chime-audit"), name)).containsExactly("monitor-changed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chime-auditor",
        "my-chime-audit",
        "chime-audi",
        "StackSet-chime-auditor-" + GUID,
        "StackSet-chime"
      })
  void what_only_looks_like_it_is_not(String name) {
    assertThat(broken(stack("chime-audit"), name)).isEmpty();
  }

  @Test
  void an_instance_of_a_stack_set_stands_for_all_of_it() {
    Addition instance = stack("StackSet-chime-audit-" + GUID);
    assertThat(instance).isEqualTo(stack("chime-audit"));
    assertThat(broken(instance, "StackSet-chime-audit-" + GUID + "-Rule-ABC123"))
        .containsExactly("monitor-changed");
    assertThat(broken(instance, "chime-audit")).containsExactly("monitor-changed");
  }

  @Test
  void a_name_that_cloudformation_shortens_is_known_by_its_beginning() {
    String name = "acme-communications-chime-audit-production";
    assertThat(stack(name).entries())
        .containsExactly(
            name,
            name + "-*",
            "acme-communications-chim*",
            "StackSet-" + name + "-*",
            "StackSet-acme-communicat*");
    assertThat(broken(stack(name), "acme-communications-chim-AuditFunction-ABC123"))
        .containsExactly("monitor-changed");
    assertThat(stack("a-name-of-24-letters-abc").entries())
        .containsExactly(
            "a-name-of-24-letters-abc",
            "a-name-of-24-letters-abc-*",
            "StackSet-a-name-of-24-letters-abc-*",
            "StackSet-a-name-of-24-le*");
  }

  @ParameterizedTest
  @CsvSource({
    "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f, 0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f",
    "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-0a1b, 0a1b2c3d-0a1b",
    "arn:aws:sns:us-east-1:111122223333:alerts, alerts",
    "https://sqs.us-east-1.amazonaws.com/111122223333/buffer, buffer"
  })
  void a_resource_without_the_stack_s_name_is_known_by_the_last_part(String given, String entry) {
    Addition addition = Addition.ofResources("KEY_ARN", List.of(given));
    assertThat(addition.entries()).containsExactly(entry);
    assertThat(broken(addition, entry)).containsExactly("monitor-changed");
  }

  @Test
  void the_monitor_s_own_role_may_do_its_daily_work_under_the_stack_s_name() {
    String work =
        """
        eventSource: dynamodb.amazonaws.com
        eventName: %s
        requestParameters: {tableName: chime-audit-Told-ABC123}
        userIdentity:
          type: AssumedRole
          arn: arn:aws:sts::111122223333:assumed-role/chime-audit-Role-ABC123/f
          sessionContext: {sessionIssuer: {type: Role, arn: "arn:aws:iam::111122223333:role/chime-audit-Role-ABC123", accountId: "111122223333", userName: chime-audit-Role-ABC123}}
        """;
    CompiledPolicy policy = read(stack("chime-audit")).loaded().orElseThrow().policy();
    assertThat(
            Policies.broken(
                policy.judge(Policies.event("disable-rule", work.formatted("PutItem")))))
        .isEmpty();
    assertThat(
            Policies.broken(
                policy.judge(Policies.event("disable-rule", work.formatted("DeleteTable")))))
        .containsExactly("monitor-changed");
  }

  @Test
  void the_stamp_stays_that_of_the_file() {
    assertThat(read(stack("chime-audit")).loaded().orElseThrow().policy().stamp())
        .isEqualTo(Policies.shipped().stamp());
  }

  @Test
  void a_policy_without_the_list_needs_no_addition() {
    assertThat(
            PolicyFile.read(
                    "mine.yaml",
                    "name: mine\nrules: []\n".getBytes(StandardCharsets.UTF_8),
                    new Additions(List.of(stack("chime-audit"))))
                .problems()
                .render())
        .doesNotContain("STACK_NAME");
  }

  @Test
  void an_addition_to_a_list_whose_name_is_wrong_is_told_whole() {
    assertThat(read(new Addition("TEAM", "monitor-resorces", List.of("x"))).problems().render())
        .isEqualTo(
            """
            ERROR default.yaml:17:3: The setting TEAM adds to the list 'monitor-resorces', and \
            there is no such list. What it names would not be known, though somebody meant it to \
            be. Fix: Is it the list 'monitor-resources'? Then rename that.
             |   trusted-accounts: []
             |   ^
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "'', The setting EXTRA adds an empty entry to the list 'monitor-resources'.",
    "'  ', The setting EXTRA adds an empty entry to the list 'monitor-resources'.",
    "*, The setting EXTRA adds '*' to the list 'monitor-resources'.",
    "-*, The setting EXTRA adds '-*' to the list 'monitor-resources'.",
    "'a b', The setting EXTRA adds an entry with a blank in it to the list 'monitor-resources'.",
    "arn:aws:sts::111122223333:assumed-role/A/b, The setting EXTRA adds the ARN of a session to"
        + " the list 'monitor-resources'."
  })
  void an_entry_that_cannot_be_meant_is_told_with_its_setting(String entry, String what) {
    PolicyFile file = read(with(entry));
    assertThat(file.loaded()).isEmpty();
    assertThat(file.problems().render()).contains(what);
    assertThat(file.problems().all()).hasSize(1);
  }

  @Test
  void a_stack_without_a_name_is_told() {
    assertThat(read(stack("")).problems().render())
        .contains("The setting STACK_NAME adds an empty entry to the list 'monitor-resources'.");
  }

  @Test
  void several_settings_add_to_one_list() {
    PolicyFile file = read(stack("chime-audit"), Addition.ofResources("KEY", List.of("0a1b2c3d")));
    CompiledPolicy policy = file.loaded().orElseThrow().policy();
    for (String name : List.of("rolecall-rule", "chime-audit-rule", "0a1b2c3d")) {
      assertThat(
              Policies.broken(
                  policy.judge(
                      Policies.event("disable-rule", "requestParameters: {name: " + name + "}"))))
          .containsExactly("monitor-changed");
    }
  }
}
