package rolecall.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolecall.json.Json;
import rolecall.json.Members;

/**
 * A call of Amazon Chime.
 *
 * @param api which of Chime's APIs; empty for what is in no model, and for what several of them
 *     have where the event source does not tell which was called
 * @param groups what it is about; see {@link ChimeGroups}
 * @param writes whether it changes anything: what {@code readOnly} says, else the model
 * @param routine whether applications do it all day
 * @param retired whether it writes through the legacy API after that service's end
 * @param resource the ids and ARNs that the request names, else the ARN in the message of a denial;
 *     they tell one target from another
 * @see <a href="https://docs.aws.amazon.com/chime-sdk/latest/ag/cloudtrail.html">AWS: logging
 *     Amazon Chime SDK API calls</a>
 */
record ChimeFacts(
    Optional<String> api,
    List<String> groups,
    boolean writes,
    boolean routine,
    boolean retired,
    Optional<String> resource) {
  private static final String LEGACY = "legacy";
  private static final String VOICE = "voice";
  private static final String SDK = "chime-sdk-";

  /** Amazon Chime reached its end of support on 2026-02-20; the Chime SDK goes on. */
  private static final Instant END_OF_LEGACY = Instant.parse("2026-02-21T00:00:00Z");

  /** What the legacy API alone has and what does not end with its accounts, users and rooms. */
  private static final Set<String> LEGACY_OF_VOICE =
      Set.of("CreateMeetingDialOut", "CreateCDRBucket", "DeleteCDRBucket", "UpdateCDRSettings");

  ChimeFacts {
    Objects.requireNonNull(api, "api is null");
    groups = List.copyOf(groups);
    Objects.requireNonNull(resource, "resource is null");
  }

  /** Whether a record is Chime's: of the legacy event source or one of the SDK's. */
  static boolean isChime(TrailRecord record) {
    return record.eventSource().startsWith("chime")
        && (record.service().equals("chime") || record.service().startsWith(SDK));
  }

  /** Empty for a record of another service. */
  static Optional<ChimeFacts> of(TrailRecord record) {
    if (!isChime(record)) {
      return Optional.empty();
    }
    String name = record.eventName();
    Optional<ChimeOperations.Operation> operation = ChimeOperations.named(name);
    return Optional.of(
        new ChimeFacts(
            operation.flatMap(known -> api(record.service(), known.apis())),
            ChimeGroups.of(name),
            writes(record),
            ChimeGroups.isRoutine(name),
            writesToLegacy(record)
                && record.eventTime().filter(time -> !time.isBefore(END_OF_LEGACY)).isPresent(),
            resource(record.request())
                .or(() -> record.errorMessage().flatMap(ErrorText::deniedArn).map(Arn::text))));
  }

  /** Whether it is of what ended with the legacy service, whenever it happens. */
  static boolean writesToLegacy(TrailRecord record) {
    return ChimeOperations.named(record.eventName())
            .flatMap(known -> api(record.service(), known.apis()))
            .filter(LEGACY::equals)
            .isPresent()
        && !LEGACY_OF_VOICE.contains(record.eventName())
        && writes(record);
  }

  Json.Obj json() {
    Members members = new Members().text("api", api);
    if (!groups.isEmpty()) {
      members.texts("group", groups);
    }
    return members
        .truth("writes", writes)
        .truth("routine", routine)
        .truth("retired", retired)
        .text("resource", resource)
        .build();
  }

  /**
   * The SDK's own event sources name their API. Under {@code chime.amazonaws.com}, which may stand
   * for all, the operation tells it. What legacy Chime and SDK voice share (phone numbers) lives on
   * in voice and counts as that.
   */
  private static Optional<String> api(String service, List<String> apis) {
    if (service.startsWith(SDK)) {
      return Optional.of(service.substring(SDK.length())).filter(apis::contains);
    }
    if (apis.equals(List.of(LEGACY, VOICE))) {
      return Optional.of(VOICE);
    }
    return apis.size() == 1 ? Optional.of(apis.getFirst()) : Optional.empty();
  }

  /** What is neither told nor in a model is taken to write unless its name says that it reads. */
  private static boolean writes(TrailRecord record) {
    String name = record.eventName();
    return record
        .tree()
        .get("readOnly")
        .truth()
        .map(reads -> !reads)
        .or(() -> ChimeOperations.named(name).map(ChimeOperations.Operation::writes))
        .orElseGet(
            () -> Stream.of("Describe", "Get", "List", "Search").noneMatch(name::startsWith));
  }

  /** Names that an application gives as it likes, such as {@code externalUserId}, do not count. */
  private static Optional<String> resource(Json request) {
    if (!(request instanceof Json.Obj(Map<String, Json> parameters))) {
      return Optional.empty();
    }
    String named =
        parameters.entrySet().stream()
            .filter(parameter -> namesResource(parameter.getKey()))
            .sorted(Map.Entry.comparingByKey())
            .flatMap(parameter ->
                Stream.concat(
                    Stream.of(parameter.getValue()), parameter.getValue().items().stream()))
            .flatMap(value -> value.toldText().stream())
            .collect(Collectors.joining(" "));
    return Optional.of(named).filter(text -> !text.isEmpty());
  }

  private static boolean namesResource(String parameter) {
    return !parameter.regionMatches(true, 0, "external", 0, "external".length())
        && Stream.of("Id", "Ids", "IdList", "Identifier", "Arn", "ARN", "Arns")
            .anyMatch(parameter::endsWith);
  }
}
