package rolecall.deploy;

import java.util.ArrayList;
import java.util.List;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.MachineComplexityEvaluator;

/**
 * A rule with a pattern, weighed by AWS's own engine as one machine, as EventBridge does.
 *
 * @param bus empty for the default bus
 * @param wide whether its state lets read-only management events through
 */
record BusRule(String name, String bus, boolean wide, Json pattern, Machine machine) {
  static final String WIDE = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

  static List<BusRule> of(Deployed deployed) {
    List<BusRule> rules = new ArrayList<>();
    deployed
        .ofType("AWS::Events::Rule")
        .forEach((name, rule) -> {
          Json pattern = rule.get("EventPattern");
          if (pattern.isPresent()) {
            boolean wide = rule.get("State").text().orElseThrow().equals(WIDE);
            String bus = rule.get("EventBusName").text().orElse("");
            rules.add(new BusRule(name, bus, wide, pattern, machine(name, pattern)));
          }
        });
    return List.copyOf(rules);
  }

  private static Machine machine(String name, Json pattern) {
    try {
      Machine machine = Machine.builder().build();
      machine.addRule(name, CompactJson.write(pattern));
      return machine;
    } catch (Exception refused) {
      throw new IllegalArgumentException(name + ": " + refused.getMessage(), refused);
    }
  }

  /** Whether the pattern matches, whatever the state lets through. */
  boolean matches(Json envelope) {
    return matchesText(CompactJson.write(envelope));
  }

  boolean matchesText(String envelope) {
    try {
      return !machine.rulesForJSONEvent(envelope).isEmpty();
    } catch (Exception refused) {
      throw new IllegalArgumentException(name, refused);
    }
  }

  /**
   * Whether the event surely comes through. A read-only management event comes only through the
   * wide state; AWS documents that some come through the plain one too, and names no list.
   */
  boolean surelyPasses(Json envelope) {
    Json record = envelope.get("detail");
    boolean reads =
        record.get("readOnly").truth().orElse(false)
            && record.get("managementEvent").truth().orElse(true);
    return (wide || !reads) && matches(envelope);
  }

  int characters() {
    return CompactJson.write(pattern).length();
  }

  int complexity() {
    return machine.evaluateComplexity(new MachineComplexityEvaluator(Integer.MAX_VALUE));
  }
}
