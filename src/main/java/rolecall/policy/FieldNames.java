package rolecall.policy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolecall.source.DidYouMean;

/**
 * The fields that a pattern can read: CloudTrail's own and the facts.
 *
 * <p>A pattern on a field that no record has never matches, and looks like cover all the same.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">AWS:
 *     record contents</a>
 */
final class FieldNames {
  /** Objects whose members are not ours to list. */
  private static final Set<String> OPEN =
      Set.of(
          "requestParameters",
          "responseElements",
          "additionalEventData",
          "serviceEventDetails",
          "resources",
          "addendum",
          "tlsDetails",
          "edgeDeviceDetails",
          "eventContext",
          "insightDetails",
          "userIdentity.sessionContext",
          "userIdentity.onBehalfOf",
          "userIdentity.inScopeOf",
          "userIdentity.invokedByDelegate");

  private static final Map<String, Set<String>> GROUPS =
      Map.ofEntries(
          Map.entry(
              "userIdentity",
              Set.of(
                  "type",
                  "principalId",
                  "arn",
                  "accountId",
                  "accessKeyId",
                  "userName",
                  "invokedBy",
                  "identityProvider",
                  "credentialId",
                  "sourceIdentity",
                  "sessionContext",
                  "onBehalfOf",
                  "inScopeOf",
                  "invokedByDelegate")),
          Map.entry(
              "caller",
              Set.of(
                  "kind",
                  "arn",
                  "principal",
                  "identities",
                  "account",
                  "name",
                  "role",
                  "roleName",
                  "sessionName",
                  "sourceIdentity",
                  "service",
                  "linkedService",
                  "accessKey",
                  "principalId",
                  "mfa",
                  "longTermKey",
                  "console",
                  "chained")),
          Map.entry(
              "role",
              Set.of(
                  "arn",
                  "name",
                  "path",
                  "account",
                  "serviceLinked",
                  "linkedService",
                  "chimeLinked",
                  "reservedSso",
                  "certain",
                  "watched",
                  "byItsService",
                  "recordedHere",
                  "onlyDescribed")),
          Map.entry(
              "session",
              Set.of(
                  "name",
                  "duration",
                  "externalId",
                  "sourceIdentity",
                  "provider",
                  "providerName",
                  "issuedKey",
                  "serialNumber")),
          Map.entry("chime", Set.of("api", "group", "writes", "routine", "retired", "resource")),
          Map.entry("network", Set.of("address", "service")),
          Map.entry("resource", Set.of("id", "names")),
          Map.entry("trail", Set.of("weakened")),
          Map.entry("grant", Set.of("match", "names", "broken", "chain", "overLimit")),
          Map.entry(
              "trust",
              Set.of(
                  "anyone",
                  "accounts",
                  "otherAccounts",
                  "services",
                  "unguardedServices",
                  "providers",
                  "conditions",
                  "admits")),
          Map.entry("grants", Set.of("chime", "actions", "tagScoped", "awsPolicy")),
          Map.entry("resourcePolicy", Set.of("services", "unguardedServices")));

  private static final Set<String> SINGLE =
      Set.of(
          "eventVersion",
          "eventTime",
          "eventSource",
          "eventName",
          "awsRegion",
          "sourceIPAddress",
          "userAgent",
          "errorCode",
          "errorMessage",
          "requestID",
          "eventID",
          "eventType",
          "eventCategory",
          "apiVersion",
          "managementEvent",
          "readOnly",
          "recipientAccountId",
          "sharedEventID",
          "vpcEndpointId",
          "vpcEndpointAccountId",
          "sessionCredentialFromConsole",
          "outcome",
          "crossAccount",
          "assumption",
          "omitted",
          "late");

  private static final Set<String> ALL =
      Stream.of(
              SINGLE.stream(),
              OPEN.stream(),
              GROUPS.entrySet().stream()
                  .flatMap(group -> group.getValue().stream().map(m -> group.getKey() + "." + m)))
          .flatMap(names -> names)
          .collect(Collectors.toCollection(TreeSet::new));

  private FieldNames() {}

  /** Whether a record or its facts can have a field at that dotted path. */
  static boolean know(String path) {
    return ALL.contains(path) || OPEN.stream().anyMatch(open -> path.startsWith(open + "."));
  }

  /** The known path that a person most likely meant. */
  static Optional<String> nearest(String path) {
    return DidYouMean.nearest(path, ALL);
  }
}
