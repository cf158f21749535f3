package rolecall.day;

import java.util.ArrayList;
import java.util.List;

/** What fails on an ordinary day, in AWS's words. */
final class Refusals {
  private Refusals() {}

  /** A tool that inventories the account may read most of it, and asks for the rest as well. */
  static List<Happening> inventoryWithGaps(Draw draw) {
    List<Happening> done = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      done.add(new Calls(Cast.AUDITOR, draw.percent(50) ? Reads.iam(draw) : Reads.inventory(draw)));
    }
    String role =
        draw.any(
            "AWSServiceRoleForRDS",
            "AWSServiceRoleForAmazonChimeVoiceConnector",
            "chime-webhook-lambda",
            "rolecall-FunctionRole-EXAMPLE");
    done.add(
        deniedRead(
            Cast.AUDITOR,
            "iam",
            draw.any("GetRole", "ListRolePolicies", "GetRolePolicy"),
            "AccessDenied",
            "role " + role));
    done.add(deniedRead(Cast.AUDITOR, "iam", "GetLoginProfile", "AccessDenied", "user hana"));
    done.add(
        deniedRead(
            Cast.AUDITOR, "secretsmanager", "GetSecretValue", "AccessDenied", "orders/database"));
    return done;
  }

  /** Machines and functions ask for what their policies forget. */
  static List<Happening> forgottenRights(Draw draw) {
    Actor machine = draw.of(Cast.MACHINES);
    Actor function = draw.of(Cast.FUNCTIONS);
    String action = draw.any("DescribeInstances", "DescribeTags", "DescribeAvailabilityZones");
    return List.of(
        new Calls(
            machine,
            Call.read("ec2", action, "filterSet", Shape.of())
                .failed(
                    "Client.UnauthorizedOperation",
                    "You are not authorized to perform this operation. User: %s is not authorized to perform: ec2:%s because no identity-based policy allows the ec2:%s action"
                        .formatted(machine.arn(), action, action))),
        deniedRead(
            function,
            "ssm",
            "GetParameter",
            "AccessDeniedException",
            "arn:aws:ssm:us-east-1:111122223333:parameter/orders/beta"),
        deniedRead(
            function,
            "kms",
            "Decrypt",
            "AccessDenied",
            "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-0000000000a9"),
        deniedRead(
            machine,
            "s3",
            "GetBucketLocation",
            "AccessDenied",
            "\"arn:aws:s3:::orders-data-example\""),
        new Calls(
            machine,
            Call.read("sts", "AssumeRole")
                .failed(
                    "AccessDenied",
                    "User: %s is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/legacy-reporting"
                        .formatted(machine.arn()))));
  }

  /** What is not there, what comes too fast, what has expired. */
  static List<Happening> notThere(Draw draw) {
    Actor someone = draw.of(Cast.FUNCTIONS);
    String table = draw.id("rtb");
    return List.of(
        new Calls(
            someone,
            Call.read(
                    "s3",
                    "GetBucketLifecycle",
                    "lifecycle",
                    "",
                    "bucketName",
                    "orders-data-example",
                    "Host",
                    "orders-data-example.s3.us-east-1.amazonaws.com")
                .failed(
                    "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist")),
        new Calls(
            someone,
            Call.read(
                    "ec2",
                    "DescribeRouteTables",
                    "routeTableIdSet",
                    Shape.of("items", List.of(Shape.of("routeTableId", table))))
                .failed(
                    "Client.InvalidRouteTableID.NotFound",
                    "The routeTable ID '" + table + "' does not exist")),
        new Calls(
            Cast.PIPELINE,
            Call.read("iam", "GetRole", "roleName", "orders-new-role")
                .failed(
                    "NoSuchEntityException",
                    "The role with name orders-new-role cannot be found.")),
        new Calls(
            someone,
            Call.read("ssm", "DescribeParameters", "maxResults", 50)
                .failed("ThrottlingException", "Rate exceeded")),
        new Calls(
            Cast.BACKUP,
            Call.read("sts", "GetCallerIdentity")
                .failed(
                    "ExpiredTokenException",
                    "The security token included in the request is expired")));
  }

  private static Happening deniedRead(
      Actor actor, String service, String action, String code, String resource) {
    return new Calls(
        actor,
        Call.read(service, action)
            .failed(
                code,
                "User: %s is not authorized to perform: %s:%s on resource: %s because no identity-based policy allows the %s:%s action"
                    .formatted(actor.arn(), service, action, resource, service, action)));
  }
}
