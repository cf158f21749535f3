package rolecall.day;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A pipeline deploys through CloudFormation, which calls the rest for it. */
final class Deployments {
  private static final String ASSUME = "\"Action\":\"sts:AssumeRole\"";
  private static final String FOR_FUNCTIONS =
      trust("{\"Service\":\"lambda.amazonaws.com\"}", ASSUME);

  /** Trusts as stacks write them: services, the account itself, one repository, one directory. */
  private static final List<String> TRUSTS =
      List.of(
          FOR_FUNCTIONS,
          trust(
              "{\"Service\":[\"ecs-tasks.amazonaws.com\"]}",
              ASSUME
                  + ",\"Condition\":{\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:ecs:us-east-1:111122223333:*\"}}"),
          trust("{\"AWS\":\"arn:aws:iam::111122223333:root\"}", ASSUME),
          trust("{\"AWS\":\"arn:aws:iam::111122223333:role/ci/github-deploy\"}", ASSUME),
          trust(
              "{\"Federated\":\"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com\"}",
              "\"Action\":\"sts:AssumeRoleWithWebIdentity\",\"Condition\":{\"StringEquals\":{\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\"},\"StringLike\":{\"token.actions.githubusercontent.com:sub\":\"repo:example/orders:*\"}}"),
          trust(
              "{\"Service\":\"mediapipelines.chime.amazonaws.com\"}",
              ASSUME
                  + ",\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"111122223333\"},\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:chime:*:111122223333:*\"}}"));

  private static final List<String> PERMISSIONS =
      List.of(
          permit(
              "[\"dynamodb:GetItem\",\"dynamodb:PutItem\"]",
              "\"arn:aws:dynamodb:us-east-1:111122223333:table/orders\""),
          permit(
              "[\"chime:CreateMeeting\",\"chime:CreateAttendee\",\"chime:DeleteMeeting\",\"chime:GetMeeting\"]",
              "\"*\""),
          permit("\"logs:*\"", "\"*\""),
          permit("\"*\"", "\"*\""),
          permit(
              "\"dynamodb:*\"",
              "\"*\",\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/team\":\"orders\"}}"),
          permit("\"s3:GetObject\"", "\"arn:aws:s3:::orders-data-example/*\""),
          permit("[\"sns:Publish\"]", "\"arn:aws:sns:us-east-1:111122223333:orders\""));

  private Deployments() {}

  static List<Happening> signIn(Draw draw) {
    return List.of(
        RolesTaken.throughGitHub(Actors.roleArn("/ci/", "github-deploy")),
        new Calls(Cast.PIPELINE, Call.read("sts", "GetCallerIdentity")),
        RolesTaken.assumed(
            Cast.PIPELINE,
            Actors.roleArn("/", "cdk-hnb659fds-deploy-role-111122223333-us-east-1"),
            "aws-cdk-runner"),
        RolesTaken.assumed(
            Cast.PIPELINE, "arn:aws:iam::123456789012:role/shared/artifact-reader", "orders"),
        new Calls(
            Cast.PIPELINE, Call.read("cloudformation", "DescribeStacks", "stackName", stack(draw))),
        new Calls(
            Cast.PIPELINE,
            Call.read(
                "cloudformation",
                "GetTemplate",
                "stackName",
                stack(draw),
                "templateStage",
                "Original")));
  }

  static List<Happening> deploy(Draw draw) {
    String stack = stack(draw);
    String role = stack + "-Role-" + draw.capitals(12);
    String trust = draw.of(TRUSTS);
    return List.of(
        byHand(
            Call.write(
                "cloudformation",
                "CreateChangeSet",
                "stackName",
                stack,
                "changeSetName",
                "cdk-deploy-change-set",
                "changeSetType",
                "UPDATE",
                "capabilities",
                List.of("CAPABILITY_NAMED_IAM"))),
        byHand(
            Call.write(
                "cloudformation",
                "ExecuteChangeSet",
                "stackName",
                stack,
                "changeSetName",
                "cdk-deploy-change-set")),
        byStack(created(role, trust)),
        byStack(
            Call.write(
                "iam",
                "TagRole",
                "roleName",
                role,
                "tags",
                List.of(Shape.of("key", "team", "value", "orders")))),
        byStack(
            Call.write(
                "iam",
                "PutRolePolicy",
                "roleName",
                role,
                "policyName",
                "inline",
                "policyDocument",
                draw.of(PERMISSIONS))),
        byStack(
            Call.write(
                "iam",
                "AttachRolePolicy",
                "roleName",
                role,
                "policyArn",
                "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")),
        byStack(
            Call.write(
                "iam",
                "UpdateAssumeRolePolicy",
                "roleName",
                stack + "-Worker",
                "policyDocument",
                draw.of(TRUSTS))),
        byStack(
            Call.write(
                "iam",
                "UpdateRole",
                "roleName",
                stack + "-Worker",
                "description",
                "worker",
                "maxSessionDuration",
                7200)),
        byStack(
            Call.write(
                "iam",
                "CreatePolicyVersion",
                "policyArn",
                "arn:aws:iam::111122223333:policy/" + stack,
                "policyDocument",
                draw.of(PERMISSIONS),
                "setAsDefault",
                true)),
        byStack(draw.any(newLinkedRole(), takenLinkedRole())),
        byStack(Call.read("iam", "GetRole", "roleName", role)));
  }

  static List<Happening> connect(Draw draw) {
    String stack = stack(draw);
    String function = stack + "-Function-" + draw.capitals(12);
    return List.of(
        byStack(
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
        byStack(
            Call.write(
                "lambda", "UpdateFunctionConfiguration20150331v2", "functionName", function)),
        byStack(Call.write("lambda", "PublishVersion20150331", "functionName", function)),
        byStack(
            Call.write(
                "lambda",
                "UpdateAlias20150331",
                "functionName",
                function,
                "name",
                "live",
                "functionVersion",
                "42")),
        byStack(
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
        byStack(
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
        byStack(
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
        byStack(
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
        byStack(
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
        byStack(
            Call.write(
                "sns",
                "SetTopicAttributes",
                "topicArn",
                "arn:aws:sns:us-east-1:111122223333:orders",
                "attributeName",
                "Policy",
                "attributeValue",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"cloudwatch.amazonaws.com\"},\"Action\":\"sns:Publish\",\"Resource\":\"arn:aws:sns:us-east-1:111122223333:orders\",\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"111122223333\"}}}]}")),
        byStack(
            Call.write(
                "sqs",
                "SetQueueAttributes",
                "queueUrl",
                "https://sqs.us-east-1.amazonaws.com/111122223333/orders",
                "attributes",
                Shape.of("VisibilityTimeout", "180"))),
        byStack(
            Call.write(
                "events",
                "PutRule",
                "name",
                stack + "-nightly",
                "scheduleExpression",
                "rate(1 day)",
                "state",
                "ENABLED")),
        byStack(
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
        byStack(
            Call.write(
                    "logs",
                    "PutRetentionPolicy",
                    "logGroupName",
                    "/aws/lambda/" + function,
                    "retentionInDays",
                    30)
                .with("apiVersion", "20140328")),
        byStack(
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
    String stack = stack(draw);
    String role = stack + "-Old-" + draw.capitals(12);
    return List.of(
        byHand(Call.write("cloudformation", "DeleteStack", "stackName", stack + "-old")),
        byStack(
            Call.write(
                "iam",
                "DetachRolePolicy",
                "roleName",
                role,
                "policyArn",
                "arn:aws:iam::aws:policy/AmazonChimeSDK")),
        byStack(Call.write("iam", "DeleteRolePolicy", "roleName", role, "policyName", "inline")),
        byStack(
            Call.write(
                "iam",
                "RemoveRoleFromInstanceProfile",
                "instanceProfileName",
                stack,
                "roleName",
                role)),
        byStack(Call.write("iam", "DeleteRole", "roleName", role)),
        byStack(Call.write("lambda", "DeleteFunction20150331", "functionName", stack + "-old")),
        byStack(
            Call.write(
                "events", "RemoveTargets", "rule", stack + "-old", "ids", List.of("Target0"))),
        byStack(Call.write("events", "DeleteRule", "name", stack + "-old")),
        byStack(
            Call.write("logs", "DeleteLogGroup", "logGroupName", "/aws/lambda/" + stack + "-old")
                .with("apiVersion", "20140328")),
        byStack(
            Call.write(
                "sns",
                "DeleteTopic",
                "topicArn",
                "arn:aws:sns:us-east-1:111122223333:" + stack + "-old")),
        byStack(
            Call.write("monitoring", "DeleteAlarms", "alarmNames", List.of(stack + "-old-errors"))),
        byStack(
            Call.write(
                "iam",
                "AddRoleToInstanceProfile",
                "instanceProfileName",
                stack,
                "roleName",
                stack + "-Worker")),
        byStack(
            Call.write(
                "iam",
                "PutRolePermissionsBoundary",
                "roleName",
                stack + "-Worker",
                "permissionsBoundary",
                "arn:aws:iam::111122223333:policy/boundary")),
        byStack(
            Call.write(
                "iam",
                "AttachRolePolicy",
                "roleName",
                stack + "-Worker",
                "policyArn",
                "arn:aws:iam::aws:policy/AmazonChimeSDK")),
        byStack(
            Call.write(
                "iam",
                "AttachRolePolicy",
                "roleName",
                "stack-execution",
                "policyArn",
                "arn:aws:iam::aws:policy/AdministratorAccess")),
        byStack(
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

  private static String stack(Draw draw) {
    return draw.any("orders", "thumbnails", "payroll-callback", "conference");
  }

  private static Happening byHand(Call call) {
    return new Calls(Cast.PIPELINE, call);
  }

  private static Happening byStack(Call call) {
    return new Calls(Cast.PIPELINE.through("cloudformation.amazonaws.com"), call);
  }

  private static Call created(String role, String trust) {
    return Call.write("iam", "CreateRole", "roleName", role, "assumeRolePolicyDocument", trust)
        .answered(
            "role",
            Shape.of(
                "path",
                "/",
                "roleName",
                role,
                "roleId",
                "AROAEXAMPLE" + Actors.digits(role),
                "arn",
                Actors.roleArn("/", role),
                "createDate",
                "Mar 3, 2026, 10:04:00 AM",
                "assumeRolePolicyDocument",
                URLEncoder.encode(trust, StandardCharsets.UTF_8).replace("+", "%20")));
  }

  private static Call newLinkedRole() {
    String path = "/aws-service-role/ecs.application-autoscaling.amazonaws.com/";
    String role = "AWSServiceRoleForApplicationAutoScaling_ECSService";
    return Call.write(
            "iam",
            "CreateServiceLinkedRole",
            "aWSServiceName",
            "ecs.application-autoscaling.amazonaws.com")
        .answered(
            "role",
            Shape.of(
                "path",
                path,
                "roleName",
                role,
                "roleId",
                "AROAEXAMPLE" + Actors.digits(role),
                "arn",
                Actors.roleArn(path, role),
                "createDate",
                "Mar 3, 2026, 10:04:00 AM",
                "assumeRolePolicyDocument",
                URLEncoder.encode(FOR_FUNCTIONS, StandardCharsets.UTF_8)
                    .replace("lambda", "ecs.application-autoscaling")));
  }

  private static Call takenLinkedRole() {
    return Call.write("iam", "CreateServiceLinkedRole", "aWSServiceName", "ecs.amazonaws.com")
        .failed(
            "InvalidInputException",
            "Service role name AWSServiceRoleForECS has been taken in this account, please try a"
                + " different suffix.");
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

  private static String trust(String principal, String rest) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
        + principal
        + ","
        + rest
        + "}]}";
  }

  private static String permit(String actions, String resource) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
        + actions
        + ",\"Resource\":"
        + resource
        + "}]}";
  }
}
