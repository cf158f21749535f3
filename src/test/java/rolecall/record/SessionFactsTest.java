package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.record.TestRecords.ASSUME_ROLE;
import static rolecall.record.TestRecords.GET_FEDERATION_TOKEN;
import static rolecall.record.TestRecords.GET_SESSION_TOKEN;
import static rolecall.record.TestRecords.facts;
import static rolecall.record.TestRecords.told;
import static rolecall.record.TestRecords.with;
import static rolecall.record.TestRecords.without;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.json.Json;

class SessionFactsTest {
  private static final String ASKED = "requestParameters.durationSeconds";

  @Test
  void a_session_of_a_role_is_told_whole() {
    assertThat(told(facts(ASSUME_ROLE), "session"))
        .isEqualTo(
            """
            {"name":"dana-ticket-42","duration":3600,"externalId":"ticket-42",\
            "sourceIdentity":"dana","issuedKey":"ASIAEXAMPLE000000002",\
            "serialNumber":"arn:aws:iam::111122223333:mfa/dana"}\
            """);
  }

  @Test
  void a_session_through_a_provider_names_it() {
    assertThat(told(facts(TestRecords.ASSUME_ROLE_WITH_SAML), "session"))
        .isEqualTo(
            """
            {"name":"dana@example.com","duration":3600,\
            "provider":"arn:aws:iam::111122223333:saml-provider/corp","providerName":"corp",\
            "issuedKey":"ASIAEXAMPLE000000002"}\
            """);
    assertThat(told(facts(TestRecords.ASSUME_ROLE_WITH_GITHUB), "session"))
        .isEqualTo(
            """
            {"name":"GitHubActions","duration":3600,\
            "provider":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",\
            "providerName":"token.actions.githubusercontent.com",\
            "issuedKey":"ASIAEXAMPLE000000002"}\
            """);
    assertThat(told(facts(TestRecords.ASSUME_ROLE_WITH_COGNITO), "session"))
        .isEqualTo(
            """
            {"name":"CognitoIdentityCredentials","duration":3600,\
            "provider":"cognito-identity.amazonaws.com",\
            "providerName":"cognito-identity.amazonaws.com",\
            "issuedKey":"ASIAEXAMPLE000000002"}\
            """);
  }

  @Test
  void a_provider_is_found_where_the_request_leaves_it_out() {
    assertThat(
            facts(with(TestRecords.ASSUME_ROLE_WITH_SAML, "requestParameters", null))
                .text("session.provider"))
        .contains("arn:aws:iam::111122223333:saml-provider/corp");
    assertThat(
            facts(with(TestRecords.ASSUME_ROLE_WITH_GITHUB, "responseElements", null))
                .text("session.providerName"))
        .contains("token.actions.githubusercontent.com");
  }

  @ParameterizedTest
  @CsvSource({"7200, 7200", "'\"7200\"', 7200", "43200, 43200", "900, 900"})
  void a_duration_is_read_as_number_and_as_text(String written, String seconds) {
    assertThat(told(facts(with(ASSUME_ROLE, ASKED, TestRecords.json(written))), "session.duration"))
        .isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource({
    "assume-role, 3600",
    "assume-role-with-saml, 3600",
    "assume-role-with-github, 3600",
    "roles-anywhere-create-session, 3600",
    "assume-root, 900",
    "get-federation-token, 43200",
    "get-session-token, 43200"
  })
  void a_duration_left_out_is_the_one_that_is_given(String record, String seconds) {
    assertThat(told(facts(without(TestRecords.load(record), ASKED)), "session.duration"))
        .isEqualTo(seconds);
    assertThat(told(facts(with(TestRecords.load(record), ASKED, null)), "session.duration"))
        .isEqualTo(seconds);
  }

  @Test
  void root_gets_an_hour_at_most() {
    for (TrailRecord record : new TrailRecord[] {GET_FEDERATION_TOKEN, GET_SESSION_TOKEN}) {
      TrailRecord root =
          with(record, "userIdentity", TestRecords.ASSUME_ROLE_BY_ROOT.userIdentity());

      assertThat(told(facts(without(root, ASKED)), "session.duration")).isEqualTo("3600");
      assertThat(told(facts(with(root, ASKED, 43200)), "session.duration")).isEqualTo("3600");
      assertThat(told(facts(with(root, ASKED, 900)), "session.duration")).isEqualTo("900");
    }
  }

  @Test
  void what_was_not_given_has_no_default_duration() {
    TrailRecord failed = with(ASSUME_ROLE, "errorCode", "ValidationError");

    assertThat(facts(without(failed, ASKED)).value("session.duration").isPresent()).isFalse();
    assertThat(told(facts(failed), "session.duration")).isEqualTo("3600");
    assertThat(told(facts(TestRecords.ASSUME_ROLE_REFUSED), "session")).isEqualTo("{}");
  }

  @Test
  void a_federated_session_is_named_by_its_request() {
    assertThat(told(facts(GET_FEDERATION_TOKEN), "session"))
        .isEqualTo(
            """
            {"name":"broker-dana","duration":7200,"issuedKey":"ASIAEXAMPLE000000002"}\
            """);
  }

  @Test
  void roles_anywhere_answers_with_a_list() {
    assertThat(told(facts(TestRecords.ROLES_ANYWHERE_CREATE_SESSION), "session"))
        .isEqualTo(
            """
            {"name":"0a1b2c","duration":1800,"issuedKey":"ASIAEXAMPLE000000005"}\
            """);
  }

  @Test
  void the_answer_names_a_session_whose_request_does_not() {
    assertThat(
            facts(without(ASSUME_ROLE, "requestParameters.roleSessionName")).text("session.name"))
        .contains("dana-ticket-42");
    assertThat(
            facts(without(ASSUME_ROLE, "requestParameters.sourceIdentity"))
                .text("session.sourceIdentity"))
        .contains("dana");
  }

  @Test
  void hidden_and_empty_values_are_no_values() {
    TrailRecord record =
        with(
            with(
                with(ASSUME_ROLE, "requestParameters.externalId", Json.HIDDEN),
                "requestParameters.serialNumber",
                Json.HIDDEN),
            "responseElements.credentials.accessKeyId",
            "");

    assertThat(told(facts(record), "session"))
        .isEqualTo(
            """
            {"name":"dana-ticket-42","duration":3600,"sourceIdentity":"dana"}\
            """);
  }

  @Test
  void parameter_names_are_read_in_any_letter_case() {
    TrailRecord record =
        with(
            without(ASSUME_ROLE, "requestParameters.externalId", "resources"),
            "requestParameters",
            TestRecords.json(
                """
                {"RoleArn":"arn:aws:iam::111122223333:role/chime/ChimeAdmin",
                "RoleSessionName":"x","DurationSeconds":"900","ExternalID":"e"}\
                """));

    assertThat(told(facts(record), "session"))
        .isEqualTo(
            """
            {"name":"x","duration":900,"externalId":"e","sourceIdentity":"dana",\
            "issuedKey":"ASIAEXAMPLE000000002"}\
            """);
    assertThat(facts(record).text("role.path")).contains("/chime/");
  }
}
