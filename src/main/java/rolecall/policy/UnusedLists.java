package rolecall.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rolecall.source.Node;
import rolecall.source.Problems;

/** Finds lists that nothing refers to. */
final class UnusedLists {
  /**
   * Where a list may be referred to. What a test refers to counts as little as the test's event.
   */
  private static final List<String> SECTIONS = List.of("watch", "grants", "rules", "exceptions");

  private UnusedLists() {}

  static void note(Written policy, Problems problems) {
    if (!(policy.policy().get("lists").orElse(null) instanceof Node.MapNode lists)) {
      return;
    }
    Set<String> used = new HashSet<>(Set.of(KnownNames.CHIME_LIST, KnownNames.PROVIDER_LIST));
    SECTIONS.forEach(section -> policy.policy().get(section).ifPresent(node -> add(node, used)));
    for (Node.Entry list : lists.entries()) {
      if (!used.contains(list.key())) {
        problems.warning(
            list.keyAt(),
            "The list '" + list.key() + "' is used nowhere.",
            "What stands in it has no effect, though somebody meant it to have one.",
            "Refer to it with {list: " + list.key() + "}, or remove it.");
      }
    }
  }

  private static void add(Node node, Set<String> used) {
    switch (node) {
      case Node.MapNode map -> {
        if (map.entries().size() == 1) {
          Written.text(map, "list").map(Node.TextNode::value).ifPresent(used::add);
        }
        map.entries().stream()
            .filter(entry -> !entry.key().equals("tests"))
            .forEach(entry -> add(entry.value(), used));
      }
      case Node.ListNode list -> list.items().forEach(item -> add(item, used));
      case Node.TextNode _, Node.NumberNode _, Node.BoolNode _, Node.NullNode _ -> {}
    }
  }
}
