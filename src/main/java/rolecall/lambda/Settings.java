package rolecall.lambda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import rolecall.source.DidYouMean;

/**
 * What the deployment tells the function, from variables of its environment.
 *
 * @param topicArn where alerts go
 * @param tableName the table that remembers what was told; without one, each running copy of the
 *     function remembers by itself
 * @param policy where the policy stands in S3; the bundled one judges without
 * @param policySha256 the only policy that may be loaded, by its hash
 * @param chat whether {@code https} subscribers receive the schema of Amazon Q Developer
 * @param lineage whether CloudTrail is asked for the sessions behind an event
 * @param monitorResources what else belongs to the monitor: the stack's name, ids without a name
 * @param stack the value of the metrics' dimension {@code Stack}
 * @param heartbeatTopicArn where signs of life go, for machines
 * @param functionName what Lambda calls the function, which may be shorter than its stack's name
 */
record Settings(
    String topicArn,
    Optional<String> tableName,
    Optional<PolicyPlace> policy,
    Optional<String> policySha256,
    boolean chat,
    boolean lineage,
    List<String> monitorResources,
    Optional<String> stack,
    Optional<String> heartbeatTopicArn,
    Optional<String> functionName) {
  private static final String PREFIX = "ROLECALL_";
  private static final String TOPIC_ARN = PREFIX + "TOPIC_ARN";
  private static final String TABLE_NAME = PREFIX + "TABLE_NAME";
  static final String POLICY_URI = PREFIX + "POLICY_URI";
  static final String POLICY_SHA256 = PREFIX + "POLICY_SHA256";
  private static final String CHAT = PREFIX + "CHAT";
  private static final String LINEAGE = PREFIX + "LINEAGE";
  static final String MONITOR_RESOURCES = PREFIX + "MONITOR_RESOURCES";
  static final String STACK = PREFIX + "STACK";
  private static final String HEARTBEAT_TOPIC_ARN = PREFIX + "HEARTBEAT_TOPIC_ARN";

  /** Lambda's own. */
  static final String FUNCTION_NAME = "AWS_LAMBDA_FUNCTION_NAME";

  /** Every variable that a deployment may set. */
  static final List<String> NAMES =
      List.of(
          TOPIC_ARN,
          TABLE_NAME,
          POLICY_URI,
          POLICY_SHA256,
          CHAT,
          LINEAGE,
          MONITOR_RESOURCES,
          STACK,
          HEARTBEAT_TOPIC_ARN);

  private static final Pattern TOPIC =
      Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}");
  private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{3,255}");
  private static final Pattern POLICY = Pattern.compile("s3://([a-z0-9.-]{3,63})/(.{1,1024})");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  Settings {
    Objects.requireNonNull(topicArn, "topicArn is null");
    Objects.requireNonNull(tableName, "tableName is null");
    Objects.requireNonNull(policy, "policy is null");
    Objects.requireNonNull(policySha256, "policySha256 is null");
    monitorResources = List.copyOf(monitorResources);
    Objects.requireNonNull(stack, "stack is null");
    Objects.requireNonNull(heartbeatTopicArn, "heartbeatTopicArn is null");
    Objects.requireNonNull(functionName, "functionName is null");
  }

  /** An object in S3. */
  record PolicyPlace(String bucket, String key) {
    PolicyPlace {
      Objects.requireNonNull(bucket, "bucket is null");
      Objects.requireNonNull(key, "key is null");
    }
  }

  /**
   * Reads the variables; an empty one is as good as none.
   *
   * @throws CannotStart when something is wrong with them, with all of it
   */
  static Settings of(Map<String, String> environment) {
    List<String> wrong = new ArrayList<>();
    Reader reader = new Reader(environment, wrong);
    Optional<String> topic = reader.matching(TOPIC_ARN, TOPIC, "the ARN of an SNS topic");
    if (reader.text(TOPIC_ARN).isEmpty()) {
      wrong.add(TOPIC_ARN + " is missing. Set it to the ARN of the topic that alerts go to.");
    }
    Settings settings =
        new Settings(
            topic.orElse(""),
            reader.matching(TABLE_NAME, TABLE, "the name of a DynamoDB table"),
            reader
                .matching(POLICY_URI, POLICY, "an object in S3: s3://bucket/key")
                .map(Settings::place),
            reader.matching(POLICY_SHA256, SHA256, "64 hex digits in small letters"),
            reader.oneOf(CHAT, List.of("off", "amazon-q")).filter("amazon-q"::equals).isPresent(),
            reader.oneOf(LINEAGE, List.of("on", "off")).filter("off"::equals).isEmpty(),
            reader.list(MONITOR_RESOURCES),
            reader.text(STACK),
            reader.matching(HEARTBEAT_TOPIC_ARN, TOPIC, "the ARN of an SNS topic"),
            reader.text(FUNCTION_NAME));
    reader.strangers();
    if (!wrong.isEmpty()) {
      throw CannotStart.wrongSettings(wrong);
    }
    return settings;
  }

  private static PolicyPlace place(String uri) {
    int slash = uri.indexOf('/', "s3://".length());
    return new PolicyPlace(uri.substring("s3://".length(), slash), uri.substring(slash + 1));
  }

  /** Reads one variable after the other, and notes what is wrong. */
  private record Reader(Map<String, String> environment, List<String> wrong) {
    Optional<String> text(String name) {
      return Optional.ofNullable(environment.get(name))
          .map(String::strip)
          .filter(text -> !text.isEmpty());
    }

    Optional<String> matching(String name, Pattern pattern, String what) {
      Optional<String> text = text(name);
      if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
        wrong.add("%s is '%s', which is not %s.".formatted(name, text.get(), what));
        return Optional.empty();
      }
      return text;
    }

    Optional<String> oneOf(String name, List<String> words) {
      Optional<String> text = text(name);
      if (text.isPresent() && !words.contains(text.get())) {
        wrong.add(
            "%s is '%s'. Set it to %s.".formatted(name, text.get(), String.join(" or ", words)));
      }
      return text;
    }

    List<String> list(String name) {
      return text(name).stream()
          .flatMap(text -> Arrays.stream(text.split(",")))
          .map(String::strip)
          .filter(item -> !item.isEmpty())
          .toList();
    }

    void strangers() {
      new TreeMap<>(environment)
          .keySet().stream()
              .filter(name -> name.startsWith(PREFIX) && !NAMES.contains(name))
              .map(Reader::stranger)
              .forEach(wrong::add);
    }

    private static String stranger(String name) {
      return name
          + " is not a setting. "
          + DidYouMean.nearest(name, NAMES)
              .map(near -> "Did you mean " + near + "?")
              .orElse("Take it out.");
    }
  }
}
