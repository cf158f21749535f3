package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
  private static final String POLICY =
      """
      name: small
      grants:
        - name: dana
          roles: ["arn:aws:iam::111122223333:role/chime/*"]
          principals: ["arn:aws:iam::111122223333:user/dana"]
          terms: {mfa: true}
          tests:
            - {name: with a bare key, base: assume-role, expect: alert}
            - {name: with a factor, base: assume-role, set: {requestParameters: {serialNumber: x}}, expect: quiet}
      rules:
        - id: taken
          title: A role was taken
          severity: low
          category: test
          why: Somebody took it.
          events: [sts:AssumeRole]
          when: {outcome: [success], role: {watched: [true]}}
          reason: "{caller.name} took {role.name}."
          tests:
            - {name: it fires, base: assume-role, expect: alert}
            - {name: it rests, base: assume-role-refused, expect: quiet}
            - {name: another role, base: assume-role, set: {requestParameters: {roleArn: "arn:aws:iam::111122223333:role/Reporting"}}, expect: quiet}
      """;

  @TempDir private Path folder;

  private String write(String text) throws IOException {
    return Files.writeString(folder.resolve("policy.yaml"), text).toString();
  }

  @Test
  void policy_alone_prints_its_help() {
    Ran ran = Ran.with("policy");
    assertThat(ran).isEqualTo(Ran.with("policy", "--help"));
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("Usage: rolecall policy COMMAND [OPTIONS] [ARGUMENTS]\n")
        .contains("\n  lint  ", "\n  test  ", "\n  diff  ");
  }

  @Test
  void the_shipped_policy_is_clean_and_all_its_cases_pass() {
    assertThat(Ran.with("policy", "lint"))
        .isEqualTo(new Ran("policies/default.yaml: nothing is wrong.\n", "", 0));
    Ran test = Ran.with("policy", "test");
    assertThat(test.code()).isZero();
    assertThat(test.out())
        .matches(
            "policies/default\\.yaml: \\d+ cases, 0 failed; \\d+ clauses broken in turn, 0"
                + " unnoticed\\.\n");
  }

  @Test
  void a_policy_is_named_by_an_argument_or_an_option() throws IOException {
    String policy = write(POLICY);
    Ran ran = Ran.with("policy", "lint", policy);
    assertThat(ran).isEqualTo(new Ran(policy + ": nothing is wrong.\n", "", 0));
    assertThat(Ran.with("policy", "lint", "--policy", policy)).isEqualTo(ran);
    assertThat(Ran.with("policy", "test", "--policy", policy))
        .isEqualTo(
            new Ran(
                policy + ": 5 cases, 0 failed; 2 clauses broken in turn, 0 unnoticed.\n", "", 0));
  }

  @Test
  void warnings_are_counted_and_end_with_0() throws IOException {
    String policy = write(POLICY + "lists: {spare: []}\n");
    assertThat(Ran.with("policy", "lint", policy))
        .isEqualTo(
            new Ran(
                """
                WARNING %s:23:9: The list 'spare' is used nowhere. What stands in it has no effect, \
                though somebody meant it to have one. Fix: Refer to it with {list: spare}, or \
                remove it.
                 | lists: {spare: []}
                 |         ^
                %s: 0 errors, 1 warning.
                """
                    .formatted(policy, policy),
                "",
                0));
  }

  @Test
  void errors_are_told_on_standard_output_and_end_with_2() throws IOException {
    String policy = write("name: x\nrules: 7\n");
    Ran ran = Ran.with("policy", "lint", policy);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .startsWith("ERROR " + policy + ":2:8: ")
        .endsWith(policy + ": 2 errors, 0 warnings; with errors it judges nothing.\n");
  }

  @Test
  void failed_cases_and_clauses_that_nobody_misses_are_told_one_a_line() throws IOException {
    String policy =
        write(
            POLICY
                .replace(
                    "with a bare key, base: assume-role, expect: alert",
                    "with a bare key, base: assume-role, expect: quiet")
                .replace("it fires, base: assume-role,", "it fires, base: assume-role-refused,"));
    assertThat(Ran.with("policy", "test", policy))
        .isEqualTo(
            new Ran(
                """
                %1$s:20: taken, "it fires": expected alert and found quiet: when did not hold: \
                outcome: wanted "success", found "denied".
                %1$s:8: dana, "with a bare key": expected quiet and found alert: the grant matches, \
                and its terms are broken: mfa: wanted true, found false.
                %1$s: 5 cases, 2 failed; 2 clauses broken in turn, 0 unnoticed.
                """
                    .formatted(policy),
                "",
                1));
    String loose = write(POLICY.replaceAll(" +- .name: another role.*\n", ""));
    assertThat(Ran.with("policy", "test", loose))
        .isEqualTo(
            new Ran(
                """
                %1$s:17: taken: no case notices when the clause 'when role watched' is broken. Add a \
                case in which only this clause decides, or remove the clause.
                %1$s: 4 cases, 0 failed; 2 clauses broken in turn, 1 unnoticed.
                """
                    .formatted(loose),
                "",
                1));
  }

  @Test
  void a_broken_policy_is_not_tested() throws IOException {
    Ran ran = Ran.with("policy", "test", write("name: x\nrules: 7\n"));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .startsWith("ERROR ")
        .endsWith("rolecall: nothing was tested, because the policy has errors.\n");
  }
}
