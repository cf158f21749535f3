package rolecall.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule of EventBridge as the templates set it.
 *
 * @param id what the template calls it
 * @param name what AWS calls it
 * @param wide whether it must let calls that only read through, AssumeRole among them
 */
record Rule(String id, String name, boolean wide) {
  private static final String WIDE = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

  /** The rules that stand in template.yaml, there once more for the hub bus, and in spoke.yaml. */
  static final List<String> IDS =
      List.of(
          "Assumptions",
          "SignIns",
          "IamEdits",
          "ChimeCalls",
          "ServiceEdits",
          "BucketPolicies",
          "OwnNames",
          "OwnData");

  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
  private static final Set<String> WIDE_IDS = Set.of("Assumptions", "SignIns", "ChimeCalls");

  /** What is wrong with a rule, and what to do. */
  record Trouble(String found, String fix) {}

  Rule {
    Objects.requireNonNull(id, "id is null");
    Objects.requireNonNull(name, "name is null");
  }

  /** The rule of a stack; on a bus of its own the physical id begins with the bus. */
  static Rule ofStack(String prefix, String id, String physical) {
    String name = physical.substring(physical.indexOf('|') + 1);
    return new Rule(prefix + id, name, WIDE_IDS.contains(id));
  }

  /** The rules of spoke.yaml, whose names it fixes. */
  static List<Rule> ofSpoke() {
    return IDS.stream().map(id -> new Rule(id, spokeName(id), WIDE_IDS.contains(id))).toList();
  }

  /** {@code rolecall-sign-ins} of {@code SignIns}. */
  private static String spokeName(String id) {
    return "rolecall" + CAPITAL.matcher(id).replaceAll("-$0").toLowerCase(Locale.ROOT);
  }

  /**
   * @param states of the rules that are there, by name
   * @param delivering the names of those that have the target
   * @param target in words
   */
  Stream<Trouble> troubles(Map<String, String> states, Set<String> delivering, String target) {
    String state = states.get(name);
    if (state == null) {
      return Stream.of(
          new Trouble(
              id + " is gone",
              "Take the rule out of the template, deploy, put it back and deploy again; ask"
                  + " CloudTrail who called DeleteRule on %s.".formatted(name)));
    }
    List<Trouble> troubles = new ArrayList<>();
    if (!state.equals(WIDE) && (wide || !state.equals("ENABLED"))) {
      String blind = state.equals("ENABLED") ? ", so calls that only read stay out" : "";
      troubles.add(
          new Trouble(
              "%s is %s%s".formatted(id, state, blind),
              "Set the state of %s to %s again; ask CloudTrail who called DisableRule or PutRule."
                  .formatted(name, wide ? WIDE : "ENABLED")));
    }
    if (!delivering.contains(name)) {
      troubles.add(
          new Trouble(
              "%s does not deliver to %s".formatted(id, target),
              "Change the rule's Description in the template and deploy, which sets its targets"
                  + " again; ask CloudTrail who called RemoveTargets or PutTargets on %s."
                      .formatted(name)));
    }
    return troubles.stream();
  }
}
