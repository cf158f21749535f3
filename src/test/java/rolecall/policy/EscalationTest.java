package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import rolecall.finding.Severity;

/** The key {@code escalate}: a graver severity for some of a rule's breaches. */
class EscalationTest {
  private static final String POLICY =
      """
      name: escalating
      rules:
        - id: trail-stopped
          title: Logging was to be stopped
          severity: medium
          escalate:
            high: {outcome: [denied, success]}
            critical: {outcome: [success], requestParameters: {roleName: [Reporting]}}
          category: trail
          why: To see it.
          events: [iam:AttachRolePolicy]
          when: {outcome: [{exists: true}]}
          reason: "{eventName}"
          quiet: 10m
          tests:
            - {name: done, base: edit-role, expect: alert, severity: critical}
            - {name: done elsewhere, base: edit-role, set: {requestParameters: {roleName: Other}}, expect: alert, severity: high}
            - {name: denied, base: edit-role, set: {errorCode: AccessDenied}, expect: alert, severity: high}
            - {name: refused, base: edit-role-refused, expect: alert, severity: medium}
      """;

  private static Breach breach(String base, String overlay) {
    return Policies.breaches(Policies.loaded(POLICY).judge(Policies.event(base, overlay)))
        .getFirst();
  }

  private static String problems(String line, String instead) {
    return Policies.read(POLICY.replace(line, instead)).problems().render();
  }

  @Test
  void the_gravest_that_holds_stands_in_place_of_the_rules_own() {
    Breach breach = breach("edit-role", "{}");
    assertThat(breach.rule().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(breach.rule().id()).isEqualTo("trail-stopped");
    assertThat(breach.rule().title()).isEqualTo("Logging was to be stopped");
  }

  @Test
  void a_breach_for_which_none_holds_keeps_the_rules_own() {
    Breach breach = breach("edit-role-refused", "{}");
    assertThat(breach.rule().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(breach.quiet()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void what_became_critical_is_never_quiet() {
    assertThat(breach("edit-role", "{}").quiet()).isEqualTo(Duration.ZERO);
    assertThat(breach("edit-role", "requestParameters: {roleName: Other}").quiet())
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void a_condition_that_cannot_be_known_raises_nothing() {
    Breach breach = breach("edit-role", "requestParameters: {omitted: true, reason: too large}");
    assertThat(breach.rule().severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void a_case_asserts_the_severity_of_the_alert() {
    PolicyFile.Loaded loaded = Policies.read(POLICY).loaded().orElseThrow();
    assertThat(loaded.tests().run()).allMatch(result -> result.failure().isEmpty());
    PolicyFile.Loaded wrong =
        Policies.read(POLICY.replace("severity: critical}", "severity: high}"))
            .loaded()
            .orElseThrow();
    assertThat(wrong.tests().run())
        .flatExtracting(result -> result.failure().stream().toList())
        .containsExactly(
            "expected severity high and found critical: trail-stopped (AttachRolePolicy)");
  }

  @Test
  void a_severity_that_no_case_would_miss_survives() {
    assertThat(survivors(POLICY)).containsExactly("when outcome");
    String unasserted = POLICY.replaceAll(", severity: [a-z]+}", "}");
    assertThat(survivors(unasserted))
        .containsExactly(
            "when outcome",
            "escalate high",
            "escalate high outcome",
            "escalate critical",
            "escalate critical outcome",
            "escalate critical requestParameters roleName");
  }

  private static List<String> survivors(String policy) {
    return Policies.read(policy).loaded().orElseThrow().mutations().check().survivors().stream()
        .map(PolicyMutations.Survivor::clause)
        .toList();
  }

  @Test
  void a_severity_that_raises_nothing_is_refused() {
    assertThat(problems("  high: {outcome: [denied, success]}", "  low: {outcome: [success]}"))
        .isEqualTo(
            """
            ERROR policy.yaml:7:12: 'low' is no graver than the rule, which is 'medium'. A rule's \
            severity is raised and never lowered, so this would have no effect. Fix: Name a graver \
            severity, or give the rule a milder one to begin with.
             |       low: {outcome: [success]}
             |            ^
            """);
  }

  @Test
  void a_word_that_is_no_severity_and_a_field_that_is_none_are_refused() {
    assertThat(problems("  high: {outcome", "  hihg: {outcom"))
        .contains("Unknown key 'hihg' in the graver severities of a rule.")
        .contains("Did you mean 'high'?");
    assertThat(problems("  high: {outcome", "  high: {outcom"))
        .contains("There is no field 'outcom'.");
  }

  @Test
  void a_case_that_expects_no_alert_has_no_severity() {
    assertThat(problems("expect: alert, severity: medium", "expect: quiet, severity: medium"))
        .contains("A test that expects no alert has a severity.")
        .contains("Remove the key 'severity', or expect an alert.");
  }
}
