package rolecall.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an operation of Amazon Chime is about, as far as a watcher cares. Written by hand; an
 * operation may be in several groups, and most are in none.
 */
final class ChimeGroups {
  /** Meeting, call or chat content goes to a bucket, a stream, a function or another listener. */
  private static final String RECORDING =
      """
      CreateMediaCapturePipeline CreateMediaConcatenationPipeline CreateMediaLiveConnectorPipeline
      CreateMediaStreamPipeline CreateMediaInsightsPipeline UpdateMediaInsightsPipelineStatus
      CreateMediaInsightsPipelineConfiguration UpdateMediaInsightsPipelineConfiguration
      CreateMediaPipelineKinesisVideoStreamPool UpdateMediaPipelineKinesisVideoStreamPool
      StartMeetingTranscription PutVoiceConnectorStreamingConfiguration
      PutMessagingStreamingConfigurations PutEventsConfiguration CreateChannelFlow
      UpdateChannelFlow AssociateChannelFlow StartDataExport RetrieveDataExports
      """;

  /** Calls that cost money, go elsewhere or cannot be made, emergency calls among them. */
  private static final String TELEPHONY =
      """
      CreatePhoneNumberOrder RestorePhoneNumber DeletePhoneNumber BatchDeletePhoneNumber
      UpdatePhoneNumber BatchUpdatePhoneNumber UpdatePhoneNumberSettings
      AssociatePhoneNumberWithUser DisassociatePhoneNumberFromUser
      AssociatePhoneNumbersWithVoiceConnector DisassociatePhoneNumbersFromVoiceConnector
      AssociatePhoneNumbersWithVoiceConnectorGroup DisassociatePhoneNumbersFromVoiceConnectorGroup
      CreateVoiceConnector UpdateVoiceConnector DeleteVoiceConnector
      CreateVoiceConnectorGroup UpdateVoiceConnectorGroup DeleteVoiceConnectorGroup
      PutVoiceConnectorOrigination DeleteVoiceConnectorOrigination
      PutVoiceConnectorTermination DeleteVoiceConnectorTermination
      PutVoiceConnectorTerminationCredentials DeleteVoiceConnectorTerminationCredentials
      PutVoiceConnectorProxy DeleteVoiceConnectorProxy
      CreateProxySession UpdateProxySession DeleteProxySession
      PutVoiceConnectorExternalSystemsConfiguration
      DeleteVoiceConnectorExternalSystemsConfiguration
      PutVoiceConnectorEmergencyCallingConfiguration
      DeleteVoiceConnectorEmergencyCallingConfiguration
      CreateSipMediaApplication UpdateSipMediaApplication DeleteSipMediaApplication
      CreateSipMediaApplicationCall UpdateSipMediaApplicationCall
      PutSipMediaApplicationAlexaSkillConfiguration
      CreateSipRule UpdateSipRule DeleteSipRule
      CreateMeetingDialOut UpdateGlobalSettings UpdateUserSettings
      """;

  /** Who may do what: taking over an account or an application, or locking others out. */
  private static final String ADMIN =
      """
      CreateAppInstance UpdateAppInstance DeleteAppInstance
      CreateAppInstanceAdmin DeleteAppInstanceAdmin
      CreateAppInstanceUser UpdateAppInstanceUser DeleteAppInstanceUser
      CreateAppInstanceBot UpdateAppInstanceBot DeleteAppInstanceBot
      RegisterAppInstanceUserEndpoint UpdateAppInstanceUserEndpoint
      DeregisterAppInstanceUserEndpoint
      CreateAccount UpdateAccount DeleteAccount UpdateAccountSettings RenameAccount
      UpdateAccountResource ResetAccountResource
      UpdateAccountOpenIdConfig DeleteAccountOpenIdConfig
      UpdateSupportedLicenses UpdateUserLicenses
      AssociateSigninDelegateGroupsWithAccount DisassociateSigninDelegateGroupsFromAccount
      CreateUser UpdateUser BatchUpdateUser InviteUsers InviteUsersFromProvider LogoutUser
      BatchSuspendUser BatchUnsuspendUser SuspendUsers ActivateUsers ResetPersonalPIN
      AddOrUpdateGroups DeleteGroups AddDomain DeleteDomain
      AuthorizeDirectory UnauthorizeDirectory ConnectDirectory DisconnectDirectory
      CreateApiKey DeleteApiKey InviteDelegate AcceptDelegate RenewDelegate DeleteDelegate
      CreateBot UpdateBot RegenerateSecurityToken
      """;

  /** Less stays to be read afterwards: shorter retention, logs and recordings off, redactions. */
  private static final String EVIDENCE =
      """
      PutRetentionSettings PutAppInstanceRetentionSettings
      PutChannelExpirationSettings PutAppInstanceUserExpirationSettings
      RedactChannelMessage RedactConversationMessage RedactRoomMessage DeleteChannelMessage
      DeleteVoiceConnectorStreamingConfiguration PutVoiceConnectorLoggingConfiguration
      PutSipMediaApplicationLoggingConfiguration DeleteMessagingStreamingConfigurations
      DeleteEventsConfiguration DeleteMediaCapturePipeline DeleteMediaPipeline
      DeleteMediaInsightsPipelineConfiguration DeleteMediaPipelineKinesisVideoStreamPool
      StopMeetingTranscription DisassociateChannelFlow DeleteChannelFlow DeleteAppInstance
      CreateCDRBucket DeleteCDRBucket UpdateCDRSettings UpdateGlobalSettings
      """;

  /** A new ear in a meeting, or one that hears more. */
  private static final String EAVESDROPPING =
      """
      CreateAttendee BatchCreateAttendee CreateMeetingWithAttendees
      UpdateAttendeeCapabilities BatchUpdateAttendeeCapabilitiesExcept
      """;

  /** People are recognised by their voice, or their mood is read from it. */
  private static final String BIOMETRICS =
      """
      CreateVoiceProfileDomain UpdateVoiceProfileDomain DeleteVoiceProfileDomain
      CreateVoiceProfile UpdateVoiceProfile DeleteVoiceProfile
      StartSpeakerSearchTask StopSpeakerSearchTask
      StartVoiceToneAnalysisTask StopVoiceToneAnalysisTask
      """;

  /** Tags, which decide about access where a policy asks for them. */
  private static final String TAGS = "TagResource UntagResource";

  /** What applications do all day. */
  private static final Set<String> ROUTINE =
      Set.of(
          words(
              """
              CreateAttendee BatchCreateAttendee CreateMeetingWithAttendees DeleteAttendee
              UpdateAttendeeCapabilities BatchUpdateAttendeeCapabilitiesExcept
              CreateAppInstanceUser UpdateAppInstanceUser DeleteAppInstanceUser
              RegisterAppInstanceUserEndpoint UpdateAppInstanceUserEndpoint
              DeregisterAppInstanceUserEndpoint
              CreateProxySession UpdateProxySession DeleteProxySession
              TagResource UntagResource
              """));

  private static final Map<String, List<String>> GROUPS = groups();

  private ChimeGroups() {}

  /** The groups of an operation, as {@code chime.group} calls them. */
  static List<String> of(String eventName) {
    return GROUPS.getOrDefault(eventName, List.of());
  }

  /** Whether applications do it all day. */
  static boolean isRoutine(String eventName) {
    return ROUTINE.contains(eventName);
  }

  /** Every operation that stands here, with its groups. */
  static Map<String, List<String>> all() {
    return Map.copyOf(GROUPS);
  }

  static Set<String> routine() {
    return ROUTINE;
  }

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new HashMap<>();
    add("recording", RECORDING, groups);
    add("telephony", TELEPHONY, groups);
    add("admin", ADMIN, groups);
    add("evidence", EVIDENCE, groups);
    add("eavesdropping", EAVESDROPPING, groups);
    add("biometrics", BIOMETRICS, groups);
    add("tags", TAGS, groups);
    return groups;
  }

  private static void add(String group, String operations, Map<String, List<String>> groups) {
    Arrays.stream(words(operations))
        .forEach(name -> groups.computeIfAbsent(name, _ -> new ArrayList<>(2)).add(group));
  }

  private static String[] words(String text) {
    return text.strip().split("\\s+");
  }
}
