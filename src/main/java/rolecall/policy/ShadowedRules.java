package rolecall.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rolecall.json.Json;
import rolecall.source.Node;
import rolecall.source.Problems;

/** Finds rules that only fire where an earlier one does. */
final class ShadowedRules {
  /** What decides when a rule fires; the order of events and excuses does not matter. */
  private record Meaning(String id, Set<Json> events, Json when, Set<Json> unless) {
    static Meaning of(Node.MapNode rule) {
      return new Meaning(
          Written.word(rule, "id"),
          all(rule, "events"),
          rule.get("when").map(Overlay::json).orElse(Json.absent()),
          all(rule, "unless"));
    }

    private static Set<Json> all(Node.MapNode rule, String key) {
      Set<Json> values = new HashSet<>();
      Written.items(rule, key).forEach(item -> values.add(Overlay.json(item)));
      return values;
    }

    boolean covers(Meaning later) {
      return when.equals(later.when())
          && unless.equals(later.unless())
          && events.containsAll(later.events());
    }
  }

  private ShadowedRules() {}

  static void note(Written policy, Problems problems) {
    List<Meaning> earlier = new ArrayList<>();
    for (Node.MapNode rule : policy.maps("rules")) {
      if (rule.get("when").isEmpty() || Written.word(rule, "mode").equals("off")) {
        continue;
      }
      Meaning meaning = Meaning.of(rule);
      earlier.stream()
          .filter(other -> other.covers(meaning))
          .findFirst()
          .ifPresent(other -> note(rule, other.id(), problems));
      earlier.add(meaning);
    }
  }

  private static void note(Node.MapNode rule, String by, Problems problems) {
    problems.warning(
        rule.get("id").map(Node::at).orElse(rule.at()),
        "The rule '%s' only fires where '%s' does.".formatted(Written.word(rule, "id"), by),
        "Their events, 'when' and 'unless' are the same, so it tells nothing new.",
        "Remove one of them, or write how they differ.");
  }
}
