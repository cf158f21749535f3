package rolecall.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import rolecall.source.DidYouMean;
import rolecall.source.Node;
import rolecall.source.Position;
import rolecall.source.Problems;

/**
 * One map of a policy file, read strictly: a key that is not known is an error, and so is a value
 * of another kind than asked for. After an error reading goes on, with something harmless in its
 * place, so that a person hears of every mistake at once.
 */
final class Fields {
  private final Node.MapNode map;
  private final String what;
  private final Problems problems;

  private Fields(Node.MapNode map, String what, Problems problems) {
    this.map = map;
    this.what = what;
    this.problems = problems;
  }

  /**
   * @param what what the map is, with its article: {@code "a rule"}
   * @param known every key that may stand in it
   * @return empty, and a problem, when it is no map
   */
  static Optional<Fields> of(Node node, String what, Set<String> known, Problems problems) {
    if (!(node instanceof Node.MapNode map)) {
      problems.error(
          node.at(),
          "Expected " + what + " and found " + node.kind() + ".",
          "Nothing here could take effect.",
          "Write a map with keys such as "
              + String.join(", ", known.stream().sorted().toList())
              + ".");
      return Optional.empty();
    }
    for (Node.Entry entry : map.entries()) {
      if (!known.contains(entry.key())) {
        problems.error(
            entry.keyAt(),
            "Unknown key '" + entry.key() + "' in " + what + ".",
            "It would have no effect, though somebody meant it to have one.",
            DidYouMean.nearest(entry.key(), known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse(
                    "Known keys: " + String.join(", ", known.stream().sorted().toList()) + "."));
      }
    }
    return Optional.of(new Fields(map, what, problems));
  }

  /** Where the map begins. */
  Position at() {
    return map.at();
  }

  Optional<Node> node(String key) {
    return map.get(key);
  }

  /** A text, a number or a truth value, as it was written; empty when the key is absent. */
  Optional<String> text(String key) {
    return map.get(key).flatMap(value -> scalar(key, value));
  }

  /** As {@link #text}; absent is an error. */
  String required(String key, String fix) {
    Optional<String> value = text(key);
    if (map.get(key).isEmpty()) {
      problems.error(
          map.at(),
          "The key '" + key + "' is missing in " + what + ".",
          "It cannot be left out.",
          fix);
    }
    return value.orElse("");
  }

  /** The texts of a list, or the one text that stands in place of a list. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(key)) {
      scalar(key, item).ifPresent(texts::add);
    }
    return texts;
  }

  /** The items of a list, or the one value that stands in place of a list. */
  List<Node> items(String key) {
    return map.get(key)
        .map(value -> value instanceof Node.ListNode list ? list.items() : List.of(value))
        .orElse(List.of());
  }

  /** The items of what must be a list. */
  List<Node> list(String key) {
    Optional<Node> value = map.get(key);
    if (value.isEmpty() || value.get() instanceof Node.NullNode) {
      return List.of();
    }
    if (value.get() instanceof Node.ListNode list) {
      return list.items();
    }
    problems.error(
        value.get().at(),
        "Expected a list under '" + key + "' and found " + value.get().kind() + ".",
        "Nothing here could take effect.",
        "Begin each item with a dash.");
    return List.of();
  }

  /** One of several words, which a message shows in their order. */
  <T> Optional<T> choice(String key, SequencedMap<String, T> words) {
    Optional<String> value = text(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    T chosen = words.get(value.get());
    if (chosen == null) {
      problems.error(
          position(key),
          "'" + value.get() + "' is no " + key + ".",
          "The words are " + String.join(", ", words.keySet()) + ".",
          DidYouMean.nearest(value.get(), words.keySet())
              .map(near -> "Did you mean '" + near + "'?")
              .orElse("Write one of them."));
    }
    return Optional.ofNullable(chosen);
  }

  /** Where the value of that key stands; of an absent one, where the map does. */
  Position position(String key) {
    return map.get(key).map(Node::at).orElse(map.at());
  }

  private Optional<String> scalar(String key, Node value) {
    return switch (value) {
      case Node.TextNode(Position _, String text) -> Optional.of(text);
      case Node.NumberNode(Position _, String literal) -> Optional.of(literal);
      case Node.BoolNode(Position _, boolean truth) -> Optional.of(Boolean.toString(truth));
      case Node.MapNode _, Node.ListNode _, Node.NullNode _ -> {
        problems.error(
            value.at(),
            "Expected a text under '" + key + "' and found " + value.kind() + ".",
            "Nothing here could take effect.",
            "Write a plain value.");
        yield Optional.empty();
      }
    };
  }

  Problems problems() {
    return Objects.requireNonNull(problems);
  }
}
