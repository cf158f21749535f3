package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rolecall.finding.Severity;

/** What the shipped rules on Chime calls take for the same act, and for a graver one. */
class ChimeCallTest {
  private static final CompiledPolicy POLICY = Policies.shipped();
  private static final String CONNECTOR =
      """
      eventSource: chime.amazonaws.com
      eventName: %s
      requestParameters: {voiceConnectorId: %s}
      """;

  private static Breach breach(String base, String overlay) {
    return Policies.breaches(POLICY.judge(Policies.event(base, overlay))).getFirst();
  }

  private static String target(String base, String overlay) {
    return breach(base, overlay).target();
  }

  @Test
  void another_voice_connector_and_another_operation_are_another_target() {
    assertThat(
            Set.of(
                target("chime-sdk-call", CONNECTOR.formatted("PutVoiceConnectorOrigination", "a")),
                target("chime-sdk-call", CONNECTOR.formatted("PutVoiceConnectorOrigination", "b")),
                target("chime-sdk-call", CONNECTOR.formatted("PutVoiceConnectorProxy", "a"))))
        .hasSize(3);
  }

  @Test
  void the_same_operation_on_the_same_voice_connector_is_the_same_target() {
    assertThat(
            target(
                "chime-sdk-call",
                CONNECTOR.formatted("PutVoiceConnectorOrigination", "a") + "eventID: other"))
        .isEqualTo(
            target("chime-sdk-call", CONNECTOR.formatted("PutVoiceConnectorOrigination", "a")))
        .isEqualTo("111122223333 PutVoiceConnectorOrigination a");
  }

  @Test
  void a_long_term_key_is_one_act_whatever_it_does() {
    String meeting = "eventName: CreateMeeting";
    String attendee = "{eventName: CreateAttendee, requestParameters: {meetingId: m1}}";
    assertThat(breach("chime-legacy-call", meeting).rule().id()).isEqualTo("chime-long-term-key");
    assertThat(target("chime-legacy-call", meeting))
        .isEqualTo(target("chime-legacy-call", attendee));
  }

  @Test
  void a_sensitive_call_says_what_it_is_about_and_is_graver_for_telephony() {
    Breach breach =
        breach(
            "chime-sdk-call", "eventName: UpdateGlobalSettings\neventSource: chime.amazonaws.com");
    assertThat(breach.rule().severity()).isEqualTo(Severity.HIGH);
    assertThat(breach.reason())
        .isEqualTo(
            "dana (role-session) did UpdateGlobalSettings in Chime (telephony, evidence), in"
                + " account 111122223333, and is not in chime-operators.");
  }

  @Test
  void one_call_may_break_several_rules() {
    assertThat(
            Policies.broken(
                POLICY.judge(Policies.event("chime-legacy-call", "eventName: BatchSuspendUser"))))
        .isEqualTo(List.of("chime-long-term-key", "chime-sensitive-call", "chime-legacy-call"));
  }

  @Test
  void the_services_own_events_are_quiet() {
    String expiry =
        """
        eventName: ExpireChannel
        eventType: AwsServiceEvent
        userIdentity: {type: null, arn: null, userName: null, principalId: null,
          accessKeyId: null, invokedBy: chime.amazonaws.com}
        """;
    assertThat(Policies.breaches(POLICY.judge(Policies.event("chime-legacy-call", expiry))))
        .isEmpty();
  }

  @Test
  void an_identity_that_nobody_documents_is_not_judged() {
    assertThat(
            Policies.broken(
                POLICY.judge(Policies.event("chime-sdk-call", "userIdentity: {type: Wizard}"))))
        .containsExactly("not-judged");
  }
}
