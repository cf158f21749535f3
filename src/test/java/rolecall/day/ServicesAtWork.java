package rolecall.day;

import java.util.List;

/** AWS services that take roles of the account: the roles linked to them, and ordinary ones. */
final class ServicesAtWork {
  private static final List<Task> LINKED =
      List.of(
          linked("config.amazonaws.com", "AWSServiceRoleForConfig", "AWSConfig-Describe"),
          linked("cloudtrail.amazonaws.com", "AWSServiceRoleForCloudTrail", "CloudTrailOrg"),
          linked("rds.amazonaws.com", "AWSServiceRoleForRDS", "SLRManagement"),
          linked("ecs.amazonaws.com", "AWSServiceRoleForECS", "ecs-service-scheduler"),
          linked("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling", "AutoScaling"),
          linked("ssm.amazonaws.com", "AWSServiceRoleForAmazonSSM", "StateManagerService"),
          linked(
              "inspector2.amazonaws.com",
              "AWSServiceRoleForAmazonInspector2",
              "MandoService7381477"),
          linked("guardduty.amazonaws.com", "AWSServiceRoleForAmazonGuardDuty", "GuardDuty"),
          linked("support.amazonaws.com", "AWSServiceRoleForSupport", "AWSSupport"),
          linked("ops.apigateway.amazonaws.com", "AWSServiceRoleForAPIGateway", "APIGateway"),
          linked(
              "dynamodb.application-autoscaling.amazonaws.com",
              "AWSServiceRoleForApplicationAutoScaling_DynamoDBTable",
              "auto-scaling-update"),
          linked(
              "voiceconnector.chime.amazonaws.com",
              "AWSServiceRoleForAmazonChimeVoiceConnector",
              "voice-connector"),
          linked(
              "transcription.chime.amazonaws.com",
              "AWSServiceRoleForAmazonChimeTranscription",
              "transcription"),
          linked(
              "mediapipelines.chime.amazonaws.com",
              "AWSServiceRoleForAmazonChimeSDKMediaPipelines",
              "media-pipelines"),
          linked(
              "messaging.chime.amazonaws.com",
              "AWSServiceRoleForChimeSDKMessaging",
              "messaging-streaming"));

  /** Ordinary roles. The services ask for them, and two are named after Chime. */
  private static final List<Task> ORDINARY =
      List.of(
          new Task(
              "lambda.amazonaws.com",
              Actors.roleArn("/", "orders-OrderFunctionRole-EXAMPLE1"),
              "orders-OrderFunction"),
          new Task(
              "lambda.amazonaws.com",
              Actors.roleArn("/", "orders-RefundFunctionRole-EXAMPLE2"),
              "orders-RefundFunction"),
          new Task(
              "lambda.amazonaws.com",
              Actors.roleArn("/", "thumbnails-ResizeRole-EXAMPLE3"),
              "thumbnails-Resize"),
          new Task(
              "lambda.amazonaws.com", Actors.roleArn("/", "chime-webhook-lambda"), "chime-webhook"),
          new Task(
              "mediapipelines.chime.amazonaws.com",
              Actors.roleArn("/service-role/", "ChimeCallAnalyticsAccess"),
              "call-analytics"),
          new Task(
              "ecs-tasks.amazonaws.com",
              Actors.roleArn("/", "conference-backend"),
              "6f1c2a7d4be04f5a9d8e7c6b5a493827"),
          new Task(
              "pods.eks.amazonaws.com",
              Actors.roleArn("/", "chime-signalling-pod"),
              "eks-prod-signalling-0a1b2c3d"),
          new Task(
              "scheduler.amazonaws.com",
              Actors.roleArn("/", "nightly-report-schedule"),
              "nightly-report"),
          new Task(
              "events.amazonaws.com",
              Actors.roleArn("/service-role/", "orders-events-to-queue"),
              "events"),
          new Task(
              "codebuild.amazonaws.com",
              Actors.roleArn("/ci/", "orders-build"),
              "AWSCodeBuild-6f1c2a7d"),
          new Task(
              "cloudformation.amazonaws.com",
              Actors.roleArn("/ci/", "stack-execution"),
              "AWSCloudFormation"),
          new Task(
              "states.amazonaws.com", Actors.roleArn("/", "refund-workflow"), "refund-2026-03-03"),
          new Task(
              "vpc-flow-logs.amazonaws.com", Actors.roleArn("/", "flow-logs"), "vpc-flow-logs"),
          new Task(
              "monitoring.rds.amazonaws.com",
              Actors.roleArn("/", "rds-monitoring-role"),
              "RDSEnhancedMonitoring"));

  private ServicesAtWork() {}

  private record Task(String service, String roleArn, String session) {}

  static List<Happening> takeLinkedRole(Draw draw) {
    Task task = draw.of(LINKED);
    Actor service = Actors.service(task.service());
    if (task.session().equals("SLRManagement")) {
      return List.of(
          RolesTaken.assumed(
              service,
              task.roleArn(),
              task.session(),
              "policy",
              "{\"Version\":\"2008-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"ec2:DescribeVpcs\",\"ec2:CreateNetworkInterface\"],\"Resource\":\"*\"}]}",
              "durationSeconds",
              900));
    }
    return List.of(RolesTaken.assumed(service, task.roleArn(), task.session()));
  }

  static List<Happening> takeOrdinaryRole(Draw draw) {
    Task task = draw.of(ORDINARY);
    return List.of(
        RolesTaken.assumed(Actors.service(task.service()), task.roleArn(), task.session()));
  }

  static List<Happening> giveMachineItsRole(Draw draw) {
    Actor machine = draw.of(Cast.MACHINES);
    String[] session = machine.arn().split("/", -1);
    return List.of(
        RolesTaken.assumed(
            Actors.service("ec2.amazonaws.com"), Actors.roleArn("/", session[1]), session[2]));
  }

  /** Through their linked roles services look around all day. */
  static List<Happening> lookAround(Draw draw) {
    Actor linked = draw.of(Cast.LINKED);
    return List.of(
        new Calls(linked, Reads.inventory(draw)), new Calls(linked, Reads.inventory(draw)));
  }

  /** Services that report what they did themselves. */
  static List<Happening> reportThemselves(Draw draw) {
    Actor kms = Actors.serviceEvent("kms.amazonaws.com");
    Actor chime = Actors.serviceEvent("chime.amazonaws.com");
    Actor ec2 = Actors.serviceEvent("ec2.amazonaws.com");
    return List.of(
        draw.any(
            event(ec2, "ec2", "BidEvictedEvent", Shape.of("instanceIdSet", List.of(draw.id("i")))),
            event(kms, "kms", "RotateKey", Shape.of("keyId", draw.uuid())),
            event(
                chime,
                "chime",
                "ExpireChannel",
                Shape.of(
                    "channelArn",
                    "arn:aws:chime:us-east-1:111122223333:app-instance/a/channel/"
                        + draw.below(99))),
            event(
                chime,
                "chime",
                "ExpireAppInstanceUser",
                Shape.of(
                    "appInstanceUserArn",
                    "arn:aws:chime:us-east-1:111122223333:app-instance/a/user/"
                        + draw.below(99)))));
  }

  /** Identity Center provides a permission set; services make the roles that are linked to them. */
  static List<Happening> provideRoles(Draw draw) {
    Actor identityCenter = Actors.linked("sso.amazonaws.com", "AWSServiceRoleForSSO", "AWS-SSO");
    String role = Actors.reservedRole("PowerUser");
    String trust =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Federated\":\"arn:aws:iam::111122223333:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE\"},\"Action\":[\"sts:AssumeRoleWithSAML\",\"sts:TagSession\"],\"Condition\":{\"StringEquals\":{\"SAML:aud\":\"https://signin.aws.amazon.com/saml\"}}}]}";
    return List.of(
        new Calls(
            identityCenter,
            Call.write("iam", "UpdateAssumeRolePolicy", "roleName", role, "policyDocument", trust)),
        new Calls(
            identityCenter,
            Call.write(
                "iam",
                "AttachRolePolicy",
                "roleName",
                role,
                "policyArn",
                "arn:aws:iam::aws:policy/PowerUserAccess")),
        new Calls(
            identityCenter,
            Call.write("iam", "UpdateRole", "roleName", role, "maxSessionDuration", 43200)),
        new Calls(
            identityCenter,
            Call.write(
                "iam",
                "PutRolePolicy",
                "roleName",
                role,
                "policyName",
                "AwsSSOInlinePolicy",
                "policyDocument",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"iam:*\",\"Resource\":\"*\"}]}")),
        new Calls(
            Actors.service("lambda.amazonaws.com"),
            Call.read("sts", "AssumeRole")
                .failed(
                    "AccessDenied",
                    "User: lambda.amazonaws.com is not authorized to perform: sts:AssumeRole on"
                        + " resource: arn:aws:iam::111122223333:role/chime-webhook-lambda")),
        new Calls(
            draw.of(Cast.WORKFORCE).through("rds.amazonaws.com"),
            Call.write("iam", "CreateServiceLinkedRole", "aWSServiceName", "rds.amazonaws.com")
                .failed(
                    "InvalidInputException",
                    "Service role name AWSServiceRoleForRDS has been taken in this account, please"
                        + " try a different suffix.")));
  }

  private static Happening event(
      Actor service, String source, String name, java.util.Map<String, Object> details) {
    return new Calls(
        service,
        Call.write(source, name)
            .with("eventType", "AwsServiceEvent")
            .with("serviceEventDetails", details));
  }

  private static Task linked(String service, String role, String session) {
    return new Task(service, Actors.roleArn("/aws-service-role/" + service + "/", role), session);
  }
}
