package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.record.TestRecords.CREATE_ROLE;
import static rolecall.record.TestRecords.CREATE_SERVICE_LINKED_ROLE;
import static rolecall.record.TestRecords.SLR_EDIT_DENIED;
import static rolecall.record.TestRecords.SLR_EDIT_REFUSED;
import static rolecall.record.TestRecords.facts;
import static rolecall.record.TestRecords.overlay;
import static rolecall.record.TestRecords.told;
import static rolecall.record.TestRecords.with;
import static rolecall.record.TestRecords.without;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditedRoleTest {
  private static final String PROVEN_BY_ERROR =
      """
      {"name":"AWSServiceRoleForAmazonChimeVoiceConnector","account":"111122223333",\
      "serviceLinked":true,"chimeLinked":true,"reservedSso":false,"certain":"error",\
      "watched":true,"byItsService":false,"recordedHere":true}\
      """;
  private static final String DENIED =
      "User: arn:aws:sts::111122223333:assumed-role/Admin/dana is not authorized to perform:"
          + " iam:AttachRolePolicy on resource: ";

  @Test
  void a_refused_edit_proves_a_service_linked_role_of_which_only_the_name_is_known() {
    assertThat(told(facts(SLR_EDIT_REFUSED), "role")).isEqualTo(PROVEN_BY_ERROR);
  }

  @Test
  void the_error_code_alone_proves_it() {
    assertThat(told(facts(without(SLR_EDIT_REFUSED, "errorMessage")), "role"))
        .isEqualTo(PROVEN_BY_ERROR);
    assertThat(told(facts(with(SLR_EDIT_REFUSED, "errorCode", "UnmodifiableEntity")), "role"))
        .isEqualTo(PROVEN_BY_ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"modifiable", "modifyable"})
  void the_message_alone_names_it_and_proves_it(String spelling) {
    String message =
        "Cannot perform the operation on the protected role"
            + " 'AWSServiceRoleForAmazonChimeVoiceConnector' - this role is only "
            + spelling
            + " by AWS";
    TrailRecord record = with(without(SLR_EDIT_REFUSED, "errorCode"), "errorMessage", message);

    assertThat(told(facts(with(record, "requestParameters", null)), "role"))
        .isEqualTo(PROVEN_BY_ERROR);
  }

  @Test
  void a_refusal_that_names_an_sso_role_proves_no_service_linked_role() {
    Facts facts =
        facts(
            overlay(
                SLR_EDIT_REFUSED,
                """
                {"requestParameters":{"roleName":"AWSReservedSSO_x_0123456789abcdef"},
                "errorMessage":"Cannot perform the operation on the protected role \
                'AWSReservedSSO_x_0123456789abcdef' - this role is only modifiable by AWS"}\
                """));

    assertThat(told(facts, "role.serviceLinked")).isEqualTo("false");
    assertThat(told(facts, "role.reservedSso")).isEqualTo("true");
    assertThat(facts.text("role.certain")).contains("error");
  }

  @Test
  void a_denied_edit_names_its_role_in_words_and_the_name_proves_nothing() {
    assertThat(told(facts(SLR_EDIT_DENIED), "role"))
        .isEqualTo(
            """
            {"name":"AWSServiceRoleForAmazonChimeVoiceConnector","account":"111122223333",\
            "serviceLinked":false,"chimeLinked":true,"reservedSso":false,"certain":"name",\
            "watched":true,"byItsService":false,"recordedHere":true}\
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "role ChimeHelper",
        "role ChimeHelper.",
        "role ChimeHelper because no identity-based policy allows the iam:AttachRolePolicy action",
        "role ChimeHelper with an explicit deny in an identity-based policy"
      })
  void whatever_follows_the_name_is_not_part_of_it(String tail) {
    assertThat(facts(with(SLR_EDIT_DENIED, "errorMessage", DENIED + tail)).text("role.name"))
        .contains("ChimeHelper");
  }

  @Test
  void a_denied_edit_that_gives_the_whole_arn_keeps_the_path() {
    String arn =
        "arn:aws:iam::111122223333:role/aws-service-role/chime.amazonaws.com/AWSServiceRoleForAmazonChime";
    Facts facts =
        facts(with(SLR_EDIT_DENIED, "errorMessage", DENIED + arn + " because no policy allows"));

    assertThat(facts.text("role.arn")).contains(arn);
    assertThat(told(facts, "role.serviceLinked")).isEqualTo("true");
    assertThat(facts.text("role.certain")).contains("path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "instance profile voice-hosts because no identity-based policy allows it",
        "user dana",
        "*",
        "policy arn:aws:iam::111122223333:policy/x version v2"
      })
  void a_denial_about_something_else_names_no_role(String tail) {
    assertThat(facts(with(SLR_EDIT_DENIED, "errorMessage", DENIED + tail)).role()).isEmpty();
  }

  @Test
  void an_arn_in_the_message_is_taken_only_for_the_role_that_was_asked_for() {
    Facts facts =
        facts(
            overlay(
                SLR_EDIT_DENIED,
                """
                {"requestParameters":{"roleName":"Mine"},"errorMessage":"%s"}\
                """
                    .formatted(DENIED + "arn:aws:iam::111122223333:role/other/Passed")));

    assertThat(facts.text("role.name")).contains("Mine");
    assertThat(facts.text("role.arn")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"AddRoleToInstanceProfile", "RemoveRoleFromInstanceProfile"})
  void a_role_lent_to_an_instance_profile_is_told(String event) {
    Facts facts = facts(with(TestRecords.ADD_ROLE_TO_INSTANCE_PROFILE, "eventName", event));

    assertThat(told(facts, "role"))
        .isEqualTo(
            """
            {"name":"ChimeHost","account":"111122223333","serviceLinked":false,\
            "chimeLinked":false,"reservedSso":false,"certain":"name","watched":true,\
            "byItsService":false,"recordedHere":true}\
            """);
  }

  @Test
  void a_created_role_is_told_by_the_answer() {
    assertThat(facts(CREATE_ROLE).text("role.arn"))
        .contains("arn:aws:iam::111122223333:role/chime/ChimeHelper");
  }

  @Test
  void a_role_that_was_only_asked_for_is_told_by_the_request() {
    TrailRecord failed =
        with(with(CREATE_ROLE, "responseElements", null), "errorCode", "LimitExceededException");

    assertThat(facts(failed).text("role.arn"))
        .contains("arn:aws:iam::111122223333:role/chime/ChimeHelper");
    assertThat(facts(without(failed, "requestParameters.path")).text("role.arn"))
        .contains("arn:aws:iam::111122223333:role/ChimeHelper");
    assertThat(facts(with(failed, "requestParameters.path", "chime")).text("role.name"))
        .contains("ChimeHelper");
    assertThat(facts(without(failed, "recipientAccountId", "userIdentity")).text("role.name"))
        .contains("ChimeHelper");
  }

  @Test
  void a_denied_creation_has_the_whole_arn_in_its_message() {
    assertThat(facts(TestRecords.CREATE_ROLE_DENIED).text("role.arn"))
        .contains("arn:aws:iam::111122223333:role/chime/ChimeHelper");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aWSServiceName", "awsServiceName", "AWSServiceName"})
  void the_service_of_a_role_not_yet_made_is_read_in_every_casing(String key) {
    TrailRecord record =
        with(
            with(CREATE_SERVICE_LINKED_ROLE, "responseElements", null),
            "requestParameters",
            TestRecords.json("{\"" + key + "\":\"messaging.chime.amazonaws.com\"}"));

    assertThat(told(facts(record), "role"))
        .isEqualTo(
            """
            {"path":"/aws-service-role/messaging.chime.amazonaws.com/",\
            "account":"111122223333","serviceLinked":true,\
            "linkedService":"messaging.chime.amazonaws.com","chimeLinked":true,\
            "reservedSso":false,"certain":"path","watched":false,"byItsService":false,\
            "recordedHere":true}\
            """);
  }

  @Test
  void a_created_service_linked_role_is_told_by_the_answer() {
    assertThat(facts(CREATE_SERVICE_LINKED_ROLE).text("role.name"))
        .contains("AWSServiceRoleForAmazonChimeVoiceConnector");
    assertThat(facts(CREATE_SERVICE_LINKED_ROLE).text("role.linkedService"))
        .contains("voiceconnector.chime.amazonaws.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CreateServiceLinkedRole", "DeleteServiceLinkedRole"})
  void a_denied_creation_or_deletion_of_a_service_linked_role_has_the_arn_in_its_message(
      String event) {
    TrailRecord record =
        with(
            with(SLR_EDIT_DENIED, "eventName", event),
            "errorMessage",
            "User: arn:aws:iam::111122223333:user/dana is not authorized to perform: iam:"
                + event
                + " on resource: arn:aws:iam::111122223333:role/aws-service-role/"
                + "voiceconnector.chime.amazonaws.com/AWSServiceRoleForAmazonChimeVoiceConnector");
    Facts facts = facts(record);

    assertThat(told(facts, "role.chimeLinked")).isEqualTo("true");
    assertThat(facts.text("role.linkedService")).contains("voiceconnector.chime.amazonaws.com");
    assertThat(facts.text("role.certain")).contains("path");
  }

  @Test
  void a_deletion_task_proves_whose_role_it_was() {
    Facts facts = facts(TestRecords.DELETE_SERVICE_LINKED_ROLE);

    assertThat(facts.text("role.arn"))
        .contains(
            "arn:aws:iam::111122223333:role/aws-service-role/voiceconnector.chime.amazonaws.com/AWSServiceRoleForAmazonChimeVoiceConnector");
    assertThat(told(facts, "role.chimeLinked")).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"task/other/x/y/z", "task/aws-service-role/chime.amazonaws.com", "", "/"})
  void an_odd_deletion_task_leaves_the_name_of_the_request(String task) {
    Facts facts =
        facts(
            with(TestRecords.DELETE_SERVICE_LINKED_ROLE, "responseElements.deletionTaskId", task));

    assertThat(facts.text("role.name")).contains("AWSServiceRoleForAmazonChimeVoiceConnector");
    assertThat(facts.text("role.certain")).contains("name");
  }

  @Test
  void role_names_are_known_in_any_letter_case() {
    TrailRecord record =
        with(
            without(SLR_EDIT_DENIED, "errorMessage"),
            "requestParameters",
            TestRecords.json("{\"roleName\":\"awsSERVICErolefoRAMAZONCHIMEvoiceconnector\"}"));

    assertThat(told(facts(record), "role.chimeLinked")).isEqualTo("true");
    assertThat(told(facts(record), "role.watched")).isEqualTo("true");
    assertThat(
            told(
                facts(with(SLR_EDIT_REFUSED, "requestParameters.roleName", "awsreservedsso_x_1")),
                "role.reservedSso"))
        .isEqualTo("true");
  }

  @Test
  void a_role_name_written_as_an_arn_is_read_as_one() {
    assertThat(
            facts(
                    with(
                        TestRecords.ADD_ROLE_TO_INSTANCE_PROFILE,
                        "requestParameters.roleName",
                        "arn:aws:iam::111122223333:role/hosts/ChimeHost"))
                .text("role.path"))
        .contains("/hosts/");
  }

  @Test
  void the_partition_of_a_role_is_that_of_the_call() {
    TrailRecord record =
        overlay(
            TestRecords.DELETE_SERVICE_LINKED_ROLE,
            "{\"awsRegion\":\"cn-north-1\",\"userIdentity\":{\"arn\":null}}");

    assertThat(facts(record).text("role.arn").orElseThrow()).startsWith("arn:aws-cn:iam::");
  }

  @Test
  void an_iam_event_about_no_role_has_none() {
    assertThat(facts(TestRecords.ROOT_TASK_CALL).role()).isEmpty();
  }

  @Test
  void the_account_of_a_trusting_role_is_its_own_also_where_nobody_is_named_recipient() {
    TrailRecord record =
        with(
            without(CREATE_ROLE, "recipientAccountId"),
            "requestParameters.assumeRolePolicyDocument",
            "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111122223333\"},"
                + "\"Action\":\"sts:AssumeRole\"}}");

    assertThat(told(facts(record), "trust.accounts")).isEqualTo("[\"111122223333\"]");
    assertThat(told(facts(record), "trust.otherAccounts")).isEqualTo("[]");
  }
}
