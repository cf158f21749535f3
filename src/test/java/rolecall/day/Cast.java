package rolecall.day;

import java.util.List;
import java.util.stream.IntStream;

/** Who lives in the account. */
final class Cast {
  static final List<Actor> MACHINES =
      IntStream.range(0, 48)
          .mapToObj(n ->
              Actors.instance(
                  List.of("web-instance", "orders-instance", "batch-instance", "bastion-instance")
                      .get(n % 4),
                  n))
          .toList();

  static final List<Actor> FUNCTIONS =
      List.of(
          Actors.function("orders-OrderFunctionRole-EXAMPLE1", "orders-OrderFunction"),
          Actors.function("orders-RefundFunctionRole-EXAMPLE2", "orders-RefundFunction"),
          Actors.function("thumbnails-ResizeRole-EXAMPLE3", "thumbnails-Resize"),
          Actors.function("nightly-report-role", "nightly-report"),
          Actors.function("payroll-callback-role", "payroll-callback"));

  /** The applications on the Chime SDK: one in a container, one in a function. */
  static final Actor MEETING_APP =
      Actors.session(
          "/",
          "conference-backend",
          "6f1c2a7d4be04f5a9d8e7c6b5a493827",
          "203.0.113.60",
          "aws-sdk-java/2.30.2 md/io#sync ua/2.1 os/Linux#5.10 lang/java#21.0.5"
              + " exec-env/AWS_ECS_FARGATE");

  static final Actor MEETING_FUNCTION = Actors.function("chime-webhook-lambda", "chime-webhook");

  /** What AWS services do through the roles that are linked to them. */
  static final List<Actor> LINKED =
      List.of(
          Actors.linked("config.amazonaws.com", "AWSServiceRoleForConfig", "configLambdaExecution"),
          Actors.linked("config.amazonaws.com", "AWSServiceRoleForConfig", "AWSConfig-Describe"),
          Actors.linked(
              "inspector2.amazonaws.com",
              "AWSServiceRoleForAmazonInspector2",
              "MandoService7381477"),
          Actors.linked("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling", "AutoScaling"),
          Actors.linked("ecs.amazonaws.com", "AWSServiceRoleForECS", "ecs-service-scheduler"),
          Actors.linked(
              "elasticloadbalancing.amazonaws.com",
              "AWSServiceRoleForElasticLoadBalancing",
              "ElasticLoadBalancing"),
          Actors.linked(
              "trustedadvisor.amazonaws.com",
              "AWSServiceRoleForTrustedAdvisor",
              "TrustedAdvisor_111122223333"),
          Actors.linked(
              "dynamodb.application-autoscaling.amazonaws.com",
              "AWSServiceRoleForApplicationAutoScaling_DynamoDBTable",
              "auto-scaling-update"));

  static final List<Actor> WORKFORCE =
      List.of(
          Actors.workforce("ReadOnly", "ana", 1),
          Actors.workforce("ReadOnly", "ben", 2),
          Actors.workforce("PowerUser", "chris", 3),
          Actors.workforce("PowerUser", "eli", 4),
          Actors.workforce("Billing", "fay", 5),
          Actors.workforce("SecurityAudit", "gus", 6));

  /** The pipeline that deploys, signed in through GitHub's provider. */
  static final Actor PIPELINE =
      Actors.session(
          "/ci/",
          "github-deploy",
          "GitHubActions",
          "203.0.113.7",
          "aws-sdk-js/3.716.0 ua/2.1 os/linux#6.8.0 lang/js md/nodejs#20.18.1 api/sts#3.716.0");

  /** A tool that inventories the account and may not read everything. */
  static final Actor AUDITOR =
      Actors.session(
          "/audit/",
          "posture-scanner",
          "posture-nightly",
          "203.0.113.11",
          "Boto3/1.36.3 md/Botocore#1.36.3 ua/2.0 os/linux#6.1.0 lang/python#3.12.8");

  static final Actor HANA = Actors.user("hana", "198.51.100.41", "aws-cli/2.22.35");
  static final Actor IVO = Actors.user("ivo", "198.51.100.42", "aws-cli/2.17.4");
  static final Actor BACKUP =
      Actors.user("backup-appliance", "198.51.100.90", "aws-sdk-java/1.12.780 Linux/4.18.0");

  /** The monitor's own function. */
  static final Actor MONITOR =
      Actors.function("rolecall-FunctionRole-EXAMPLE", "rolecall-Function-EXAMPLE");

  /** Whoever runs the Chime SDK's telephony: a person in Identity Center's ChimeAdmin set. */
  static final Actor VOICE_ADMIN = Actors.workforce("ChimeAdmin", "dana", 7);

  private Cast() {}
}
