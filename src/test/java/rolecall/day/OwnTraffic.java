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

  /** Where a trail records data events, the monitor's queue and starts are recorded as well. */
  static List<Happening> beRecordedInDetail(Draw draw) {
    String queue = "https://sqs.us-east-1.amazonaws.com/111122223333/rolecall-Buffer-EXAMPLE";
    String queueArn = "arn:aws:sqs:us-east-1:111122223333:rolecall-Buffer-EXAMPLE";
    Actor scheduler =
        Actors.session(
            "/",
            "rolecall-ScheduleRole-EXAMPLE",
            "rolecall-Heartbeat",
            "scheduler.amazonaws.com",
            "scheduler.amazonaws.com");
    Actor poller = Cast.MONITOR.through("lambda.amazonaws.com");
    return List.of(
        data(
            Actors.service("events.amazonaws.com"),
            Call.write(
                    "sqs",
                    "SendMessage",
                    "queueUrl",
                    queue,
                    "messageBody",
                    "HIDDEN_DUE_TO_SECURITY_REASONS")
                .on("AWS::SQS::Queue", queueArn)),
        data(
            poller,
            Call.write("sqs", "ReceiveMessage", "queueUrl", queue, "maxNumberOfMessages", 10)
                .on("AWS::SQS::Queue", queueArn)),
        data(
            poller,
            Call.write(
                    "sqs", "DeleteMessage", "queueUrl", queue, "receiptHandle", draw.capitals(60))
                .on("AWS::SQS::Queue", queueArn)),
        data(
            scheduler,
            Call.write(
                    "lambda",
                    "Invoke",
                    "functionName",
                    "arn:aws:lambda:us-east-1:111122223333:function:rolecall-Function-EXAMPLE:live",
                    "invocationType",
                    "Event")
                .on(
                    "AWS::Lambda::Function",
                    "arn:aws:lambda:us-east-1:111122223333:function:rolecall-Function-EXAMPLE")),
        data(
            Cast.MONITOR,
            Call.read(
                    "s3",
                    "GetObject",
                    "bucketName",
                    "rolecall-policies-example",
                    "Host",
                    "rolecall-policies-example.s3.us-east-1.amazonaws.com",
                    "key",
                    "policy.yaml")
                .on("AWS::S3::Object", "arn:aws:s3:::rolecall-policies-example/policy.yaml")));
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
    return data(Cast.MONITOR, call);
  }

  private static Happening data(Actor actor, Call call) {
    return new Calls(actor, call.with("managementEvent", false).with("eventCategory", "Data"));
  }
}
