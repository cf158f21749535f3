package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.record.TestRecords.ASSUME_ROLE;
import static rolecall.record.TestRecords.SLR_EDIT_DENIED;
import static rolecall.record.TestRecords.facts;
import static rolecall.record.TestRecords.json;
import static rolecall.record.TestRecords.with;
import static rolecall.record.TestRecords.without;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.json.Json;

class DoubtsTest {
  private static final List<String> PATHS =
      List.of(
          "outcome",
          "caller.kind",
          "caller.principal",
          "caller.account",
          "caller.mfa",
          "caller.accessKey",
          "role.name",
          "role.byItsService",
          "crossAccount",
          "session.name",
          "session.duration",
          "session.externalId",
          "session.provider",
          "session.issuedKey",
          "network.address",
          "grant.match",
          "requestParameters.roleArn",
          "eventName");

  @ParameterizedTest
  @MethodSource("names")
  void a_whole_record_leaves_nothing_in_doubt(String name) {
    if (!name.equals("request-omitted")) {
      assertThat(facts(TestRecords.load(name)).doubts()).isEmpty();
    }
  }

  static Stream<String> names() {
    return TestRecords.all().keySet().stream();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "null, is null",
        "\"dana\", is a string",
        "7, is a number",
        "[], is an array",
        "true, is a boolean"
      })
  void an_identity_that_is_no_object_is_unknown(String identity, String what) {
    Facts facts = facts(with(ASSUME_ROLE, "userIdentity", json(identity)));

    assertThat(facts.text("caller.kind")).contains("unknown");
    assertThat(facts.doubts())
        .containsExactly(
            new Doubt(
                "userIdentity",
                what,
                List.of(
                    "caller",
                    "crossAccount",
                    "role.byItsService",
                    "role.recordedHere",
                    "userIdentity")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "{} | is missing",
        "{\"type\":null} | is null",
        "{\"type\":\"\"} | is empty",
        "{\"type\":7} | is a number",
        "{\"type\":\"Directory\"} | is \"Directory\", which does not say who called",
        "{\"type\":\"iamuser\"} | is \"iamuser\", which does not say who called",
        "{\"type\":\"Unknown\"} | is \"Unknown\", which does not say who called"
      },
      delimiter = '|')
  void an_identity_of_no_known_type_is_unknown(String identity, String what) {
    Facts facts = facts(with(ASSUME_ROLE, "userIdentity", json(identity)));

    assertThat(facts.text("caller.kind")).contains("unknown");
    assertThat(facts.doubts())
        .containsExactly(
            new Doubt(
                "userIdentity.type",
                what,
                List.of("caller", "crossAccount", "role.byItsService", "role.recordedHere")));
    assertThat(TestRecords.told(facts, "caller.identities")).isEqualTo("[]");
  }

  @Test
  void a_missing_identity_is_unknown() {
    Facts facts = facts(without(ASSUME_ROLE, "userIdentity"));

    assertThat(facts.text("caller.kind")).contains("unknown");
    assertThat(facts.unknown("caller")).isTrue();
  }

  @Test
  void an_unknown_caller_leaves_the_role_and_the_session_known() {
    assertThat(unknownOf(with(ASSUME_ROLE, "userIdentity", null)))
        .containsExactly(
            "caller.kind",
            "caller.principal",
            "caller.account",
            "caller.mfa",
            "caller.accessKey",
            "role.byItsService",
            "crossAccount",
            "grant.match");
  }

  @Test
  void omitted_parameters_leave_what_other_places_tell_known() {
    TrailRecord omitted = with(ASSUME_ROLE, "requestParameters", json("{\"omitted\":true}"));

    assertThat(unknownOf(omitted))
        .containsExactly(
            "caller.mfa",
            "session.name",
            "session.duration",
            "session.externalId",
            "session.provider",
            "session.issuedKey",
            "grant.match",
            "requestParameters.roleArn");
    assertThat(facts(omitted).text("role.name")).contains("ChimeAdmin");
    assertThat(facts(omitted).doubts().getFirst().what())
        .isEqualTo("was omitted by CloudTrail for its size");
  }

  @Test
  void omitted_parameters_of_an_edit_hide_its_role_and_its_documents() {
    Facts facts = facts(TestRecords.REQUEST_OMITTED);

    for (String path : List.of("role", "role.name", "trust.anyone", "grants.chime", "grant")) {
      assertThat(facts.unknown(path)).as(path).isTrue();
    }
    for (String path : List.of("caller.kind", "caller.mfa", "outcome", "network")) {
      assertThat(facts.unknown(path)).as(path).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"roleArn=x\"", "[]", "7", "true"})
  void parameters_that_are_no_object_hide_the_same(String parameters) {
    TrailRecord record =
        without(
            with(
                with(ASSUME_ROLE, "requestParameters", json(parameters)), "responseElements", null),
            "resources");

    assertThat(unknownOf(record))
        .containsExactly(
            "caller.mfa",
            "role.name",
            "role.byItsService",
            "crossAccount",
            "session.name",
            "session.duration",
            "session.externalId",
            "session.provider",
            "session.issuedKey",
            "grant.match",
            "requestParameters.roleArn");
  }

  @Test
  void null_parameters_are_not_in_doubt() {
    assertThat(facts(TestRecords.ASSUME_ROLE_REFUSED).doubts()).isEmpty();
    assertThat(facts(with(ASSUME_ROLE, "requestParameters", null)).doubts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "requestParameters.durationSeconds, session.duration",
    "requestParameters.roleSessionName, session.name",
    "requestParameters.externalId, session.externalId",
    "requestParameters.serialNumber, caller.mfa",
    "userIdentity.accessKeyId, caller.accessKey",
    "userIdentity.sessionContext.attributes.mfaAuthenticated, caller.mfa"
  })
  void a_field_of_the_wrong_type_hides_what_follows_from_it_and_nothing_else(
      String field, String fact) {
    TrailRecord record = with(ASSUME_ROLE, field, json("{\"odd\":[1]}"));

    assertThat(unknownOf(record)).containsExactlyInAnyOrder(fact, "grant.match");
    assertThat(facts(record).unknown(field)).isTrue();
  }

  @Test
  void a_role_arn_of_the_wrong_type_hides_the_role_only_where_nothing_else_tells_it() {
    TrailRecord told = with(ASSUME_ROLE, "requestParameters.roleArn", 7);
    TrailRecord untold = without(with(told, "responseElements", null), "resources");

    assertThat(unknownOf(told)).containsExactly("requestParameters.roleArn");
    assertThat(unknownOf(untold))
        .containsExactly(
            "role.name",
            "role.byItsService",
            "crossAccount",
            "grant.match",
            "requestParameters.roleArn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ChimeAdmin", "arn:aws:iam::111122223333:user/dana", Json.HIDDEN, "*"})
  void a_role_arn_that_names_no_role_is_doubted(String arn) {
    TrailRecord record =
        without(
            with(with(ASSUME_ROLE, "requestParameters.roleArn", arn), "responseElements", null),
            "resources");

    assertThat(facts(record).unknown("role")).isTrue();
    assertThat(facts(record).doubts()).hasSize(1);
  }

  @Test
  void a_taking_that_succeeded_without_any_role_is_doubted() {
    TrailRecord record =
        without(
            with(ASSUME_ROLE, "responseElements", null), "resources", "requestParameters.roleArn");

    assertThat(facts(record).doubts())
        .containsExactly(
            new Doubt(
                "requestParameters.roleArn",
                "names no role, nor does any other field",
                List.of("role", "crossAccount", "requestParameters.roleArn")));
    assertThat(facts(with(record, "errorCode", "ValidationError")).doubts()).isEmpty();
  }

  @Test
  void a_role_name_of_the_wrong_type_hides_the_role_unless_the_message_names_it() {
    TrailRecord edit = with(TestRecords.SLR_EDIT_REFUSED, "requestParameters.roleName", 7);

    assertThat(facts(edit).unknown("role")).isFalse();
    assertThat(facts(edit).text("role.name"))
        .contains("AWSServiceRoleForAmazonChimeVoiceConnector");
    assertThat(facts(without(edit, "errorMessage")).unknown("role")).isTrue();
  }

  @Test
  void fields_that_no_fact_is_made_of_may_have_any_type() {
    TrailRecord record =
        with(
            with(with(ASSUME_ROLE, "requestParameters.tags", 7), "userAgent", json("[]")),
            "requestParameters.policy",
            json("{}"));

    assertThat(facts(record).doubts()).isEmpty();
  }

  @Test
  void a_request_to_another_service_is_doubted_only_as_itself() {
    TrailRecord record = with(TestRecords.MEETING_CREATED, "requestParameters", "odd");

    assertThat(unknownOf(record)).containsExactly("requestParameters.roleArn");
    assertThat(facts(with(TestRecords.MEETING_CREATED, "requestParameters.roleArn", 7)).doubts())
        .isEmpty();
  }

  @Test
  void a_person_of_no_account_leaves_the_account_in_doubt() {
    assertThat(unknownOf(without(ASSUME_ROLE, "userIdentity.arn", "userIdentity.accountId")))
        .containsExactly("caller.principal", "caller.account", "crossAccount", "grant.match");
    assertThat(facts(without(ASSUME_ROLE, "userIdentity.accountId")).doubts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userIdentity.sessionContext",
        "userIdentity.sessionContext.sessionIssuer",
        "userIdentity.sessionContext.sessionIssuer.arn"
      })
  void an_odd_session_issuer_leaves_the_kind_of_session_in_doubt(String field) {
    Facts facts = facts(with(TestRecords.ASSUME_ROLE_BY_SESSION, field, 7));

    assertThat(facts.unknown("caller.kind")).isTrue();
    assertThat(facts.unknown("caller.principal")).isTrue();
    assertThat(facts.unknown("role.byItsService")).isTrue();
    assertThat(facts.unknown("role.name")).isFalse();
  }

  @Test
  void an_odd_arn_leaves_the_role_known_that_the_session_issuer_tells() {
    Facts facts = facts(with(TestRecords.ASSUME_ROLE_BY_SESSION, "userIdentity.arn", 7));

    assertThat(facts.unknown("caller.arn")).isTrue();
    assertThat(facts.unknown("caller.name")).isTrue();
    for (String path : List.of("caller.kind", "caller.principal", "caller.account", "role")) {
      assertThat(facts.unknown(path)).as(path).isFalse();
    }
    assertThat(facts(with(ASSUME_ROLE, "userIdentity.arn", 7)).unknown("caller.principal"))
        .isTrue();
  }

  @Test
  void odd_errors_addresses_and_recipients_are_doubted_as_themselves() {
    assertThat(unknownOf(with(ASSUME_ROLE, "errorMessage", json("[]")))).containsExactly("outcome");
    assertThat(unknownOf(with(ASSUME_ROLE, "sourceIPAddress", 7)))
        .containsExactly("network.address");
    assertThat(facts(with(SLR_EDIT_DENIED, "recipientAccountId", 7)).unknown("role.account"))
        .isTrue();
  }

  @Test
  void a_doubt_covers_itself_what_lies_below_and_what_holds_it() {
    Doubt doubt = new Doubt("requestParameters.x", "is odd", List.of("session.duration", "role"));

    for (String path : List.of("session.duration", "session.duration.x", "session", "role.name")) {
      assertThat(doubt.covers(path)).as(path).isTrue();
    }
    for (String path : List.of("session.name", "session.durations", "roles", "rol", "caller")) {
      assertThat(doubt.covers(path)).as(path).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "caller.mfa, true",
    "role, true",
    "session.name, true",
    "outcome, false",
    "crossAccount, false",
    "sessions, false"
  })
  void a_grant_is_no_surer_than_caller_role_and_session(String fact, boolean covered) {
    Doubt doubt = new Doubt("x", "is odd", List.of(fact));

    assertThat(doubt.covers("grant")).isEqualTo(covered);
    assertThat(doubt.covers("grant.match")).isEqualTo(covered);
    assertThat(doubt.covers("grants")).isFalse();
  }

  private static List<String> unknownOf(TrailRecord record) {
    Facts facts = facts(record);
    return PATHS.stream().filter(facts::unknown).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "CreateRole, trust.anyone",
    "CreateRole, role.name",
    "UpdateAssumeRolePolicy, trust.anyone",
    "AttachRolePolicy, role.name",
    "DeleteServiceLinkedRole, role.name",
    "PutRolePolicy, grants.chime"
  })
  void an_edit_that_was_done_without_a_word_of_what_is_in_doubt(String event, String fact) {
    TrailRecord done =
        without(
            with(with(TestRecords.CREATE_ROLE, "eventName", event), "requestParameters", null),
            "responseElements");

    assertThat(facts(done).unknown(fact)).isTrue();
    assertThat(facts(with(done, "errorCode", "AccessDenied")).unknown(fact)).isFalse();
  }
}
