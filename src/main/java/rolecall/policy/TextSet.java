package rolecall.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rolecall.pattern.Entries;
import rolecall.pattern.Lists;
import rolecall.source.DidYouMean;
import rolecall.source.Node;
import rolecall.source.Position;
import rolecall.source.Problems;

/**
 * A set of texts as a grant or a term writes it: texts with {@code *} for any text, and {@code
 * {list: name}} for all entries of a named list.
 *
 * @param written the entries, lists resolved, in the order written
 */
record TextSet(List<String> written) {
  TextSet {
    written = List.copyOf(written);
  }

  static TextSet read(List<Node> items, Lists lists, Problems problems) {
    List<String> texts = new ArrayList<>();
    for (Node item : items) {
      switch (item) {
        case Node.TextNode(Position _, String text) -> texts.add(text);
        case Node.NumberNode(Position _, String digits) -> texts.add(digits);
        case Node.MapNode map -> texts.addAll(named(map, lists, problems));
        case Node.ListNode _, Node.BoolNode _, Node.NullNode _ ->
            problems.error(
                item.at(),
                "Expected a text or a list's name and found " + item.kind() + ".",
                "It would match nothing.",
                "Write a text, or {list: name}.");
      }
    }
    return new TextSet(texts);
  }

  private static List<String> named(Node.MapNode map, Lists lists, Problems problems) {
    Optional<Node> name = map.entries().size() == 1 ? map.get("list") : Optional.empty();
    if (name.isEmpty() || !(name.get() instanceof Node.TextNode(Position at, String text))) {
      problems.error(
          map.at(),
          "Expected {list: name}.",
          "A grant knows texts and named lists, and no other operators.",
          "Write a text with * for any text, or {list: name}.");
      return List.of();
    }
    Optional<List<String>> entries = lists.entries(text);
    if (entries.isEmpty()) {
      problems.error(
          at,
          "There is no list '" + text + "'.",
          "It would match nothing.",
          DidYouMean.nearest(text, lists.names())
              .map(near -> "Did you mean '" + near + "'?")
              .orElse("Add it under 'lists'."));
    }
    return entries.orElse(List.of());
  }

  Entries entries() {
    return Entries.of(written);
  }

  /** {@code "a" or "b"}, for people. */
  String words() {
    if (written.isEmpty()) {
      return "nothing (the list is empty)";
    }
    int shown = Math.min(written.size(), 3);
    String words = "\"" + String.join("\" or \"", written.subList(0, shown)) + "\"";
    return shown < written.size() ? words + " or " + (written.size() - shown) + " more" : words;
  }
}
