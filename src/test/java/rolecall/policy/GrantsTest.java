package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.record.TrailRecord;

class GrantsTest {
  private static final String DANA =
      """
      grants:
        - name: dana
          roles: ["arn:aws:iam::111122223333:role/chime/ChimeAdmin"]
          principals: ["arn:aws:iam::111122223333:user/dana"]
          terms: %s
      """;

  private static List<String> broken(String grants, TrailRecord record) {
    return Policies.broken(Policies.shippedWith("grants: []", grants).judge(record));
  }

  private static String reason(String terms, String base, String overlay) {
    return Policies.breaches(
            Policies.shippedWith("grants: []", DANA.formatted(terms))
                .judge(Policies.event(base, overlay)))
        .stream()
        .filter(breach -> breach.rule().id().equals("assumption-breaks-terms"))
        .map(Breach::reason)
        .findFirst()
        .orElse("kept");
  }

  @Test
  void a_grant_that_matches_lets_the_role_be_taken() {
    assertThat(broken(DANA.formatted("{}"), Policies.event("assume-role", "{}")))
        .containsExactly("assumption-without-mfa");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mfa: true | {} | mfa: wanted true, found false
          mfa: true | requestParameters: {serialNumber: x} | kept
          max-session: 30m | {} | max-session: wanted at most 30m, found 1h
          max-session: 1h | {} | kept
          source-identity: dana | {} | source-identity: wanted "dana", found nothing
          source-identity: dana | requestParameters: {sourceIdentity: lee} | source-identity: wanted "dana", found "lee"
          source-identity: dana | requestParameters: {sourceIdentity: dana} | kept
          session-name: 'dana-*' | requestParameters: {roleSessionName: x} | session-name: wanted "dana-*", found "x"
          session-name: 'dana-*' | {} | kept
          external-id: e-1 | {} | external-id: wanted "e-1", found nothing
          external-id: e-1 | requestParameters: {externalId: e-1} | kept
          networks: [192.0.2.0/24] | {} | networks: wanted "192.0.2.0/24", found "198.51.100.23"
          networks: [198.51.100.0/24] | {} | kept
          networks: [198.51.100.0/24] | sourceIPAddress: cloudformation.amazonaws.com | networks: wanted "198.51.100.0/24", found nothing
          providers: [corp] | {} | providers: wanted "corp", found nothing
          """)
  void a_broken_term_is_named_with_both_values(String term, String overlay, String expected) {
    String reason = reason("{" + term + "}", "assume-role", "{" + overlay + "}");
    String whole =
        expected.equals("kept")
            ? "kept"
            : "dana (iam-user) took the watched role ChimeAdmin of account 111122223333, against"
                + " the terms: grant dana, "
                + expected
                + ".";
    assertThat(reason).isEqualTo(whole);
  }

  @Test
  void every_broken_term_is_named_at_once() {
    assertThat(reason("{mfa: true, max-session: 30m}", "assume-role", "{}"))
        .contains(
            "grant dana, mfa: wanted true, found false; max-session: wanted at most 30m, found 1h");
  }

  @Test
  void another_role_another_user_and_the_same_name_on_another_path_are_not_granted() {
    String grants = DANA.formatted("{}");
    assertThat(
            List.of(
                "requestParameters: {roleArn: 'arn:aws:iam::111122223333:role/ChimeAdmin'}",
                "requestParameters: {roleArn: 'arn:aws:iam::444455556666:role/chime/ChimeAdmin'}",
                "userIdentity: {arn: 'arn:aws:iam::111122223333:user/lee', userName: lee}"))
        .allSatisfy(overlay ->
            assertThat(broken(grants, Policies.event("assume-role", overlay)))
                .contains("assumption-not-granted"));
  }

  @Test
  void a_grant_for_an_account_covers_everybody_in_it() {
    assertThat(List.of("\"444455556666\"", "\"arn:aws:iam::444455556666:root\""))
        .allSatisfy(principal ->
            assertThat(
                    broken(
                        """
                        grants:
                          - name: partner
                            roles: ["arn:aws:iam::111122223333:role/chime-partner"]
                            principals: [%s]
                        """
                            .formatted(principal),
                        Policies.event(
                            "assume-role-from-outside",
                            "requestParameters: {roleArn:"
                                + " 'arn:aws:iam::111122223333:role/chime-partner'}")))
                .containsExactly("cross-account-assumption"));
  }

  @Test
  void the_copy_that_names_an_account_only_leaves_the_grant_to_the_callers_copy() {
    Verdict verdict =
        Policies.shippedWith(
                "grants: []",
                """
                grants:
                  - name: partner
                    roles: ["arn:aws:iam::111122223333:role/chime-partner"]
                    principals: ["arn:aws:iam::444455556666:role/ci"]
                """)
            .judge(
                Policies.event(
                    "assume-role-from-outside",
                    "requestParameters: {roleArn:"
                        + " 'arn:aws:iam::111122223333:role/chime-partner'}"));
    assertThat(Policies.breaches(verdict))
        .extracting(breach -> breach.rule().id(), Breach::settledByCallersCopy)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("assumption-not-granted", true),
            org.assertj.core.groups.Tuple.tuple("cross-account-assumption", false));
  }

  @Test
  void a_grant_for_a_role_permits_the_chain_and_max_chain_forbids_it() {
    String grant =
        """
        grants:
          - name: admins
            roles: ["arn:aws:iam::111122223333:role/chime/*"]
            principals: ["arn:aws:iam::111122223333:role/Admin"]
            terms: %s
        """;
    TrailRecord chained = Policies.event("assume-role-chained", "{}");
    assertThat(broken(grant.formatted("{}"), chained)).isEmpty();
    assertThat(broken(grant.formatted("{max-chain: 0}"), chained))
        .containsExactly("assumption-breaks-terms", "role-chained");
  }

  @Test
  void a_grant_with_a_session_in_it_is_refused() {
    assertThat(
            Policies.read(
                    Policies.textWith(
                        "grants: []",
                        """
                        grants:
                          - name: dana
                            roles: [ChimeAdmin]
                            principals: ["arn:aws:sts::111122223333:assumed-role/Admin/dana"]
                        """))
                .problems()
                .render())
        .contains("names a session, not a role");
  }

  @Test
  void a_console_switch_without_a_path_meets_the_grant_with_one() {
    assertThat(broken(DANA.formatted("{mfa: true}"), Policies.event("switch-role", "{}")))
        .isEmpty();
  }
}
