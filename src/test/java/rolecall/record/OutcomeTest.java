package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.record.TestRecords.facts;
import static rolecall.record.TestRecords.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccessDenied",
        "AccessDeniedException",
        "accessdenied",
        "Client.AccessDenied",
        "UnauthorizedOperation",
        "Client.UnauthorizedOperation",
        "SomeUnauthorizedOperation",
        "Forbidden",
        "ForbiddenException",
        "UnauthorizedClientException",
        "NotAuthorized",
        "NotAuthorizedException",
        "VpceAccessDenied"
      })
  void every_spelling_of_access_denied_is_denied(String code) {
    assertThat(outcome("errorCode", code)).isEqualTo(Outcome.DENIED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NoAccessDenied",
        "Server.AccessDenied",
        "UnauthorizedOperations",
        "UnauthorizedClientExceptions",
        "UnauthorizedException",
        "VpceAccessDeniedX",
        "IsForbidden",
        "ClientAccessDenied",
        "ExpiredTokenException",
        "NoSuchEntityException",
        "EntityTemporarilyUnmodifiableException",
        "MalformedPolicyDocumentException",
        "ThrottlingException",
        "Access denied"
      })
  void near_misses_of_access_denied_are_failed(String code) {
    assertThat(outcome("errorCode", code)).isEqualTo(Outcome.FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UnmodifiableEntity", "UnmodifiableEntityException"})
  void an_unmodifiable_role_is_refused_by_code_alone(String code) {
    assertThat(outcome("errorCode", code)).isEqualTo(Outcome.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"modifiable", "modifyable"})
  void a_protected_role_is_refused_by_message_alone(String spelling) {
    String message =
        "Cannot perform the operation on the protected role 'AWSServiceRoleForRDS' - this role is"
            + " only "
            + spelling
            + " by AWS";

    assertThat(outcome("errorMessage", message)).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void a_denial_is_denied_by_message_alone() {
    assertThat(
            outcome(
                "errorMessage",
                "User: arn:aws:iam::111122223333:user/dana is not authorized to perform:"
                    + " sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Admin"))
        .isEqualTo(Outcome.DENIED);
  }

  @Test
  void a_failed_console_login_has_no_error_code_and_is_failed() {
    TrailRecord wordOnly = TestRecords.without(TestRecords.CONSOLE_LOGIN_FAILED, "errorMessage");
    TrailRecord messageOnly = with(TestRecords.CONSOLE_LOGIN_FAILED, "responseElements", null);

    assertThat(facts(TestRecords.CONSOLE_LOGIN_FAILED).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(facts(wordOnly).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(facts(messageOnly).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(facts(TestRecords.CONSOLE_LOGIN).outcome()).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void a_failed_switch_is_failed() {
    assertThat(
            facts(with(TestRecords.SWITCH_ROLE, "responseElements.SwitchRole", "Failure"))
                .outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(facts(TestRecords.SWITCH_ROLE).outcome()).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void empty_error_texts_are_no_errors() {
    TrailRecord empty = with(with(TestRecords.ASSUME_ROLE, "errorCode", ""), "errorMessage", "");

    assertThat(facts(empty).outcome()).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void an_error_of_an_unknown_shape_is_no_success_and_is_doubted() {
    Facts facts = facts(with(TestRecords.ASSUME_ROLE, "errorCode", 403));

    assertThat(facts.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(facts.unknown("outcome")).isTrue();
    assertThat(facts.unknown("role")).isFalse();
  }

  @Test
  void the_outcome_is_a_fact_in_one_word() {
    assertThat(facts(TestRecords.SLR_EDIT_REFUSED).text("outcome")).contains("refused");
    assertThat(facts(TestRecords.SLR_EDIT_DENIED).text("outcome")).contains("denied");
    assertThat(facts(TestRecords.ASSUME_ROLE).text("outcome")).contains("success");
    assertThat(facts(TestRecords.CONSOLE_LOGIN_FAILED).text("outcome")).contains("failed");
  }

  private static Outcome outcome(String field, String value) {
    return facts(with(TestRecords.ASSUME_ROLE, field, value)).outcome();
  }
}
