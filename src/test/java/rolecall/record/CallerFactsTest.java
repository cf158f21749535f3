package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.record.TestRecords.facts;
import static rolecall.record.TestRecords.overlay;
import static rolecall.record.TestRecords.told;
import static rolecall.record.TestRecords.with;
import static rolecall.record.TestRecords.without;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerFactsTest {
  @ParameterizedTest
  @CsvSource({
    "assume-role, iam-user",
    "assume-role-by-session, role-session",
    "assume-role-by-root, root",
    "root-task-call, root-task",
    "cross-account-target, aws-account",
    "assume-role-by-service, aws-service",
    "service-event, aws-service",
    "assume-role-with-saml, saml",
    "assume-role-with-github, web-identity",
    "assume-role-with-cognito, web-identity",
    "federated-user-call, federated-user",
    "sso-session-call, sso-session",
    "service-linked-session-call, service-linked-session",
    "sso-get-role-credentials, identity-center",
    "sso-federate-old, identity-center",
    "roles-anywhere-create-session, certificate",
    "switch-role, iam-user",
    "console-login-failed, iam-user",
    "eks-pod-identity, role-session"
  })
  void every_type_of_identity_has_its_kind(String record, String kind) {
    Facts facts = facts(TestRecords.load(record));

    assertThat(facts.text("caller.kind")).contains(kind);
    assertThat(facts.doubts()).isEmpty();
  }

  @Test
  void an_iam_user_is_told_whole() {
    assertThat(told(facts(TestRecords.ASSUME_ROLE), "caller"))
        .isEqualTo(
            """
            {"kind":"iam-user",\
            "arn":"arn:aws:iam::111122223333:user/dana",\
            "principal":"arn:aws:iam::111122223333:user/dana",\
            "identities":["arn:aws:iam::111122223333:user/dana","arn:aws:iam::111122223333:root",\
            "111122223333"],\
            "account":"111122223333",\
            "name":"dana",\
            "accessKey":"AKIAEXAMPLE000000001",\
            "principalId":"AIDAEXAMPLE0000000001",\
            "mfa":true,"longTermKey":true,"console":false,"chained":false}\
            """);
  }

  @Test
  void a_role_session_is_told_whole_with_its_roles_path() {
    assertThat(told(facts(TestRecords.SSO_SESSION_CALL), "caller"))
        .isEqualTo(
            """
            {"kind":"sso-session",\
            "arn":"arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_ChimeAdmin_0123456789abcdef/dana",\
            "principal":"arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_ChimeAdmin_0123456789abcdef",\
            "identities":["arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_ChimeAdmin_0123456789abcdef",\
            "arn:aws:iam::111122223333:root","111122223333"],\
            "account":"111122223333",\
            "name":"dana",\
            "role":"arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_ChimeAdmin_0123456789abcdef",\
            "roleName":"AWSReservedSSO_ChimeAdmin_0123456789abcdef",\
            "sessionName":"dana",\
            "accessKey":"ASIAEXAMPLE000000001",\
            "principalId":"AROAEXAMPLE0000000001:dana",\
            "mfa":false,"longTermKey":false,"console":true,"chained":false}\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_x_0123456789abcdef, sso-session",
    "role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_x_0123456789abcdef, sso-session",
    "role/AWSReservedSSO_x_0123456789abcdef, role-session",
    "role/mine/aws-reserved/sso.amazonaws.com/AWSReservedSSO_x_0123456789abcdef, role-session",
    "role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig, service-linked-session",
    "role/AWSServiceRoleForConfig, role-session",
    "role/x/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig, role-session"
  })
  void the_path_of_the_role_behind_a_session_makes_its_kind_and_its_name_does_not(
      String role, String kind) {
    TrailRecord record =
        with(
            TestRecords.SSO_SESSION_CALL,
            "userIdentity.sessionContext.sessionIssuer.arn",
            "arn:aws:iam::111122223333:" + role);

    assertThat(facts(record).text("caller.kind")).contains(kind);
  }

  @Test
  void a_session_named_like_a_service_linked_role_is_an_ordinary_session() {
    TrailRecord record =
        with(
            TestRecords.ASSUME_ROLE_BY_SESSION,
            "userIdentity.arn",
            "arn:aws:sts::111122223333:assumed-role/Admin/AWSServiceRoleForConfig");
    Facts facts = facts(record);

    assertThat(facts.text("caller.kind")).contains("role-session");
    assertThat(facts.text("caller.name")).contains("AWSServiceRoleForConfig");
    assertThat(facts.caller().isService()).isFalse();
  }

  @Test
  void a_service_linked_session_counts_as_its_service() {
    Facts facts = facts(TestRecords.SERVICE_LINKED_SESSION_CALL);

    assertThat(facts.caller().isService()).isTrue();
    assertThat(facts.text("caller.linkedService")).contains("config.amazonaws.com");
    assertThat(told(facts, "caller.identities"))
        .isEqualTo(
            """
            ["arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",\
            "config.amazonaws.com","arn:aws:iam::111122223333:root","111122223333"]\
            """);
  }

  @Test
  void without_a_session_issuer_the_role_has_no_path_and_the_principal_none_either() {
    Facts facts =
        facts(without(TestRecords.SSO_SESSION_CALL, "userIdentity.sessionContext.sessionIssuer"));

    assertThat(facts.text("caller.kind")).contains("role-session");
    assertThat(facts.text("caller.role")).isEmpty();
    assertThat(facts.text("caller.principal"))
        .contains("arn:aws:iam::111122223333:role/AWSReservedSSO_ChimeAdmin_0123456789abcdef");
  }

  @Test
  void a_service_is_told_by_its_name_alone() {
    assertThat(told(facts(TestRecords.ASSUME_ROLE_BY_SERVICE), "caller"))
        .isEqualTo(
            """
            {"kind":"aws-service",\
            "principal":"voiceconnector.chime.amazonaws.com",\
            "identities":["voiceconnector.chime.amazonaws.com"],\
            "name":"voiceconnector.chime.amazonaws.com",\
            "service":"voiceconnector.chime.amazonaws.com",\
            "mfa":false,"longTermKey":false,"console":false,"chained":false}\
            """);
  }

  @Test
  void a_service_event_has_no_type_and_its_account_is_not_who_acts() {
    Facts facts = facts(TestRecords.SERVICE_EVENT);

    assertThat(told(facts, "caller.identities")).isEqualTo("[\"chime.amazonaws.com\"]");
    assertThat(facts.text("caller.account")).contains("111122223333");
  }

  @Test
  void invoked_by_beside_a_person_is_still_that_person() {
    TrailRecord record =
        with(TestRecords.ASSUME_ROLE, "userIdentity.invokedBy", "cloudformation.amazonaws.com");
    Facts facts = facts(record);

    assertThat(facts.text("caller.kind")).contains("iam-user");
    assertThat(facts.text("caller.service")).contains("cloudformation.amazonaws.com");
    assertThat(facts.text("caller.principal")).contains("arn:aws:iam::111122223333:user/dana");
    assertThat(facts.caller().isService()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "arn, arn:aws:iam::111122223333:user/dana",
    "principalId, AIDAEXAMPLE0000000001",
    "userName, dana",
    "accessKeyId, AKIAEXAMPLE000000001"
  })
  void an_untyped_identity_with_more_than_a_service_is_unknown(String field, String value) {
    Facts facts = facts(with(TestRecords.SERVICE_EVENT, "userIdentity." + field, value));

    assertThat(facts.text("caller.kind")).contains("unknown");
    assertThat(facts.unknown("caller")).isTrue();
  }

  @Test
  void a_root_session_is_a_root_task_only_when_it_says_so() {
    String path = "userIdentity.sessionContext.assumedRoot";

    assertThat(kind(with(TestRecords.ROOT_TASK_CALL, path, true))).isEqualTo("root-task");
    assertThat(kind(with(TestRecords.ROOT_TASK_CALL, path, "false"))).isEqualTo("root");
    assertThat(kind(without(TestRecords.ROOT_TASK_CALL, path))).isEqualTo("root");
  }

  @Test
  void a_federated_user_is_known_by_its_broker_since_the_broker_chose_the_name() {
    Facts facts = facts(TestRecords.FEDERATED_USER_CALL);

    assertThat(facts.text("caller.principal"))
        .contains("arn:aws:iam::111122223333:user/brokers/broker");
    assertThat(facts.text("caller.name")).contains("broker-dana");
    assertThat(told(facts, "caller.identities")).doesNotContain("broker-dana");
  }

  @Test
  void a_caller_of_another_account_is_known_by_the_account_alone() {
    assertThat(told(facts(TestRecords.CROSS_ACCOUNT_TARGET), "caller"))
        .isEqualTo(
            """
            {"kind":"aws-account",\
            "principal":"arn:aws:iam::444455556666:root",\
            "identities":["arn:aws:iam::444455556666:root","444455556666"],\
            "account":"444455556666","name":"444455556666",\
            "principalId":"AROAEXAMPLE0000000001:ci",\
            "mfa":false,"longTermKey":false,"console":false,"chained":false}\
            """);
  }

  @Test
  void a_federated_identity_is_known_by_its_provider() {
    assertThat(told(facts(TestRecords.ASSUME_ROLE_WITH_SAML), "caller"))
        .isEqualTo(
            """
            {"kind":"saml",\
            "principal":"arn:aws:iam::111122223333:saml-provider/corp",\
            "identities":["arn:aws:iam::111122223333:saml-provider/corp","arn:aws:iam::111122223333:root",\
            "111122223333"],\
            "name":"dana@example.com",\
            "principalId":"kQEXAMPLE=:dana@example.com",\
            "mfa":false,"longTermKey":false,"console":false,"chained":false}\
            """);
    assertThat(told(facts(TestRecords.ASSUME_ROLE_WITH_COGNITO), "caller.identities"))
        .isEqualTo("[\"cognito-identity.amazonaws.com\"]");
    assertThat(facts(TestRecords.ASSUME_ROLE_WITH_GITHUB).text("caller.name"))
        .contains("repo:example/chime:ref:refs/heads/main");
  }

  @Test
  void the_holder_of_a_certificate_is_known_by_the_trust_anchor() {
    assertThat(facts(TestRecords.ROLES_ANYWHERE_CREATE_SESSION).text("caller.principal"))
        .contains(
            "arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/00000000-0000-4000-8000-000000000008");
  }

  @Test
  void only_create_session_of_roles_anywhere_is_made_by_a_certificate() {
    TrailRecord base = TestRecords.ROLES_ANYWHERE_CREATE_SESSION;

    assertThat(kind(with(base, "eventName", "ListProfiles"))).isEqualTo("unknown");
    assertThat(kind(with(base, "eventSource", "s3.amazonaws.com"))).isEqualTo("unknown");
    assertThat(kind(with(base, "userIdentity.type", "IAMUser"))).isEqualTo("iam-user");
  }

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "false, false",
    "'\"true\"', true",
    "'\"false\"', false",
    "null, false"
  })
  void mfa_of_a_session_is_read_as_text_and_as_truth(String written, boolean mfa) {
    TrailRecord record =
        with(
            TestRecords.ASSUME_ROLE_BY_SESSION,
            "userIdentity.sessionContext.attributes.mfaAuthenticated",
            TestRecords.json(written));

    assertThat(facts(record).caller().mfa()).isEqualTo(mfa);
  }

  @Test
  void a_serial_number_proves_mfa_only_where_sts_checked_it() {
    TrailRecord failed = with(TestRecords.ASSUME_ROLE, "errorCode", "ValidationError");
    TrailRecord deactivated =
        overlay(
            TestRecords.ASSUME_ROLE,
            "{\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"DeactivateMFADevice\"}");

    assertThat(facts(TestRecords.ASSUME_ROLE).caller().mfa()).isTrue();
    assertThat(facts(TestRecords.GET_SESSION_TOKEN).caller().mfa()).isTrue();
    assertThat(facts(failed).caller().mfa()).isFalse();
    assertThat(facts(deactivated).caller().mfa()).isFalse();
    assertThat(
            facts(without(TestRecords.GET_SESSION_TOKEN, "requestParameters.serialNumber"))
                .caller()
                .mfa())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Yes, true", "YES, true", "No, false"})
  void mfa_at_the_console_is_a_word(String word, boolean mfa) {
    assertThat(
            facts(with(TestRecords.CONSOLE_LOGIN, "additionalEventData.MFAUsed", word))
                .caller()
                .mfa())
        .isEqualTo(mfa);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "'\"true\"', true", "false, false", "'\"false\"', false"})
  void a_console_credential_is_read_as_text_and_as_truth(String written, boolean console) {
    TrailRecord record =
        with(
            TestRecords.MEETING_CREATED, "sessionCredentialFromConsole", TestRecords.json(written));

    assertThat(facts(record).caller().console()).isEqualTo(console);
  }

  @ParameterizedTest
  @CsvSource({
    "AwsConsoleSignIn, true",
    "AwsConsoleSignin, true",
    "AwsConsoleAction, true",
    "AwsApiCall, false"
  })
  void console_events_come_from_the_console(String type, boolean console) {
    assertThat(facts(with(TestRecords.MEETING_CREATED, "eventType", type)).caller().console())
        .isEqualTo(console);
  }

  @Test
  void an_empty_access_key_is_no_key() {
    Facts facts = facts(TestRecords.CONSOLE_LOGIN);

    assertThat(facts.caller().accessKey()).isEmpty();
    assertThat(told(facts, "caller.longTermKey")).isEqualTo("false");
  }

  @Test
  void a_hidden_user_name_is_no_name() {
    Facts facts = facts(TestRecords.CONSOLE_LOGIN_FAILED);

    assertThat(told(facts, "caller")).doesNotContain("HIDDEN");
    assertThat(facts.text("caller.principal")).isEmpty();
    assertThat(told(facts, "caller.identities"))
        .isEqualTo("[\"arn:aws:iam::111122223333:root\",\"111122223333\"]");
  }

  @Test
  void a_user_without_an_arn_is_told_by_account_and_name() {
    assertThat(facts(without(TestRecords.CONSOLE_LOGIN, "userIdentity.arn")).caller().principal())
        .contains("arn:aws:iam::111122223333:user/dana");
  }

  @Test
  void source_identity_is_read_from_the_session() {
    assertThat(facts(TestRecords.ASSUME_ROLE_BY_SESSION).text("caller.sourceIdentity"))
        .contains("dana");
  }

  @Test
  void only_an_ordinary_role_session_that_takes_a_role_is_chained() {
    TrailRecord sso = with(TestRecords.SSO_SESSION_CALL, "eventSource", "sts.amazonaws.com");

    assertThat(told(facts(TestRecords.ASSUME_ROLE_BY_SESSION), "caller.chained")).isEqualTo("true");
    assertThat(told(facts(TestRecords.ASSUME_ROLE), "caller.chained")).isEqualTo("false");
    assertThat(told(facts(TestRecords.ASSUME_ROOT), "caller.chained")).isEqualTo("false");
    assertThat(told(facts(with(sso, "eventName", "AssumeRole")), "caller.chained"))
        .isEqualTo("false");
  }

  @Test
  void an_iam_user_with_a_session_issuer_has_no_role() {
    Facts facts =
        facts(
            overlay(
                TestRecords.MEETING_CREATED,
                """
                {"userIdentity":{"sessionContext":{"sessionIssuer":
                {"type":"Role","arn":"arn:aws:iam::444455556666:role/Other"}}}}\
                """));

    assertThat(facts.text("caller.kind")).contains("iam-user");
    assertThat(facts.text("caller.role")).isEmpty();
  }

  private static String kind(TrailRecord record) {
    return facts(record).text("caller.kind").orElseThrow();
  }
}
