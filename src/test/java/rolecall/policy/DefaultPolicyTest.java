package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rolecall.finding.Severity;

/** The policy that ships: its own cases, and what the contract says of every rule. */
class DefaultPolicyTest {
  private static final PolicyFile FILE = read();

  private static PolicyFile read() {
    Path file = Path.of("policies/default.yaml");
    try {
      return PolicyFile.read(file.toString(), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void it_reads_without_a_problem() {
    assertThat(FILE.problems().render()).isEmpty();
  }

  @Test
  void every_case_beside_a_rule_comes_out_as_written() {
    List<String> failures = new ArrayList<>();
    for (PolicyTests.Result result : FILE.loaded().orElseThrow().tests().run()) {
      result
          .failure()
          .ifPresent(f ->
              failures.add(
                  "line %d: %s, %s: %s"
                      .formatted(result.line(), result.subject(), result.name(), f)));
    }
    assertThat(String.join("\n", failures)).isEmpty();
  }

  @Test
  void no_clause_can_be_broken_unnoticed() {
    assertThat(FILE.loaded().orElseThrow().mutations().check().survivors()).isEmpty();
  }

  @Test
  void every_rule_has_two_cases_that_fire_and_two_near_misses() {
    Map<String, Map<TestCase.Expect, Long>> counts =
        FILE.loaded().orElseThrow().tests().ofRules().stream()
            .collect(
                Collectors.groupingBy(
                    TestCase::subject,
                    Collectors.groupingBy(TestCase::expect, Collectors.counting())));
    counts.forEach((rule, ofRule) -> {
      assertThat(ofRule.getOrDefault(TestCase.Expect.ALERT, 0L))
          .as(rule + " fires")
          .isGreaterThanOrEqualTo(2);
      assertThat(ofRule.getOrDefault(TestCase.Expect.QUIET, 0L))
          .as(rule + " stays quiet")
          .isGreaterThanOrEqualTo(2);
    });
  }

  @Test
  void ids_severities_and_order_are_those_of_the_catalogue() {
    List<String> rules =
        FILE.loaded().orElseThrow().policy().rules().stream()
            .map(rule -> rule.id() + " " + rule.about().severity().word())
            .toList();
    assertThat(rules)
        .containsExactly(
            "assumption-not-granted medium",
            "assumption-breaks-terms high",
            "assumption-refused medium",
            "cross-account-assumption high",
            "assumption-without-mfa medium",
            "role-chained medium",
            "session-too-long low",
            "provider-unlisted medium",
            "root-took-credentials high",
            "root-task-session high",
            "federation-token-issued medium",
            "session-token-without-mfa low",
            "service-linked-role-taken critical",
            "chime-slr-edit-refused high",
            "slr-edit-refused medium",
            "slr-edited critical",
            "chime-slr-deleted high",
            "chime-slr-created low",
            "chime-slr-tagged low",
            "slr-lookalike high",
            "chime-service-role medium",
            "chime-sdk-service-role low",
            "trust-opened-to-anyone critical",
            "trust-opened-outside high",
            "watched-trust-edited medium",
            "chime-call-by-root high",
            "chime-long-term-key medium",
            "chime-sensitive-call medium",
            "chime-routine-call info",
            "chime-call-denied low",
            "chime-legacy-call low",
            "chime-tag-condition low",
            "chime-full-access medium",
            "chime-confused-deputy low",
            "trail-weakened high",
            "monitor-changed high",
            "record-omitted high");
  }

  @Test
  void critical_findings_are_never_quiet() {
    assertThat(FILE.loaded().orElseThrow().policy().rules())
        .filteredOn(rule -> rule.about().severity() == Severity.CRITICAL)
        .isNotEmpty()
        .allMatch(rule -> rule.quiet().isZero());
  }

  @Test
  void every_rule_says_why_what_to_do_and_what_it_cannot_see() {
    assertThat(FILE.loaded().orElseThrow().policy().rules())
        .allSatisfy(rule -> {
          assertThat(rule.about().why()).endsWith(".");
          assertThat(rule.about().runbook()).isNotEmpty();
          assertThat(rule.about().attack()).allMatch(id -> id.matches("T\\d{4}(\\.\\d{3})?"));
          assertThat(rule.about().title()).doesNotEndWith(".");
        });
  }
}
