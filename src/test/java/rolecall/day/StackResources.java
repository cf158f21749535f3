package rolecall.day;

import java.util.List;
import java.util.Map;

/** What a deployment does to resources other than roles, and how an old stack goes. */
final class StackResources {
  private StackResources() {}

  static List<Happening> connect(Draw draw) {
    String stack = Deployments.stack(draw);
    String function = stack + "-Function-" + draw.capitals(12);
    return List.of(
        Deployments.byStack(
            Call.write(
                "lambda",
                "UpdateFunctionCode20150331v2",
                "functionName",
                function,
                "s3Bucket",
                "artifacts-example",
                "s3Key",
                draw.uuid(),
                "publish",
                false,
                "dryRun",
                false)),
        Deployments.byStack(
            Call.write(
                "lambda", "UpdateFunctionConfiguration20150331v2", "functionName", function)),
        Deployments.byStack(
            Call.write("lambda", "PublishVersion20150331", "functionName", function)),
        Deployments.byStack(
            Call.write(
                "lambda",
                "UpdateAlias20150331",
                "functionName",
                function,
                "name",
                "live",
                "functionVersion",
                "42")),
        Deployments.byStack(
            Call.write(
                "lambda",
                "AddPermission20150331v2",
                "functionName",
                function,
                "statementId",
                stack + "-" + draw.capitals(6),
                "action",
                "lambda:InvokeFunction",
                "principal",
                "events.amazonaws.com",
                "sourceArn",
                "arn:aws:events:us-east-1:111122223333:rule/" + stack)),
        Deployments.byStack(
            Call.write(
                "lambda",
                "AddPermission20150331v2",
                "functionName",
                function,
                "statementId",
                stack + "-" + draw.capitals(6),
                "action",
                "lambda:InvokeFunction",
                "principal",
                "apigateway.amazonaws.com",
                "sourceArn",
                "arn:aws:execute-api:us-east-1:111122223333:a1b2c3d4e5/*/GET/orders")),
        Deployments.byStack(
            Call.write(
                "lambda",
                "AddPermission20150331v2",
                "functionName",
                function,
                "statementId",
                stack + "-" + draw.capitals(6),
                "action",
                "lambda:InvokeFunction",
                "principal",
                "voiceconnector.chime.amazonaws.com",
                "sourceAccount",
                Actors.ACCOUNT)),
        Deployments.byStack(
            Call.write(
                "s3",
                "PutBucketPolicy",
                "bucketPolicy",
                bucketPolicy(
                    "cloudfront.amazonaws.com",
                    "s3:GetObject",
                    Shape.of(
                        "StringEquals",
                        Shape.of(
                            "AWS:SourceArn",
                            "arn:aws:cloudfront::111122223333:distribution/EXAMPLE"))),
                "bucketName",
                "site-example",
                "Host",
                "site-example.s3.us-east-1.amazonaws.com",
                "policy",
                "")),
        Deployments.byStack(
            Call.write(
                "s3",
                "PutBucketPolicy",
                "bucketPolicy",
                bucketPolicy(
                    "mediapipelines.chime.amazonaws.com",
                    "s3:PutObject",
                    Shape.of("StringEquals", Shape.of("aws:SourceAccount", Actors.ACCOUNT))),
                "bucketName",
                "meeting-artifacts-example",
                "Host",
                "meeting-artifacts-example.s3.us-east-1.amazonaws.com",
                "policy",
                "")),
        Deployments.byStack(
            Call.write(
                "sns",
                "SetTopicAttributes",
                "topicArn",
                "arn:aws:sns:us-east-1:111122223333:orders",
                "attributeName",
                "Policy",
                "attributeValue",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"cloudwatch.amazonaws.com\"},\"Action\":\"sns:Publish\",\"Resource\":\"arn:aws:sns:us-east-1:111122223333:orders\",\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"111122223333\"}}}]}")),
        Deployments.byStack(
            Call.write(
                "sqs",
                "SetQueueAttributes",
                "queueUrl",
                "https://sqs.us-east-1.amazonaws.com/111122223333/orders",
                "attributes",
                Shape.of("VisibilityTimeout", "180"))),
        Deployments.byStack(
            Call.write(
                "events",
                "PutRule",
                "name",
                stack + "-nightly",
                "scheduleExpression",
                "rate(1 day)",
                "state",
                "ENABLED")),
        Deployments.byStack(
            Call.write(
                "events",
                "PutTargets",
                "rule",
                stack + "-nightly",
                "targets",
                List.of(
                    Shape.of(
                        "id",
                        "Target0",
                        "arn",
                        "arn:aws:lambda:us-east-1:111122223333:function:" + function)))),
        Deployments.byStack(
            Call.write(
                    "logs",
                    "PutRetentionPolicy",
                    "logGroupName",
                    "/aws/lambda/" + function,
                    "retentionInDays",
                    30)
                .with("apiVersion", "20140328")),
        Deployments.byStack(
            Call.write(
                "monitoring",
                "PutMetricAlarm",
                "alarmName",
                stack + "-errors",
                "metricName",
                "Errors",
                "namespace",
                "AWS/Lambda",
                "threshold",
                1.0,
                "evaluationPeriods",
                1)));
  }

  /** A stack is taken down and another put up. */
  static List<Happening> rebuild(Draw draw) {
    String stack = Deployments.stack(draw);
    String role = stack + "-Old-" + draw.capitals(12);
    return List.of(
        Deployments.byHand(
            Call.write("cloudformation", "DeleteStack", "stackName", stack + "-old")),
        Deployments.byStack(
            Call.write(
                "iam",
                "DetachRolePolicy",
                "roleName",
                role,
                "policyArn",
                "arn:aws:iam::aws:policy/AmazonChimeSDK")),
        Deployments.byStack(
            Call.write("iam", "DeleteRolePolicy", "roleName", role, "policyName", "inline")),
        Deployments.byStack(
            Call.write(
                "iam",
                "RemoveRoleFromInstanceProfile",
                "instanceProfileName",
                stack,
                "roleName",
                role)),
        Deployments.byStack(Call.write("iam", "DeleteRole", "roleName", role)),
        Deployments.byStack(
            Call.write("lambda", "DeleteFunction20150331", "functionName", stack + "-old")),
        Deployments.byStack(
            Call.write(
                "events", "RemoveTargets", "rule", stack + "-old", "ids", List.of("Target0"))),
        Deployments.byStack(Call.write("events", "DeleteRule", "name", stack + "-old")),
        Deployments.byStack(
            Call.write("logs", "DeleteLogGroup", "logGroupName", "/aws/lambda/" + stack + "-old")
                .with("apiVersion", "20140328")),
        Deployments.byStack(
            Call.write(
                "sns",
                "DeleteTopic",
                "topicArn",
                "arn:aws:sns:us-east-1:111122223333:" + stack + "-old")),
        Deployments.byStack(
            Call.write("monitoring", "DeleteAlarms", "alarmNames", List.of(stack + "-old-errors"))),
        Deployments.byStack(
            Call.write(
                "iam",
                "AddRoleToInstanceProfile",
                "instanceProfileName",
                stack,
                "roleName",
                stack + "-Worker")),
        Deployments.byStack(
            Call.write(
                "iam",
                "PutRolePermissionsBoundary",
                "roleName",
                stack + "-Worker",
                "permissionsBoundary",
                "arn:aws:iam::111122223333:policy/boundary")),
        Deployments.byStack(
            Call.write(
                "iam",
                "AttachRolePolicy",
                "roleName",
                stack + "-Worker",
                "policyArn",
                "arn:aws:iam::aws:policy/AmazonChimeSDK")),
        Deployments.byStack(
            Call.write(
                "iam",
                "AttachRolePolicy",
                "roleName",
                "stack-execution",
                "policyArn",
                "arn:aws:iam::aws:policy/AdministratorAccess")),
        Deployments.byStack(
            Call.write(
                "cloudtrail",
                "PutEventSelectors",
                "trailName",
                "account-trail",
                "eventSelectors",
                List.of(
                    Shape.of(
                        "readWriteType",
                        "All",
                        "includeManagementEvents",
                        true,
                        "dataResources",
                        List.of(
                            Shape.of(
                                "type",
                                "AWS::S3::Object",
                                "values",
                                List.of("arn:aws:s3:::orders-data-example/"))),
                        "excludeManagementEventSources",
                        List.of())))));
  }

  private static Map<String, Object> bucketPolicy(
      String service, String action, Map<String, Object> condition) {
    return Shape.of(
        "Version",
        "2012-10-17",
        "Statement",
        List.of(
            Shape.of(
                "Effect",
                "Allow",
                "Principal",
                Shape.of("Service", service),
                "Action",
                action,
                "Resource",
                "arn:aws:s3:::site-example/*",
                "Condition",
                condition)));
  }
}
