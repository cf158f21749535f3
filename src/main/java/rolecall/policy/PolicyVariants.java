package rolecall.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import rolecall.source.Node;
import rolecall.source.Problems;

/**
 * A policy with parts of it written anew.
 *
 * @param name what messages call it
 * @param root the policy as it was written, but for its tests
 */
record PolicyVariants(String name, Node.MapNode root) {
  private static final Set<String> KEYS = Set.of("lists", "grants");
  private static final String NO_SHA256 = "0".repeat(64);

  PolicyVariants {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(root, "root is null");
  }

  /** Of a whole policy. The tests in it are left out: nobody runs those of a variant. */
  static PolicyVariants of(String name, Node.MapNode policy) {
    return new PolicyVariants(
        name,
        new Node.MapNode(
            policy.at(),
            policy.entries().stream()
                .map(entry ->
                    entry.value() instanceof Node.ListNode list
                        ? new Node.Entry(entry.key(), entry.keyAt(), withoutTests(list))
                        : entry)
                .toList()));
  }

  private static Node.ListNode withoutTests(Node.ListNode list) {
    return new Node.ListNode(
        list.at(),
        list.items().stream()
            .map(item -> item instanceof Node.MapNode map ? Mutations.withoutTests(map) : item)
            .toList());
  }

  /** With these grants instead of its own, and these lists instead of its own of that name. */
  PolicyFile with(Node changes) {
    Problems problems = new Problems(name, "");
    return Fields.of(changes, "the parts of a policy that a test may change", KEYS, problems)
        .map(fields -> {
          Map<String, Node> anew = new LinkedHashMap<>();
          fields.node("grants").ifPresent(grants -> anew.put("grants", grants));
          fields.node("lists").ifPresent(lists -> anew.put("lists", lists(lists)));
          return compile(anew, problems);
        })
        .orElseGet(() -> new PolicyFile(problems, java.util.Optional.empty()));
  }

  private Node lists(Node changes) {
    if (!(changes instanceof Node.MapNode map)) {
      return changes;
    }
    List<Node.Entry> entries = new ArrayList<>(map.entries());
    if (root.get("lists").orElse(changes) instanceof Node.MapNode own) {
      own.entries().stream().filter(entry -> map.get(entry.key()).isEmpty()).forEach(entries::add);
    }
    return new Node.MapNode(changes.at(), entries);
  }

  private PolicyFile compile(Map<String, Node> anew, Problems problems) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    root.entries().forEach(entry -> entries.put(entry.key(), entry));
    anew.forEach((key, value) -> entries.put(key, new Node.Entry(key, value.at(), value)));
    Node.MapNode variant = new Node.MapNode(root.at(), List.copyOf(entries.values()));
    return new PolicyFile(
        problems,
        PolicyReader.of(variant, problems, NO_SHA256, Additions.NONE).flatMap(PolicyReader::read));
  }
}
