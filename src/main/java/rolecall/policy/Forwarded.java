package rolecall.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rolecall.json.Json;
import rolecall.json.Members;
import rolecall.pattern.Pattern;
import rolecall.pattern.Truth;
import rolecall.pattern.Unknowns;
import rolecall.record.TrailRecord;
import rolecall.source.Node;
import rolecall.source.Problems;
import rolecall.source.YamlReader;

/**
 * Which records the EventBridge rules of a deployment let through to the monitor, so that one that
 * CloudTrail has and the monitor never saw can be told from one that was never meant for it.
 *
 * <p>{@code rolecall/forwarded.json} holds the rules of the template. What only the deployed stack
 * can name (its key, its policy's bucket, a queue whose name was cut) is left out of their lists of
 * values: a record that comes through for such a value alone is not expected here. Immutable and
 * thread-safe; reading the rules takes some milliseconds, so nobody should before they are needed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html">AWS:
 *     events delivered via CloudTrail</a>
 */
public final class Forwarded {
  private static final String FILE = "rolecall/forwarded.json";
  private static final String STACK_NAME = "${AWS::StackName}";
  private static final String WIDE = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

  /** The envelope's {@code detail-type} by the record's {@code eventType}. */
  private static final Map<String, String> DETAIL_TYPES =
      Map.of(
          "AwsApiCall", "AWS API Call via CloudTrail",
          "AwsServiceEvent", "AWS Service Event via CloudTrail",
          "AwsConsoleAction", "AWS Console Action via CloudTrail",
          "AwsConsoleSignIn", "AWS Console Sign In via CloudTrail",
          "AwsConsoleSignin", "AWS Console Signin via CloudTrail");

  /** A rule; a wide one gets read-only management events too. */
  private record Gate(boolean wide, Pattern pattern) {}

  private final List<Gate> gates;

  private Forwarded(List<Gate> gates) {
    this.gates = List.copyOf(gates);
  }

  /**
   * The rules of a deployment.
   *
   * @param stack the name of its CloudFormation stack
   */
  public static Forwarded by(String stack) {
    if (!stack.matches("[A-Za-z][A-Za-z0-9-]{0,127}")) {
      throw new IllegalArgumentException("no stack is called '" + stack + "'");
    }
    String text = text().replace(STACK_NAME, stack);
    Problems problems = new Problems(FILE, text);
    List<Gate> gates = new ArrayList<>();
    if (YamlReader.read(FILE, text, problems).orElse(null) instanceof Node.ListNode rules) {
      rules.items().forEach(rule -> gate(rule, problems).ifPresent(gates::add));
    }
    if (problems.hasErrors() || gates.isEmpty()) {
      throw new IllegalStateException(FILE + " holds no rules: " + problems.render());
    }
    return new Forwarded(gates);
  }

  private static Optional<Gate> gate(Node rule, Problems problems) {
    return rule instanceof Node.MapNode map
            && map.get("state").orElse(null) instanceof Node.TextNode state
        ? map.get("pattern")
            .flatMap(node -> Pattern.compile(node, new NamedLists(Map.of()), problems))
            .map(pattern -> new Gate(state.value().equals(WIDE), pattern))
        : Optional.empty();
  }

  private static String text() {
    try (InputStream file = Forwarded.class.getResourceAsStream("/" + FILE)) {
      return new String(
          Objects.requireNonNull(file, FILE + " is missing").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Whether a rule surely lets the record through. AWS documents that a rule in the plain state
   * gets some read-only management events too, and names none: those are not expected.
   */
  public boolean forwards(TrailRecord record) {
    Json.Obj tree = record.tree();
    String detailType = DETAIL_TYPES.get(tree.get("eventType").text().orElse("AwsApiCall"));
    if (detailType == null) {
      return false;
    }
    Json.Obj event = new Members().text("detail-type", detailType).value("detail", tree).build();
    boolean reads =
        tree.get("readOnly").truth().orElse(false)
            && tree.get("managementEvent").truth().orElse(true);
    for (Gate gate : gates) {
      if ((gate.wide() || !reads) && gate.pattern().test(event, Unknowns.NONE) == Truth.YES) {
        return true;
      }
    }
    return false;
  }
}
