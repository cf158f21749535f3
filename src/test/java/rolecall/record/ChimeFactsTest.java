package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.record.TestRecords.MEETING_CREATED;
import static rolecall.record.TestRecords.facts;
import static rolecall.record.TestRecords.overlay;
import static rolecall.record.TestRecords.told;
import static rolecall.record.TestRecords.with;
import static rolecall.record.TestRecords.without;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChimeFactsTest {
  private static TrailRecord call(String source, String name) {
    return with(with(MEETING_CREATED, "eventSource", source), "eventName", name);
  }

  private static String fact(TrailRecord record, String name) {
    return told(facts(record), "chime." + name);
  }

  @Test
  void a_call_is_told_whole() {
    TrailRecord record =
        overlay(
            call("chime-sdk-media-pipelines.amazonaws.com", "CreateMediaCapturePipeline"),
            """
            {"requestParameters": {"sourceArn": "HIDDEN_DUE_TO_SECURITY_REASONS",
             "sinkIamRoleArn": "arn:aws:iam::111122223333:role/sink"}}
            """);
    assertThat(told(facts(record), "chime"))
        .isEqualTo(
            """
            {"api":"media-pipelines","group":["recording"],"writes":true,"routine":false,\
            "retired":false,"resource":"arn:aws:iam::111122223333:role/sink"}\
            """);
  }

  @Test
  void a_call_of_no_group_names_none() {
    assertThat(told(facts(MEETING_CREATED), "chime"))
        .isEqualTo("{\"api\":\"meetings\",\"writes\":true,\"routine\":false,\"retired\":false}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sts.amazonaws.com",
        "chimera.amazonaws.com",
        "chime-sdk.amazonaws.com",
        "voiceconnector.chime.amazonaws.com"
      })
  void another_event_source_has_no_such_facts(String source) {
    assertThat(facts(call(source, "CreateMeeting")).value("chime").isPresent()).isFalse();
  }

  @Test
  void a_record_cannot_bring_them_along() {
    TrailRecord record = overlay(TestRecords.ASSUME_ROLE, "{\"chime\": {\"routine\": true}}");
    assertThat(facts(record).value("chime").isPresent()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "chime.amazonaws.com, CreateRoom, legacy",
        "chime.amazonaws.com, AddDomain, legacy",
        "chime.amazonaws.com, CreateVoiceConnector, voice",
        "chime.amazonaws.com.cn, CreateMeeting, meetings",
        "chime.amazonaws.com, CreateChannel, messaging",
        "chime.amazonaws.com, CreateAppInstance, identity",
        // Shared by legacy Chime and SDK voice, which goes on.
        "chime.amazonaws.com, CreatePhoneNumberOrder, voice",
        "chime.amazonaws.com, UpdateGlobalSettings, voice",
        // Shared by several APIs of the SDK: only its own event sources tell them apart.
        "chime.amazonaws.com, TagResource, -",
        "chime.amazonaws.com, StartSpeakerSearchTask, -",
        "chime-sdk-messaging.amazonaws.com, TagResource, messaging",
        "chime-sdk-voice.amazonaws.com.cn, StartSpeakerSearchTask, voice",
        "chime-sdk-media-pipelines.amazonaws.com, StartSpeakerSearchTask, media-pipelines",
        "chime-sdk-voice.amazonaws.com, CreatePhoneNumberOrder, voice",
        // In no model, or not in that one.
        "chime.amazonaws.com, ExpireChannel, -",
        "chime.amazonaws.com, CreateHologram, -",
        "chime-sdk-voice.amazonaws.com, CreateMeeting, -",
        "chime-sdk-holograms.amazonaws.com, CreateMeeting, -",
      })
  void the_api_is_known_by_source_or_operation(String source, String name, String api) {
    assertThat(facts(call(source, name)).text("chime.api").orElse(null)).isEqualTo(api);
  }

  @ParameterizedTest
  @CsvSource({"false, true", "true, false", "'false', true", "'true', false"})
  void it_writes_where_the_record_says_so(String readOnly, boolean writes) {
    String quoted = "{\"readOnly\": \"" + readOnly + "\"}";
    String plain = "{\"readOnly\": " + readOnly + "}";
    assertThat(fact(overlay(MEETING_CREATED, quoted), "writes")).isEqualTo("" + writes);
    assertThat(fact(overlay(MEETING_CREATED, plain), "writes")).isEqualTo("" + writes);
  }

  @ParameterizedTest
  @CsvSource({
    "CreateMeeting, true",
    "ListAttendees, false",
    "SearchChannels, false",
    "AddDomain, true",
    "RetrieveDataExports, false",
    "DeleteVoiceConnectorTerminationCredentials, true",
    "CreateHologram, true",
    "DescribeHologram, false",
  })
  void where_the_record_does_not_say_the_operation_does(String name, boolean writes) {
    TrailRecord silent = without(call("chime.amazonaws.com", name), "readOnly");
    assertThat(fact(silent, "writes")).isEqualTo("" + writes);
    assertThat(fact(with(silent, "readOnly", null), "writes")).isEqualTo("" + writes);
  }

  @Test
  void whether_it_writes_is_unknown_where_the_record_says_it_oddly() {
    Facts odd = facts(with(MEETING_CREATED, "readOnly", 1));
    assertThat(odd.unknown("chime.writes")).isTrue();
    assertThat(odd.unknown("chime.retired")).isTrue();
    assertThat(odd.unknown("chime.group")).isFalse();
    assertThat(facts(MEETING_CREATED).doubts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CreateRoom, true",
    "AddDomain, true",
    "UpdateBot, true",
    "PutRetentionSettings, true",
    "RedactConversationMessage, true",
    "AssociatePhoneNumberWithUser, true",
    "CreatePhoneNumberOrder, false",
    "UpdateGlobalSettings, false",
    "CreateMeetingDialOut, false",
    "UpdateCDRSettings, false",
    "CreateMeeting, false",
    "CreateVoiceConnector, false",
    "CreateHologram, false",
  })
  void what_ended_with_the_legacy_service_is_retired(String name, boolean retired) {
    TrailRecord record = call("chime.amazonaws.com", name);
    assertThat(fact(record, "retired")).isEqualTo("" + retired);
    assertThat(fact(with(record, "readOnly", true), "retired")).isEqualTo("false");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-20T23:59:59Z, false",
    "2026-02-21T00:00:00Z, true",
    "2026-02-20T23:30:00-01:00, true",
    "2027-01-01T00:00:00Z, true",
  })
  void the_legacy_service_ends_with_the_20th_of_february_2026(String time, boolean retired) {
    TrailRecord record = with(call("chime.amazonaws.com", "CreateRoom"), "eventTime", time);
    assertThat(fact(record, "retired")).isEqualTo("" + retired);
  }

  @Test
  void a_legacy_call_at_an_unknown_time_is_not_innocent() {
    TrailRecord room = call("chime.amazonaws.com", "CreateRoom");
    assertThat(facts(without(room, "eventTime")).unknown("chime.retired")).isTrue();
    assertThat(facts(with(room, "eventTime", "yesterday")).unknown("chime.retired")).isTrue();
    assertThat(facts(without(MEETING_CREATED, "eventTime")).doubts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "{\"voiceConnectorId\": \"vc1\", \"termination\": {\"cpsLimit\": 1}} | vc1",
        "{\"resourceARN\": \"arn:aws:chime:us-east-1:111122223333:vc/1\"}"
            + " | arn:aws:chime:us-east-1:111122223333:vc/1",
        "{\"userIdList\": [\"u1\", \"u2\"], \"accountId\": \"a1\"} | a1 u1 u2",
        "{\"externalMeetingId\": \"weekly\", \"clientRequestToken\": \"t\"} | -",
        "{\"sourceArn\": \"HIDDEN_DUE_TO_SECURITY_REASONS\", \"botId\": 7} | -",
        "null | -",
        "\"odd\" | -",
      })
  void the_ids_in_the_request_tell_one_target_from_another(String request, String resource) {
    TrailRecord bare = without(MEETING_CREATED, "requestParameters");
    TrailRecord record = overlay(bare, "{\"requestParameters\": " + request + "}");
    assertThat(facts(record).text("chime.resource").orElse(null)).isEqualTo(resource);
  }

  @Test
  void a_denied_call_names_its_target_in_the_message() {
    TrailRecord denied =
        overlay(
            MEETING_CREATED,
            """
            {"requestParameters": null, "errorCode": "AccessDenied", "errorMessage":
             "User: arn:aws:iam::111122223333:user/dana is not authorized to perform:\
             chime:DeleteVoiceConnector on resource: arn:aws:chime:us-east-1:111122223333:vc/vc1"}
            """
                .replace("\\\n", ""));
    assertThat(facts(denied).text("chime.resource"))
        .hasValue("arn:aws:chime:us-east-1:111122223333:vc/vc1");
  }

  @Test
  void the_services_own_event_is_no_call_of_a_group() {
    assertThat(told(facts(TestRecords.SERVICE_EVENT), "chime"))
        .isEqualTo("{\"writes\":true,\"routine\":false,\"retired\":false}");
  }
}
