package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rolecall.record.TrailRecord;

/** An omitted IAM call has its own rule, and is not told as not judged beside it. */
class OmissionTest {
  private static final String OMITTED =
      "{eventName: PutRolePolicy, requestParameters: {omitted: true, roleName: null}";

  private static TrailRecord event(String more) {
    return Policies.event("edit-role", OMITTED + more + "}");
  }

  @Test
  void an_omitted_call_is_told_by_its_own_rule_alone() {
    assertThat(Policies.broken(Policies.shipped().judge(event(""))))
        .containsExactly("record-omitted");
  }

  @Test
  void a_denied_one_too_and_what_the_message_proves_is_told_beside_it() {
    TrailRecord denied =
        event(
            ", errorCode: AccessDenied, errorMessage: \"User: arn:aws:iam::111122223333:user/dana"
                + " is not authorized to perform: iam:PutRolePolicy on resource: role"
                + " AWSServiceRoleForAmazonChime\"");

    assertThat(Policies.broken(Policies.shipped().judge(denied)))
        .containsExactly("chime-slr-edit-refused", "record-omitted");
  }

  @Test
  void another_doubt_is_told_beside_it() {
    assertThat(Policies.broken(Policies.shipped().judge(event(", errorCode: [7]"))))
        .containsExactly("record-omitted", "not-judged");
  }

  @Test
  void where_the_rule_is_on_trial_the_call_is_not_judged() {
    String observed =
        Policies.text()
            .replace("  - id: record-omitted\n", "  - id: record-omitted\n    mode: observe\n");

    assertThat(Policies.broken(Policies.loaded(observed).judge(event(""))))
        .containsExactly("record-omitted", "not-judged");
  }

  @Test
  void an_unknown_caller_is_told_alone() {
    assertThat(Policies.broken(Policies.shipped().judge(event(", userIdentity: {type: Wizard}"))))
        .containsExactly("not-judged");
  }

  @Test
  void an_unknown_caller_of_what_no_rule_names_is_told_only_where_it_matters() {
    String function =
        "{eventSource: lambda.amazonaws.com, eventName: DeleteFunction20150331,"
            + " userIdentity: {type: Wizard}, requestParameters: {name: null, functionName: %s}}";

    assertThat(
            Policies.shipped().judge(Policies.event("disable-rule", function.formatted("other"))))
        .isInstanceOf(Verdict.Allowed.class);
    assertThat(
            Policies.broken(
                Policies.shipped()
                    .judge(Policies.event("disable-rule", function.formatted("rolecall-fn")))))
        .containsExactly("not-judged");
  }
}
