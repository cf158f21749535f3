package rolecall.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rolecall.pattern.Lists;
import rolecall.source.Node;
import rolecall.source.Problems;

/** The section {@code lists}: names for sets of accounts, ARNs, providers and networks. */
record NamedLists(Map<String, List<String>> lists) implements Lists {
  NamedLists {
    lists = Map.copyOf(lists);
  }

  static NamedLists read(Optional<Node> section, Problems problems) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    if (section.isPresent() && !(section.get() instanceof Node.NullNode)) {
      if (section.get() instanceof Node.MapNode map) {
        map.entries().forEach(entry -> lists.put(entry.key(), entries(entry, problems)));
      } else {
        problems.error(
            section.get().at(),
            "Expected a map under 'lists' and found " + section.get().kind() + ".",
            "No list could be used.",
            "Write a name, a colon and a list of texts: trusted-accounts: [].");
      }
    }
    return new NamedLists(lists);
  }

  private static List<String> entries(Node.Entry entry, Problems problems) {
    List<String> texts = new ArrayList<>();
    List<Node> items =
        switch (entry.value()) {
          case Node.ListNode list -> list.items();
          case Node.NullNode _ -> List.of();
          case Node.MapNode _, Node.TextNode _, Node.NumberNode _, Node.BoolNode _ ->
              List.of(entry.value());
        };
    for (Node item : items) {
      switch (item) {
        case Node.TextNode(var _, String text) -> addText(entry.key(), text, item, texts, problems);
        case Node.NumberNode(var _, String digits) ->
            addText(entry.key(), digits, item, texts, problems);
        case Node.MapNode _, Node.ListNode _, Node.BoolNode _, Node.NullNode _ ->
            problems.error(
                item.at(),
                "Expected a text in the list '" + entry.key() + "' and found " + item.kind() + ".",
                "An entry that is no text matches nothing.",
                "Write one text an entry.");
      }
    }
    return texts;
  }

  private static void addText(
      String list, String text, Node item, List<String> texts, Problems problems) {
    if (text.isBlank()) {
      problems.error(
          item.at(),
          "The list '" + list + "' has an empty entry.",
          "An empty entry matches nothing.",
          "Remove it, or write what was meant.");
      return;
    }
    Principals.refuseSession(text, item, problems);
    texts.add(text);
  }

  @Override
  public Optional<List<String>> entries(String name) {
    return Optional.ofNullable(lists.get(name));
  }

  @Override
  public Set<String> names() {
    return lists.keySet();
  }
}
