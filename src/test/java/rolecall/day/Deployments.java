package rolecall.day;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

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

  static String stack(Draw draw) {
    return draw.any("orders", "thumbnails", "payroll-callback", "conference");
  }

  static Happening byHand(Call call) {
    return new Calls(Cast.PIPELINE, call);
  }

  static Happening byStack(Call call) {
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
