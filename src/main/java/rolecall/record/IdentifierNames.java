package rolecall.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a call names the thing that it is about: dotted paths, compared in any letter case, to a
 * text or to an array of texts. What a call only mentions stands at none of them: tags,
 * descriptions, documents, messages, what a target or a grant points to.
 *
 * @param request paths in {@code requestParameters}
 * @param response paths in {@code responseElements}, of what a request names by a number or not at
 *     all
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/">AWS: actions
 *     and the resources they take</a>
 */
record IdentifierNames(List<String> request, List<String> response) {
  private static final Map<String, IdentifierNames> SERVICES =
      Map.ofEntries(
          of(
              "events",
              "name rule eventBusName ids targets.id archiveName replayName resourceARN",
              ""),
          of("scheduler", "name groupName resourceArn", ""),
          of("pipes", "name resourceArn", ""),
          of(
              "sns",
              "topicArn subscriptionArn targetArn resourceArn name",
              "topicArn subscriptionArn"),
          of("sqs", "queueUrl queueName sourceArn destinationArn", "queueUrl"),
          of(
              "lambda",
              "functionName name uuid eventSourceArn resource layerName",
              "functionArn eventSourceArn uuid"),
          of("cloudtrail", "name trailName eventDataStore", ""),
          of("kms", "keyId aliasName targetKeyId", "keyMetadata.arn"),
          of(
              "dynamodb",
              "tableName tableArn globalTableName targetTableName resourceArn backupArn backupName",
              "tableDescription.tableArn"),
          of("cloudformation", "stackName stackId changeSetName stackSetName", "stackId"),
          of(
              "logs",
              "logGroupName logGroupIdentifier logGroupArn logStreamName resourceArn"
                  + " resourceIdentifier filterName destinationName policyName",
              ""),
          of(
              "monitoring",
              "alarmName alarmNames dashboardName dashboardNames name names ruleName ruleNames"
                  + " alarmMuteRuleName muteTargets.alarmNames resourceARN",
              ""),
          of("ssm", "name names resourceId resourceArn", ""),
          of("s3", "bucketName key", ""),
          of("iam", "roleName", "role.arn policy.arn"));

  /** In IAM a policy is what a call is about only where it is about nobody who holds it. */
  private static final IdentifierNames OF_POLICY =
      of("iam", "policyArn policyName", "policy.arn").getValue();

  IdentifierNames {
    request = List.copyOf(request);
    response = List.copyOf(response);
  }

  /** Empty for a service whose calls are not looked at in this way. */
  static Optional<IdentifierNames> in(TrailRecord record) {
    IdentifierNames names = SERVICES.get(record.service());
    return Optional.ofNullable(names != null && isAboutPolicy(record) ? OF_POLICY : names);
  }

  private static boolean isAboutPolicy(TrailRecord record) {
    return record.service().equals("iam")
        && Stream.of("roleName", "userName", "groupName", "instanceProfileName")
            .allMatch(holder -> record.request().getAnyCase(holder).isNothing());
  }

  private static Map.Entry<String, IdentifierNames> of(
      String service, String request, String response) {
    return Map.entry(service, new IdentifierNames(words(request), words(response)));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
