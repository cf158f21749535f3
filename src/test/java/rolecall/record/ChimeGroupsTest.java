package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hand-written groups against the catalogue that comes from the AWS service models. */
class ChimeGroupsTest {
  private static Set<String> operations(boolean writing) {
    return ChimeOperations.all().entrySet().stream()
        .filter(entry -> entry.getValue().writes() == writing)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_operation_that_stands_in_a_group_exists() {
    assertThat(ChimeOperations.all().keySet()).containsAll(ChimeGroups.all().keySet());
    assertThat(ChimeOperations.all().keySet()).containsAll(ChimeGroups.routine());
  }

  @Test
  void no_operation_stands_twice_in_one_group() {
    assertThat(ChimeGroups.all().values()).allSatisfy(g -> assertThat(g).doesNotHaveDuplicates());
  }

  @Test
  void of_what_only_reads_nothing_but_an_export_of_content_is_in_a_group() {
    Set<String> reading = operations(false);
    reading.retainAll(ChimeGroups.all().keySet());
    assertThat(reading).containsExactly("RetrieveDataExports");
  }

  /** Whoever adds an operation to the catalogue decides here that it is harmless. */
  @Test
  void what_writes_and_is_in_no_group_is_known_by_name() {
    Set<String> rest = operations(true);
    rest.removeAll(ChimeGroups.all().keySet());
    rest.removeAll(ChimeGroups.routine());
    assertThat(rest)
        .containsExactly(
            "BatchCreateChannelMembership",
            "BatchCreateRoomMembership",
            "ChannelFlowCallback",
            "CreateChannel",
            "CreateChannelBan",
            "CreateChannelMembership",
            "CreateChannelModerator",
            "CreateMeeting",
            "CreateRoom",
            "CreateRoomMembership",
            "DeleteChannel",
            "DeleteChannelBan",
            "DeleteChannelMembership",
            "DeleteChannelModerator",
            "DeleteMeeting",
            "DeleteRoom",
            "DeleteRoomMembership",
            "PutChannelMembershipPreferences",
            "SendChannelMessage",
            "UpdateChannel",
            "UpdateChannelMessage",
            "UpdateChannelReadMarker",
            "UpdateRoom",
            "UpdateRoomMembership");
  }

  @Test
  void the_catalogue_holds_every_api() {
    Map<String, Long> sizes =
        ChimeOperations.all().values().stream()
            .flatMap(operation -> operation.apis().stream())
            .collect(Collectors.groupingBy(api -> api, Collectors.counting()));
    assertThat(sizes)
        .containsOnlyKeys("legacy", "identity", "meetings", "messaging", "voice", "media-pipelines")
        .containsEntry("identity", 30L)
        .containsEntry("media-pipelines", 31L)
        .containsEntry("meetings", 16L)
        .containsEntry("messaging", 51L)
        .containsEntry("voice", 96L);
  }

  @ParameterizedTest
  @CsvSource({
    "CreateMediaCapturePipeline, recording, false",
    "PutVoiceConnectorTermination, telephony, false",
    "UpdateSipRule, telephony, false",
    "DeleteVoiceConnectorOrigination, telephony, false",
    "CreateAppInstanceAdmin, admin, false",
    "DeleteAppInstanceAdmin, admin, false",
    "AddDomain, admin, false",
    "PutVoiceConnectorLoggingConfiguration, evidence, false",
    "DeleteMessagingStreamingConfigurations, evidence, false",
    "StartVoiceToneAnalysisTask, biometrics, false",
    "CreateAttendee, eavesdropping, true",
    "TagResource, tags, true",
    "CreateProxySession, telephony, true",
    "RegisterAppInstanceUserEndpoint, admin, true",
    "UpdateGlobalSettings, telephony evidence, false",
    "DeleteAppInstance, admin evidence, false",
    "CreateMeeting, '', false",
    "NoSuchOperation, '', false",
  })
  void an_operation_is_in_its_groups(String name, String groups, boolean routine) {
    assertThat(String.join(" ", ChimeGroups.of(name))).isEqualTo(groups);
    assertThat(ChimeGroups.isRoutine(name)).isEqualTo(routine);
    assertThat(ChimeGroups.of(name)).isNotEqualTo(List.of(""));
  }
}
