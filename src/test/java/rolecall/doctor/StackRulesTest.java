package rolecall.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.doctor.HealthyAccount.denied;
import static rolecall.doctor.HealthyAccount.seen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules and the function of the stack itself. */
class StackRulesTest {
  private final HealthyAccount account = new HealthyAccount();

  private List<String> wrong() {
    return new Doctor(account, HealthyAccount.NOW)
        .examine("rolecall").stream()
            .filter(line -> !(line.result() instanceof Line.Ok))
            .map(line -> line.check() + ": " + line.result().found())
            .toList();
  }

  @Test
  void rules_of_both_buses_are_looked_at() {
    account.rules.get("us-east-1/default").put("rolecall-Assumptions", "ENABLED");
    account.rules.get("us-east-1/default").remove("rolecall-OwnData");
    account.rules.get("us-east-1/rolecall-hub").put("rolecall-SpokeIamEdits", "DISABLED");
    account.delivering.get("us-east-1/rolecall-hub").remove("rolecall-SpokeSignIns");

    assertThat(wrong())
        .containsExactly(
            "rules: Assumptions is ENABLED, so calls that only read stay out",
            "rules: OwnData is gone",
            "hub rules: SpokeSignIns does not deliver to the buffer",
            "hub rules: SpokeIamEdits is DISABLED");
  }

  @Test
  void a_rule_that_the_stack_does_not_have_is_gone() {
    account.without("ChimeCalls");

    assertThat(wrong()).containsExactly("rules: ChimeCalls is gone");
  }

  @Test
  void without_the_buffer_no_rule_delivers() {
    account.without("Buffer");

    assertThat(wrong())
        .contains(
            "rules: Assumptions does not deliver to the buffer",
            "hub rules: SpokeOwnData does not deliver to the buffer",
            "buffer: the buffer is gone");
  }

  @Test
  void a_hub_bus_that_is_gone_is_wrong_as_part_and_in_fact() {
    account.rules.remove("us-east-1/rolecall-hub");
    assertThat(wrong()).containsExactly("hub rules: the bus is gone");

    account.without("HubBus");
    assertThat(wrong()).containsExactly("region: the stack has no hub bus");
  }

  @Test
  void rules_or_targets_that_may_not_be_read_are_unknown() {
    account.homeRules = denied("events:ListRules");
    assertThat(wrong())
        .containsExactly("rules: the rules could not be read: AWS denies the call (AccessDenied)");

    account.homeRules = new Looked.Missing<>();
    account.homeTargets = denied("events:ListRuleNamesByTarget");
    assertThat(wrong())
        .containsExactly(
            "rules: the targets of the rules could not be read: AWS denies the call"
                + " (AccessDenied)");
  }

  @Test
  void a_function_must_run_and_know_where_to_tell() {
    account.function =
        seen(
            new Function(
                "Inactive",
                "Failed",
                Map.of("ROLECALL_TOPIC_ARN", "arn:aws:sns:us-east-1:444455556666:elsewhere")));
    account.concurrency = seen(Optional.of(0));

    assertThat(wrong())
        .containsExactly(
            "function: MonitorFunction is Inactive, could not be updated, has another"
                + " ROLECALL_TABLE_NAME than this stack's ToldTable, has another ROLECALL_TOPIC_ARN"
                + " than this stack's AlertTopic",
            "function: its reserved concurrency is 0, so it never runs");

    account.function = new Looked.Missing<>();
    account.concurrency = seen(Optional.of(1));
    assertThat(wrong()).containsExactly("function: MonitorFunction or its alias is gone");
  }

  @Test
  void a_mapping_must_be_enabled_between_this_buffer_and_the_alias() {
    account.mapping =
        seen(
            new Mapping(
                "Disabled",
                HealthyAccount.QUEUE + "2",
                HealthyAccount.ALIAS.replace(":live", ""),
                "PROBLEM: Function call failed"));
    assertThat(wrong())
        .containsExactly(
            "function: its event source mapping is Disabled, does not read the buffer, does not"
                + " start the alias live, says PROBLEM: Function call failed");

    account.mapping = new Looked.Missing<>();
    assertThat(wrong())
        .containsExactly("function: the event source mapping from the buffer is gone");
    account.mapping =
        seen(new Mapping("Enabled", HealthyAccount.QUEUE, HealthyAccount.ALIAS, "No records"));
    assertThat(wrong()).isEmpty();
  }

  @Test
  void a_spoke_that_delivers_nowhere_is_told_rule_by_rule() {
    account.delivering.put("eu-west-1/default", Set.of());

    assertThat(wrong()).hasSize(8).allMatch(line -> line.startsWith("region: eu-west-1: "));
  }
}
