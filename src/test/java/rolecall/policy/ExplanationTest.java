package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rolecall.record.TrailRecord;

class ExplanationTest {
  private static final String POLICY =
      """
      name: small
      grants:
        - name: dana
          roles: ["arn:aws:iam::111122223333:role/chime/*"]
          principals: ["arn:aws:iam::111122223333:user/dana"]
          terms: {mfa: true, max-session: 1h}
        - name: others
          roles: ["arn:aws:iam::111122223333:role/chime/*"]
          principals: ["arn:aws:iam::111122223333:user/lee"]
      rules:
        - id: breaks-terms
          title: Terms were broken
          severity: high
          category: test
          why: Terms are kept.
          events: [sts:AssumeRole]
          when: {outcome: [success], grant: {match: [terms-broken]}}
          unless: [{caller: {kind: [root]}}]
          reason: "{caller.name}: {grant.broken}."
        - id: refused
          title: It was refused
          severity: low
          category: test
          why: Refusals are looked at.
          mode: observe
          events: [sts:AssumeRole]
          when: {outcome: [denied]}
          reason: "{caller.name} was denied."
      exceptions:
        - {name: migration, owner: voice@example.com, reason: It moves., expires: 2026-12-31, rules: [breaks-terms], when: {requestParameters: {externalId: [migration]}}}
      """;

  private static Explanation explain(TrailRecord record) {
    return Policies.loaded(POLICY).explain(record);
  }

  private static String why(String rule, String overlay) {
    return explain(Policies.event("assume-role", overlay)).rule(rule).orElseThrow().why();
  }

  @Test
  void everything_that_was_weighed_is_told_line_by_line() {
    assertThat(String.join("\n", explain(Policies.event("assume-role", "{}")).lines()))
        .isEqualTo(
            """
            dana (iam-user, arn:aws:iam::111122223333:user/dana) called AssumeRole of \
            sts.amazonaws.com on the role ChimeAdmin of account 111122223333 at \
            2026-03-02T09:10:00Z, recorded in account 111122223333, us-east-1: success.
            Verdict: broken: breaks-terms.

            rule breaks-terms (high) fires: dana: grant dana, mfa: wanted true, found false.
              when: held
                held          outcome: wanted "success", found "success"
                held          grant.match: wanted "terms-broken", found "terms-broken"
              unless 1: did not hold
                did not hold  caller.kind: wanted "root", found "iam-user"

            rule refused (low, on trial) is content.
              when: did not hold
                did not hold  outcome: wanted "denied", found "success"

            grant dana matches, and its terms are broken.
                broken        mfa: wanted true, found false
                kept          max-session: wanted at most 1h, found 1h

            grant others is about this role, but not about this caller.\
            """);
  }

  @Test
  void an_exception_that_excuses_is_named() {
    Explanation excused =
        explain(Policies.event("assume-role", "requestParameters: {externalId: migration}"));
    assertThat(excused.verdict()).isEqualTo("allowed: excused by migration");
    assertThat(excused.rule("breaks-terms").orElseThrow().word())
        .isEqualTo("is excused by migration");
  }

  @Test
  void the_clauses_that_decided_are_told_in_one_line() {
    assertThat(why("breaks-terms", "{}"))
        .isEqualTo("dana: grant dana, mfa: wanted true, found false.");
    assertThat(why("breaks-terms", "requestParameters: {serialNumber: x}"))
        .isEqualTo("when did not hold: grant.match: wanted \"terms-broken\", found \"granted\"");
    assertThat(why("refused", "{}"))
        .isEqualTo("when did not hold: outcome: wanted \"denied\", found \"success\"");
    assertThat(
            why(
                "breaks-terms",
                "{requestParameters: {roleArn: 7}, resources: null, responseElements: null}"))
        .startsWith("not known: when: grant.match: wanted \"terms-broken\", found not known");
  }

  @Test
  void an_unless_that_held_is_what_decided() {
    String grants = "principals: [\"arn:aws:iam::111122223333:root\"]";
    Explanation explanation =
        Policies.loaded(
                POLICY.replace("principals: [\"arn:aws:iam::111122223333:user/dana\"]", grants))
            .explain(
                Policies.event(
                    "assume-role",
                    "userIdentity: {type: Root, arn: 'arn:aws:iam::111122223333:root', userName:"
                        + " null}"));
    assertThat(explanation.rule("breaks-terms").orElseThrow().why())
        .isEqualTo("unless 1 held: caller.kind: wanted \"root\", found \"root\"");
  }

  @Test
  void an_event_that_no_rule_reads_has_no_rules_to_explain() {
    Explanation ignored = explain(Policies.event("edit-role", "{}"));
    assertThat(ignored.rules()).isEmpty();
    assertThat(ignored.verdict())
        .isEqualTo("ignored: no rule reads the event AttachRolePolicy of iam.amazonaws.com");
  }

  @Test
  void a_caller_of_an_unknown_kind_leaves_every_rule_unsure() {
    Explanation unknown = explain(Policies.event("assume-role", "userIdentity: {type: Wizard}"));
    assertThat(unknown.verdict()).isEqualTo("cannot be judged: not-judged");
    assertThat(unknown.rule("breaks-terms").orElseThrow().word()).isEqualTo("cannot tell");
    assertThat(unknown.rule("not-judged").orElseThrow().word()).isEqualTo("fires");
  }

  @Test
  void a_rule_that_is_off_is_tried_as_though_it_were_on() {
    String off =
        POLICY
            .replace("mode: observe", "mode: off")
            .replace(
                "    reason: \"{caller.name} was denied.\"",
                """
                    reason: "{caller.name} was denied."
                    tests:
                      - {name: it fires, base: assume-role-refused, expect: alert}
                      - {name: it rests, base: assume-role, expect: quiet}
                      - {name: it is wrong, base: assume-role, expect: alert}
                """
                    .stripTrailing());
    PolicyFile.Loaded loaded = Policies.read(off).loaded().orElseThrow();
    assertThat(loaded.tests().run())
        .flatExtracting(result -> result.failure().stream().toList())
        .containsExactly(
            "expected alert and found quiet: when did not hold: outcome: wanted \"denied\", found"
                + " \"success\"");
    assertThat(loaded.policy().rules()).hasSize(1);
    assertThat(loaded.mutations().check().survivors()).noneMatch(s -> s.rule().equals("refused"));
  }
}
