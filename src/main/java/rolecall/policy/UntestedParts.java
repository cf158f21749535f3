package rolecall.policy;

import java.util.List;
import rolecall.source.Node;
import rolecall.source.Position;
import rolecall.source.Problems;

/** Finds rules and grants that no case shows at work, or at rest. */
final class UntestedParts {
  private UntestedParts() {}

  static void note(Written policy, Problems problems) {
    for (Node.MapNode rule : policy.maps("rules")) {
      note(rule, "id", "rule", "fires", "stays quiet", problems);
    }
    for (Node.MapNode grant : policy.maps("grants")) {
      note(grant, "name", "grant", "refuses somebody", "lets somebody through", problems);
    }
  }

  private static void note(
      Node.MapNode part, String key, String kind, String alert, String quiet, Problems problems) {
    Position at = part.get(key).map(Node::at).orElse(part.at());
    String which = "The %s '%s' ".formatted(kind, Written.word(part, key));
    List<String> expected =
        Written.items(part, "tests").stream()
            .filter(Node.MapNode.class::isInstance)
            .map(test -> Written.word((Node.MapNode) test, "expect"))
            .toList();
    if (expected.isEmpty()) {
      problems.warning(
          at,
          which + "has no test.",
          "Nobody would notice if it did something else than it was written for.",
          "Add under 'tests' one case that expects alert and one near miss that expects quiet.");
      return;
    }
    noteMissing(expected, "alert", which + "has no test in which it " + alert + ".", at, problems);
    noteMissing(expected, "quiet", which + "has no test in which it " + quiet + ".", at, problems);
  }

  private static void noteMissing(
      List<String> expected, String wanted, String what, Position at, Problems problems) {
    if (!expected.contains(wanted)) {
      problems.warning(
          at,
          what,
          "It could do the same for every event, and all its tests would still pass.",
          "Add a case that expects " + wanted + ".");
    }
  }
}
