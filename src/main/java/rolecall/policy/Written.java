package rolecall.policy;

import java.util.List;
import java.util.Optional;
import rolecall.source.Node;

/** A policy as it was written, looked at without judging its shape. */
record Written(Node.MapNode policy) {
  /** The maps under that key of the policy; whatever else stands there is left out. */
  List<Node.MapNode> maps(String section) {
    return items(policy, section).stream()
        .filter(Node.MapNode.class::isInstance)
        .map(Node.MapNode.class::cast)
        .toList();
  }

  /** The items under a key, or the one value that stands in place of a list. */
  static List<Node> items(Node.MapNode map, String key) {
    return map.get(key)
        .map(value -> value instanceof Node.ListNode list ? list.items() : List.of(value))
        .orElse(List.of());
  }

  static Optional<Node.TextNode> text(Node.MapNode map, String key) {
    return map.get(key).filter(Node.TextNode.class::isInstance).map(Node.TextNode.class::cast);
  }

  /** The text under that key, or nothing. */
  static String word(Node.MapNode map, String key) {
    return text(map, key).map(Node.TextNode::value).orElse("");
  }
}
