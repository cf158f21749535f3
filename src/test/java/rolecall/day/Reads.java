package rolecall.day;

import java.util.List;

/** What machines, functions, services and people ask of AWS all day. */
final class Reads {
  private Reads() {}

  /** What a service or a person asks to see what there is. */
  static Call inventory(Draw draw) {
    return switch (draw.below(22)) {
      case 0 ->
          Call.read(
              "ec2",
              "DescribeInstances",
              "instancesSet",
              items("instanceId", draw.id("i")),
              "filterSet",
              Shape.of());
      case 1 ->
          Call.read(
              "ec2",
              "DescribeInstances",
              "maxResults",
              1000,
              "instancesSet",
              Shape.of(),
              "filterSet",
              Shape.of());
      case 2 ->
          Call.read(
              "ec2",
              "DescribeSecurityGroups",
              "securityGroupSet",
              Shape.of(),
              "securityGroupIdSet",
              Shape.of(),
              "filterSet",
              Shape.of());
      case 3 ->
          Call.read(
              "ec2",
              "DescribeVolumes",
              "volumeSet",
              items("volumeId", draw.id("vol")),
              "filterSet",
              Shape.of());
      case 4 ->
          Call.read(
              "ec2",
              "DescribeNetworkInterfaces",
              "networkInterfaceIdSet",
              Shape.of(),
              "filterSet",
              Shape.of());
      case 5 ->
          Call.read(
              "ec2",
              "DescribeRouteTables",
              "routeTableIdSet",
              items("routeTableId", draw.id("rtb")),
              "filterSet",
              Shape.of());
      case 6 ->
          Call.read(
              "ec2",
              "DescribeVpcAttribute",
              "vpcId",
              draw.id("vpc"),
              "attribute",
              "enableDnsHostnames");
      case 7 -> bucket(draw, "GetBucketAcl", "acl");
      case 8 -> bucket(draw, "GetBucketPolicy", "policy");
      case 9 -> bucket(draw, "GetBucketVersioning", "versioning");
      case 10 -> Call.read("s3", "ListBuckets", "Host", "s3.amazonaws.com");
      case 11 ->
          Call.read(
              "rds", "DescribeDBInstances", "dBInstanceIdentifier", "orders-" + draw.below(4));
      case 12 ->
          Call.read(
                  "dynamodb", "DescribeTable", "tableName", draw.any("orders", "carts", "sessions"))
              .on("AWS::DynamoDB::Table", "arn:aws:dynamodb:us-east-1:111122223333:table/orders");
      case 13 ->
          Call.read(
              "lambda",
              "GetFunction20150331v2",
              "functionName",
              draw.any("orders-OrderFunction", "thumbnails-Resize", "rolecall-Function-EXAMPLE"));
      case 14 -> Call.read("lambda", "ListFunctions20150331", "maxItems", "50");
      case 15 -> Call.read("logs", "DescribeLogGroups", "limit", 50).with("apiVersion", "20140328");
      case 16 ->
          Call.read(
              "sns",
              "GetTopicAttributes",
              "topicArn",
              "arn:aws:sns:us-east-1:111122223333:"
                  + draw.any("orders", "billing-alarms", "rolecall-Alerts-EXAMPLE"));
      case 17 ->
          Call.read(
              "sqs",
              "GetQueueAttributes",
              "queueUrl",
              "https://sqs.us-east-1.amazonaws.com/111122223333/"
                  + draw.any("orders", "rolecall-Buffer-EXAMPLE"),
              "attributeNames",
              List.of("All"));
      case 18 -> Call.read("autoscaling", "DescribeAutoScalingGroups", "maxRecords", 100);
      case 19 ->
          Call.read("elasticloadbalancing", "DescribeLoadBalancers", "pageSize", 400)
              .with("apiVersion", "2015-12-01");
      case 20 ->
          Call.read(
              "cloudtrail",
              "DescribeTrails",
              "trailNameList",
              List.of(),
              "includeShadowTrails",
              true);
      default -> iam(draw);
    };
  }

  /** What IAM is asked; these name roles, service-linked ones too, and take or change none. */
  static Call iam(Draw draw) {
    String role =
        draw.any(
            "orders-OrderFunctionRole-EXAMPLE1",
            "conference-backend",
            "chime-webhook-lambda",
            "AWSServiceRoleForAmazonChimeVoiceConnector",
            "AWSServiceRoleForRDS",
            Actors.reservedRole("PowerUser"),
            "rolecall-FunctionRole-EXAMPLE");
    return switch (draw.below(10)) {
      case 0 -> Call.read("iam", "GetRole", "roleName", role);
      case 1 -> Call.read("iam", "ListRolePolicies", "roleName", role);
      case 2 -> Call.read("iam", "ListAttachedRolePolicies", "roleName", role);
      case 3 -> Call.read("iam", "ListInstanceProfilesForRole", "roleName", role);
      case 4 -> Call.read("iam", "ListRoleTags", "roleName", role);
      case 5 -> Call.read("iam", "ListRoles", "maxItems", 1000);
      case 6 ->
          Call.read(
              "iam",
              "GetPolicyVersion",
              "policyArn",
              "arn:aws:iam::aws:policy/AmazonChimeFullAccess",
              "versionId",
              "v1");
      case 7 -> Call.read("iam", "GetAccountSummary");
      case 8 ->
          Call.read(
              "iam",
              "GenerateServiceLastAccessedDetails",
              "arn",
              Actors.roleArn("/", "chime-webhook-lambda"),
              "granularity",
              "SERVICE_LEVEL");
      default -> Call.read("iam", "GetUser", "userName", "hana");
    };
  }

  /** What a machine asks for itself. */
  static Call ofMachine(Actor machine, Draw draw) {
    String instance = machine.arn().substring(machine.arn().lastIndexOf('/') + 1);
    return switch (draw.below(14)) {
      case 0, 1, 2 ->
          Call.write(
              "ssm",
              "UpdateInstanceInformation",
              "instanceId",
              instance,
              "agentVersion",
              "3.3.1611.0",
              "agentStatus",
              "Active",
              "platformType",
              "Linux",
              "platformName",
              "Amazon Linux",
              "platformVersion",
              "2023",
              "iPAddress",
              "192.0.2." + draw.below(250),
              "computerName",
              "ip-192-0-2-7.ec2.internal",
              "agentName",
              "amazon-ssm-agent",
              "availabilityZone",
              "us-east-1a");
      case 3 ->
          Call.read(
              "ec2",
              "DescribeTags",
              "maxResults",
              1000,
              "filterSet",
              Shape.of(
                  "items",
                  List.of(Shape.of("name", "resource-id", "valueSet", items("value", instance)))),
              "tagSet",
              Shape.of());
      case 4 ->
          Call.read(
              "ec2",
              "DescribeInstances",
              "instancesSet",
              items("instanceId", instance),
              "filterSet",
              Shape.of());
      case 5 -> Call.read("sts", "GetCallerIdentity");
      case 6, 7 ->
          key(
              draw,
              "Decrypt",
              "encryptionAlgorithm",
              "SYMMETRIC_DEFAULT",
              "encryptionContext",
              Shape.of("aws:s3:arn", "arn:aws:s3:::orders-data-example"));
      case 8 ->
          key(
              draw,
              "GenerateDataKey",
              "keySpec",
              "AES_256",
              "encryptionContext",
              Shape.of("aws:s3:arn", "arn:aws:s3:::orders-data-example"));
      case 9 ->
          Call.write(
                  "logs",
                  "CreateLogStream",
                  "logGroupName",
                  "/orders/application",
                  "logStreamName",
                  instance)
              .with("apiVersion", "20140328");
      case 10 -> Call.read("ecr", "GetAuthorizationToken");
      case 11 ->
          Call.read(
              "ecr",
              "BatchGetImage",
              "repositoryName",
              "orders",
              "registryId",
              Actors.ACCOUNT,
              "imageIds",
              List.of(Shape.of("imageTag", "2026.03.02")));
      case 12 -> Call.read("secretsmanager", "GetSecretValue", "secretId", "orders/database");
      default ->
          Call.write(
              "ssm",
              "PutInventory",
              "omitted",
              true,
              "originalSize",
              131072 + draw.below(9999),
              "reason",
              "requestParameters too large");
    };
  }

  /** What a function asks for itself. */
  static Call ofFunction(Actor function, Draw draw) {
    String name = function.arn().substring(function.arn().lastIndexOf('/') + 1);
    return switch (draw.below(9)) {
      case 0, 1 ->
          Call.write(
                  "logs",
                  "CreateLogStream",
                  "logGroupName",
                  "/aws/lambda/" + name,
                  "logStreamName",
                  "2026/03/03/[$LATEST]" + draw.capitals(32))
              .with("apiVersion", "20140328");
      case 2, 3 ->
          key(
              draw,
              "Decrypt",
              "encryptionAlgorithm",
              "SYMMETRIC_DEFAULT",
              "encryptionContext",
              Shape.of(
                  "aws:lambda:FunctionArn",
                  "arn:aws:lambda:us-east-1:111122223333:function:" + name));
      case 4 ->
          Call.read("dynamodb", "DescribeTable", "tableName", "orders")
              .on("AWS::DynamoDB::Table", "arn:aws:dynamodb:us-east-1:111122223333:table/orders");
      case 5 -> Call.read("secretsmanager", "GetSecretValue", "secretId", "orders/payment");
      case 6 -> Call.read("ssm", "GetParameter", "name", "/orders/flags", "withDecryption", true);
      case 7 ->
          Call.read(
              "ssm",
              "GetParametersByPath",
              "path",
              "/orders/",
              "recursive",
              true,
              "withDecryption",
              true);
      default -> Call.read("sts", "GetCallerIdentity");
    };
  }

  private static Call key(Draw draw, String name, Object... request) {
    return Call.read("kms", name, request)
        .on(
            "AWS::KMS::Key",
            "arn:aws:kms:us-east-1:111122223333:key/"
                + draw.any(
                    "00000000-0000-4000-8000-0000000000a1",
                    "00000000-0000-4000-8000-0000000000a2"));
  }

  private static Call bucket(Draw draw, String name, String asked) {
    String bucket =
        draw.any("orders-data-example", "access-logs-example", "meeting-artifacts-example");
    return Call.read(
            "s3",
            name,
            "bucketName",
            bucket,
            "Host",
            bucket + ".s3.us-east-1.amazonaws.com",
            asked,
            "")
        .with(
            "additionalEventData",
            Shape.of(
                "SignatureVersion",
                "SigV4",
                "CipherSuite",
                "TLS_AES_128_GCM_SHA256",
                "bytesTransferredIn",
                0,
                "AuthenticationMethod",
                "AuthHeader",
                "x-amz-id-2",
                draw.capitals(60) + "=",
                "bytesTransferredOut",
                200 + draw.below(900)))
        .on("AWS::S3::Bucket", "arn:aws:s3:::" + bucket);
  }

  private static java.util.Map<String, Object> items(String name, String value) {
    return Shape.of("items", List.of(Shape.of(name, value)));
  }
}
