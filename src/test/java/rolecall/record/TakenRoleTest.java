package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.record.TestRecords.ASSUME_ROLE;
import static rolecall.record.TestRecords.ASSUME_ROLE_BY_SERVICE;
import static rolecall.record.TestRecords.ASSUME_ROLE_REFUSED;
import static rolecall.record.TestRecords.facts;
import static rolecall.record.TestRecords.overlay;
import static rolecall.record.TestRecords.told;
import static rolecall.record.TestRecords.with;
import static rolecall.record.TestRecords.without;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TakenRoleTest {
  private static final String CHIME_ADMIN =
      """
      {"arn":"arn:aws:iam::111122223333:role/chime/ChimeAdmin","name":"ChimeAdmin",\
      "path":"/chime/","account":"111122223333","serviceLinked":false,"chimeLinked":false,\
      "reservedSso":false,"certain":"path","watched":true,"byItsService":false,\
      "recordedHere":true}\
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assume-role",
        "assume-role-by-session",
        "assume-role-by-root",
        "assume-role-with-saml"
      })
  void a_role_that_is_taken_is_told_with_its_path(String record) {
    assertThat(told(facts(TestRecords.load(record)), "role")).isEqualTo(CHIME_ADMIN);
  }

  @Test
  void the_resources_alone_tell_the_role() {
    TrailRecord record = with(ASSUME_ROLE, "requestParameters", null);

    assertThat(told(facts(with(record, "responseElements", null)), "role")).isEqualTo(CHIME_ADMIN);
  }

  @Test
  void resources_of_other_types_are_no_roles() {
    TrailRecord record = with(TestRecords.ASSUME_ROLE_WITH_SAML, "requestParameters", null);

    assertThat(told(facts(record), "role")).isEqualTo(CHIME_ADMIN);
    assertThat(
            told(
                facts(
                    overlay(
                        record,
                        """
                        {"resources":[7,null,{"type":"AWS::IAM::SAMLProvider",
                        "ARN":"arn:aws:iam::111122223333:saml-provider/corp"},
                        {"ARN":"arn:aws:iam::111122223333:role/chime/ChimeAdmin"}]}\
                        """)),
                "role"))
        .isEqualTo(CHIME_ADMIN);
  }

  @Test
  void the_answer_alone_tells_a_name_and_never_a_path() {
    TrailRecord record = without(with(ASSUME_ROLE, "requestParameters", null), "resources");

    assertThat(told(facts(record), "role"))
        .isEqualTo(
            """
            {"name":"ChimeAdmin","account":"111122223333","serviceLinked":false,\
            "chimeLinked":false,"reservedSso":false,"certain":"name","watched":true,\
            "byItsService":false,"recordedHere":true}\
            """);
  }

  @Test
  void a_name_of_a_service_linked_role_without_a_path_proves_nothing() {
    TrailRecord record =
        with(
            without(with(ASSUME_ROLE, "requestParameters", null), "resources"),
            "responseElements.assumedRoleUser.arn",
            "arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForAmazonChimeVoiceConnector/x");
    Facts facts = facts(record);

    assertThat(told(facts, "role.serviceLinked")).isEqualTo("false");
    assertThat(told(facts, "role.chimeLinked")).isEqualTo("true");
    assertThat(facts.text("role.certain")).contains("name");
  }

  @Test
  void a_refused_assumption_names_its_role_in_its_message() {
    assertThat(told(facts(ASSUME_ROLE_REFUSED), "role"))
        .isEqualTo(
            """
            {"arn":"arn:aws:iam::444455556666:role/chime/ChimeAdmin","name":"ChimeAdmin",\
            "path":"/chime/","account":"444455556666","serviceLinked":false,"chimeLinked":false,\
            "reservedSso":false,"certain":"path","watched":true,"byItsService":false,\
            "recordedHere":false}\
            """);
    assertThat(facts(ASSUME_ROLE_REFUSED).takesRole()).isTrue();
    assertThat(facts(ASSUME_ROLE_REFUSED).doubts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::444455556666:role/chime/ChimeAdmin",
        "arn:aws:iam::444455556666:role/chime/ChimeAdmin.",
        "arn:aws:iam::444455556666:role/chime/ChimeAdmin,",
        "\"arn:aws:iam::444455556666:role/chime/ChimeAdmin\"",
        "arn:aws:iam::444455556666:role/chime/ChimeAdmin because no identity-based policy allows"
            + " the sts:AssumeRole action",
        "arn:aws:iam::444455556666:role/chime/ChimeAdmin with an explicit deny in a service control"
            + " policy: arn:aws:organizations::444455556666:policy/o-a/p-b",
      })
  void whatever_follows_the_role_in_the_message_is_not_its_name(String tail) {
    String message =
        "User: arn:aws:iam::111122223333:user/dana is not authorized to perform: sts:AssumeRole on"
            + " resource: "
            + tail;

    assertThat(facts(with(ASSUME_ROLE_REFUSED, "errorMessage", message)).text("role.arn"))
        .contains("arn:aws:iam::444455556666:role/chime/ChimeAdmin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "arn:aws:iam::444455556666:user/dana",
        "arn:aws:iam::444455556666:role/*",
        "arn:aws:iam::444455556666:role/",
        "arn:aws:s3:::role/chime",
        "user dana"
      })
  void the_callers_own_role_in_the_message_is_not_the_role_it_asked_for(String resource) {
    String message =
        "User: arn:aws:iam::111122223333:role/ChimeAdmin is not authorized to perform:"
            + " sts:AssumeRole on resource: "
            + resource;

    assertThat(facts(with(ASSUME_ROLE_REFUSED, "errorMessage", message)).role()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "aws, us-east-1",
    "aws-cn, cn-north-1",
    "aws-us-gov, us-gov-west-1",
    "aws-iso, us-iso-east-1"
  })
  void roles_of_every_partition_are_read(String partition, String region) {
    TrailRecord record =
        with(
            with(ASSUME_ROLE, "awsRegion", region),
            "requestParameters.roleArn",
            "arn:" + partition + ":iam::111122223333:role/chime/ChimeAdmin");

    assertThat(facts(record).text("role.name")).contains("ChimeAdmin");
    assertThat(facts(record).text("role.path")).contains("/chime/");
  }

  @Test
  void the_two_copies_of_a_cross_account_assumption_agree_on_all_but_whose_they_are() {
    Facts source = facts(TestRecords.CROSS_ACCOUNT_SOURCE);
    Facts target = facts(TestRecords.CROSS_ACCOUNT_TARGET);

    assertThat(told(source, "crossAccount")).isEqualTo("true");
    assertThat(told(target, "crossAccount")).isEqualTo("true");
    assertThat(told(source, "role.recordedHere")).isEqualTo("false");
    assertThat(told(target, "role.recordedHere")).isEqualTo("true");
    assertThat(source.text("role.arn"))
        .isEqualTo(target.text("role.arn"))
        .contains("arn:aws:iam::111122223333:role/audit/PartnerAudit");
    assertThat(source.record().sharedEventId()).isEqualTo(target.record().sharedEventId());
    assertThat(source.caller().account()).isEqualTo(target.caller().account());
  }

  @Test
  void without_a_recipient_the_bare_account_shows_whose_copy_it_is() {
    assertThat(
            told(
                facts(without(TestRecords.CROSS_ACCOUNT_TARGET, "recipientAccountId")),
                "role.recordedHere"))
        .isEqualTo("true");
    assertThat(told(facts(without(ASSUME_ROLE, "recipientAccountId")), "role.recordedHere"))
        .isEqualTo("false");
  }

  @Test
  void a_service_takes_its_own_role() {
    Facts facts = facts(ASSUME_ROLE_BY_SERVICE);

    assertThat(told(facts, "role"))
        .isEqualTo(
            """
            {"arn":"arn:aws:iam::111122223333:role/aws-service-role/voiceconnector.chime.amazonaws.com/AWSServiceRoleForAmazonChimeVoiceConnector",\
            "name":"AWSServiceRoleForAmazonChimeVoiceConnector",\
            "path":"/aws-service-role/voiceconnector.chime.amazonaws.com/",\
            "account":"111122223333","serviceLinked":true,\
            "linkedService":"voiceconnector.chime.amazonaws.com","chimeLinked":true,\
            "reservedSso":false,"certain":"path","watched":true,"byItsService":true,\
            "recordedHere":true}\
            """);
    assertThat(told(facts, "crossAccount")).isEqualTo("false");
  }

  @Test
  void a_service_crosses_accounts_when_the_copy_is_not_of_the_roles_account() {
    TrailRecord working = with(ASSUME_ROLE_BY_SERVICE, "userIdentity.accountId", "444455556666");
    TrailRecord elsewhere = with(ASSUME_ROLE_BY_SERVICE, "recipientAccountId", "444455556666");

    assertThat(told(facts(working), "crossAccount")).isEqualTo("false");
    assertThat(told(facts(elsewhere), "crossAccount")).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({
    "voiceconnector.chime.amazonaws.com, true",
    "VoiceConnector.chime.amazonaws.com, true",
    "voiceconnector.chime.amazonaws.com.cn, true",
    "eu.voiceconnector.chime.amazonaws.com, true",
    "AWS Internal, true",
    "chime.amazonaws.com, false",
    "evilvoiceconnector.chime.amazonaws.com, false",
    "lambda.amazonaws.com, false"
  })
  void only_its_own_service_may_take_a_service_linked_role(String service, String own) {
    assertThat(
            told(
                facts(with(ASSUME_ROLE_BY_SERVICE, "userIdentity.invokedBy", service)),
                "role.byItsService"))
        .isEqualTo(own);
  }

  @Test
  void a_person_is_no_service_whoever_invoked_the_call() {
    TrailRecord record =
        with(
            ASSUME_ROLE,
            "requestParameters.roleArn",
            "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig");
    TrailRecord invoked = with(record, "userIdentity.invokedBy", "config.amazonaws.com");

    assertThat(told(facts(invoked), "role.byItsService")).isEqualTo("false");
    assertThat(told(facts(invoked), "role.serviceLinked")).isEqualTo("true");
    assertThat(told(facts(invoked), "role.chimeLinked")).isEqualTo("false");
  }

  @ParameterizedTest
  @CsvSource({
    "chime.amazonaws.com, true",
    "messaging.chime.amazonaws.com, true",
    "chime.amazonaws.com.cn, true",
    "notchime.amazonaws.com, false",
    "config.amazonaws.com, false",
    "chime.amazonaws.com.example.com, false"
  })
  void a_path_proves_whose_service_linked_role_it_is(String service, String chime) {
    TrailRecord record =
        with(
            ASSUME_ROLE,
            "requestParameters.roleArn",
            "arn:aws:iam::111122223333:role/aws-service-role/" + service + "/Any");

    assertThat(told(facts(record), "role.chimeLinked")).isEqualTo(chime);
    assertThat(facts(record).text("role.linkedService")).contains(service);
  }

  @Test
  void a_path_that_only_looks_reserved_proves_nothing() {
    TrailRecord record =
        with(
            ASSUME_ROLE,
            "requestParameters.roleArn",
            "arn:aws:iam::111122223333:role/x/aws-service-role/chime.amazonaws.com/AWSServiceRoleForAmazonChime");

    assertThat(told(facts(record), "role.serviceLinked")).isEqualTo("false");
    assertThat(told(facts(record), "role.chimeLinked")).isEqualTo("false");
  }

  @Test
  void an_sso_role_is_reserved_by_its_path() {
    Facts facts = facts(TestRecords.ASSUME_ROLE_WITH_SAML_SSO);

    assertThat(told(facts, "role.reservedSso")).isEqualTo("true");
    assertThat(
            told(
                facts(
                    with(
                        ASSUME_ROLE,
                        "requestParameters.roleArn",
                        "arn:aws:iam::111122223333:role/AWSReservedSSO_x_0123456789abcdef")),
                "role.reservedSso"))
        .isEqualTo("false");
  }

  @Test
  void roles_anywhere_tells_the_role_in_its_request_and_in_its_answer() {
    TrailRecord whole = TestRecords.ROLES_ANYWHERE_CREATE_SESSION;
    TrailRecord answer = with(whole, "requestParameters", null);

    assertThat(facts(whole).text("role.arn"))
        .contains("arn:aws:iam::111122223333:role/edge/ChimeGateway");
    assertThat(facts(answer).text("role.arn"))
        .contains("arn:aws:iam::111122223333:role/edge/ChimeGateway");
    assertThat(facts(with(whole, "eventSource", "s3.amazonaws.com")).role()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eks-pod-identity",
        "sso-get-role-credentials",
        "sso-federate-old",
        "get-web-identity-token",
        "console-login",
        "meeting-created",
        "federated-user-call"
      })
  void what_names_no_role_and_issues_no_credentials_is_no_assumption(String record) {
    Facts facts = facts(TestRecords.load(record));

    assertThat(facts.text("assumption")).isEmpty();
    assertThat(facts.role()).isEmpty();
    assertThat(facts.takesRole()).isFalse();
    assertThat(facts.value("session").isPresent()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "assume-root, AssumeRoot",
    "get-federation-token, GetFederationToken",
    "get-session-token, GetSessionToken",
    "get-delegated-access-token, GetDelegatedAccessToken",
    "create-oauth2-token, CreateOAuth2Token"
  })
  void credentials_of_no_role_are_an_assumption_that_takes_none(String record, String how) {
    Facts facts = facts(TestRecords.load(record));

    assertThat(facts.text("assumption")).contains(how);
    assertThat(facts.takesRole()).isFalse();
    assertThat(facts.role()).isEmpty();
  }
}
