package rolecall.deploy;

import java.util.Map;
import java.util.Set;
import rolecall.json.Json;

/** What CloudFormation calls things: {@code rolecall-Buffer-EXAMPLE1}, an ARN, a queue's URL. */
final class PhysicalNames {
  static final String ACCOUNT = "111122223333";
  static final String REGION = "us-east-1";

  /** What has no name, only an id. */
  static final String KEY_ID = "00000000-0000-4000-8000-0000000000b1";

  static final String MAPPING_ID = "00000000-0000-4000-8000-0000000000b2";

  /** Names of these are cut to 64 characters, the stack's part and the resource's to 24 each. */
  private static final Set<String> SHORT =
      Set.of("AWS::Events::Rule", "AWS::IAM::Role", "AWS::Serverless::Function");

  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::AccountId",
          ACCOUNT,
          "AWS::Region",
          REGION,
          "AWS::Partition",
          "aws",
          "AWS::URLSuffix",
          "amazonaws.com");

  private final Template template;
  private final String stack;
  private final Resolver resolver;

  PhysicalNames(Template template, String stack, Resolver resolver) {
    this.template = template;
    this.stack = stack;
    this.resolver = resolver;
  }

  String ref(String name) {
    if (name.equals("AWS::StackName")) {
      return stack;
    }
    String pseudo = PSEUDO.get(name);
    if (pseudo != null) {
      return pseudo;
    }
    if (name.endsWith(".Alias")) {
      return arn("lambda", "function:" + named(name.substring(0, name.indexOf('.'))) + ":live");
    }
    if (name.equals("MonitorFunctionBuffer")) {
      return MAPPING_ID; // the SAM transform calls the mapping so
    }
    return switch (type(name)) {
      case "AWS::SNS::Topic" -> arn("sns", named(name));
      case "AWS::SQS::Queue" ->
          "https://sqs." + REGION + ".amazonaws.com/" + ACCOUNT + "/" + named(name);
      case "AWS::KMS::Key" -> KEY_ID;
      default -> named(name);
    };
  }

  /** {@code Buffer.Arn}. */
  String attribute(String written) {
    int dot = written.indexOf('.');
    String name = written.substring(0, dot);
    String attribute = written.substring(dot + 1);
    if (attribute.equals("QueueName") || attribute.equals("TopicName")) {
      return named(name);
    }
    if (!attribute.equals("Arn")) {
      throw new IllegalArgumentException("no attribute: " + written);
    }
    return switch (type(name)) {
      case "AWS::SQS::Queue" -> arn("sqs", named(name));
      case "AWS::Events::Rule" -> arn("events", "rule/" + bus(name) + named(name));
      case "AWS::Events::EventBus" -> arn("events", "event-bus/" + named(name));
      case "AWS::DynamoDB::Table" -> arn("dynamodb", "table/" + named(name));
      case "AWS::KMS::Key" -> arn("kms", "key/" + KEY_ID);
      case "AWS::Logs::LogGroup" -> arn("logs", "log-group:" + named(name) + ":*");
      case "AWS::IAM::Role" -> "arn:aws:iam::" + ACCOUNT + ":role/" + named(name);
      case "AWS::Serverless::Function" -> arn("lambda", "function:" + named(name));
      default -> throw new IllegalArgumentException("no ARN of a " + type(name));
    };
  }

  private String bus(String rule) {
    Json bus = written(rule).get("Properties").get("EventBusName");
    return bus.isPresent() ? resolver.text(bus) + "/" : "";
  }

  private String named(String name) {
    for (String property :
        new String[] {
          "Name", "RoleName", "QueueName", "LogGroupName", "AliasName", "AlarmName", "DashboardName"
        }) {
      Json given = written(name).get("Properties").get(property);
      if (given.isPresent()) {
        return resolver.text(given);
      }
    }
    int most = SHORT.contains(type(name)) ? 64 : type(name).equals("AWS::SQS::Queue") ? 80 : 255;
    boolean cut = stack.length() + name.length() + 15 > most;
    return (cut ? cut(stack) + "-" + cut(name) : stack + "-" + name) + "-EXAMPLE00001";
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(24, text.length()));
  }

  private String type(String name) {
    return written(name).get("Type").text().orElseThrow();
  }

  private Json written(String name) {
    Json resource = template.tree().get("Resources").get(name);
    if (!resource.isPresent()) {
      throw new IllegalArgumentException(template.file() + ": there is no resource " + name);
    }
    return resource;
  }

  private static String arn(String service, String rest) {
    return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + rest;
  }
}
