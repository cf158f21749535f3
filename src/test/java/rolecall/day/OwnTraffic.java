package rolecall.day;

import java.util.List;

/** The monitor runs in the account that it watches, and is recorded like everybody else. */
final class OwnTraffic {
  private OwnTraffic() {}

  static List<Happening> watch(Draw draw) {
    Actor self = Cast.MONITOR;
    return List.of(
        RolesTaken.assumed(
            Actors.service("lambda.amazonaws.com"),
            Actors.roleArn("/", "rolecall-FunctionRole-EXAMPLE"),
            "rolecall-Function-EXAMPLE"),
        new Calls(
            self,
            Call.write(
                    "logs",
                    "CreateLogStream",
                    "logGroupName",
                    "/aws/lambda/rolecall-Function-EXAMPLE",
                    "logStreamName",
                    "2026/03/03/[$LATEST]" + draw.capitals(32))
                .with("apiVersion", "20140328")),
        new Calls(
            self,
            Call.read(
                    "kms",
                    "Decrypt",
                    "encryptionAlgorithm",
                    "SYMMETRIC_DEFAULT",
                    "encryptionContext",
                    Shape.of(
                        "aws:sqs:arn",
                        "arn:aws:sqs:us-east-1:111122223333:rolecall-Buffer-EXAMPLE"))
                .on(
                    "AWS::KMS::Key",
                    "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-0000000000a3")),
        data(
            Call.write(
                    "dynamodb",
                    "UpdateItem",
                    "tableName",
                    "rolecall-Claims-EXAMPLE",
                    "key",
                    Shape.of("id", "HIDDEN_DUE_TO_SECURITY_REASONS"))
                .on(
                    "AWS::DynamoDB::Table",
                    "arn:aws:dynamodb:us-east-1:111122223333:table/rolecall-Claims-EXAMPLE")),
        data(
            Call.write(
                    "sns",
                    "Publish",
                    "topicArn",
                    "arn:aws:sns:us-east-1:111122223333:rolecall-Alerts-EXAMPLE",
                    "message",
                    "HIDDEN_DUE_TO_SECURITY_REASONS",
                    "messageStructure",
                    "json")
                .answered("messageId", draw.uuid())
                .on(
                    "AWS::SNS::Topic",
                    "arn:aws:sns:us-east-1:111122223333:rolecall-Alerts-EXAMPLE")));
  }

  /** Its schedules start it; it asks CloudTrail whether it missed anything. */
  static List<Happening> reconcile(Draw draw) {
    return List.of(
        RolesTaken.assumed(
            Actors.service("scheduler.amazonaws.com"),
            Actors.roleArn("/", "rolecall-ScheduleRole-EXAMPLE"),
            "rolecall-Reconcile"),
        new Calls(
            Cast.MONITOR,
            Call.read(
                "cloudtrail",
                "LookupEvents",
                "lookupAttributes",
                List.of(
                    Shape.of("attributeKey", "EventSource", "attributeValue", "iam.amazonaws.com")),
                "maxResults",
                50)),
        new Calls(
            Cast.MONITOR,
            Call.read(
                "cloudtrail",
                "GetTrailStatus",
                "name",
                "arn:aws:cloudtrail:us-east-1:111122223333:trail/account-trail")),
        new Calls(
            Cast.MONITOR,
            Call.read("cloudtrail", "GetEventSelectors", "trailName", "account-trail")),
        new Calls(
            draw.of(Cast.WORKFORCE).atConsole(),
            Call.read(
                "monitoring",
                "DescribeAlarms",
                "alarmNamePrefix",
                "rolecall-",
                "maxRecords",
                100)));
  }

  private static Happening data(Call call) {
    return new Calls(
        Cast.MONITOR, call.with("managementEvent", false).with("eventCategory", "Data"));
  }
}
