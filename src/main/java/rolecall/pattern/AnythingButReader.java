package rolecall.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rolecall.source.Node;
import rolecall.source.Position;

/** Reads what stands behind {@code anything-but}. */
final class AnythingButReader {
  private static final List<String> INNER =
      List.of(
          Operators.PREFIX,
          Operators.SUFFIX,
          Operators.ANY_CASE,
          Operators.WILDCARD,
          Operators.LIST);

  private final OperatorReader operators;
  private final Faults faults;
  private final ValueReader values;

  AnythingButReader(OperatorReader operators, Faults faults, ValueReader values) {
    this.operators = operators;
    this.faults = faults;
    this.values = values;
  }

  Optional<Item> read(Node value) {
    List<Item> refused =
        value instanceof Node.MapNode map ? readOperator(map) : readValues(several(value));
    if (refused.isEmpty()) {
      return Optional.empty();
    }
    List<Matcher> matchers = refused.stream().map(Item::matcher).toList();
    return Optional.of(
        new Item(
            new Matcher.AnythingBut(
                matchers.size() == 1 ? matchers.getFirst() : new Matcher.Either(matchers)),
            "anything but " + Words.either(refused.stream().map(Item::words).toList())));
  }

  private List<Node> several(Node value) {
    if (!(value instanceof Node.ListNode(Position at, List<Node> items))) {
      return List.of(value);
    }
    if (items.isEmpty()) {
      faults.error(
          at,
          "The list of 'anything-but' is empty.",
          "Nothing would be left out; Event Ruler refuses it.",
          "Write what must not match, or {exists: true} for any value.");
    }
    return items;
  }

  private List<Item> readValues(List<Node> nodes) {
    List<Item> items = new ArrayList<>();
    boolean texts = false;
    boolean numbers = false;
    for (Node node : nodes) {
      switch (node) {
        case Node.TextNode(Position _, String text) -> {
          texts = true;
          items.add(new Item(new Matcher.Texts(Set.of(text)), Words.quoted(text)));
        }
        case Node.NumberNode number -> {
          numbers = true;
          values
              .comparable(number)
              .ifPresent(exact ->
                  items.add(
                      new Item(new Matcher.Numeral(number.literal(), exact), number.literal())));
        }
        case Node.MapNode _, Node.ListNode _, Node.BoolNode _, Node.NullNode _ ->
            faults.error(
                node.at(),
                "'anything-but' takes texts or numbers, and this is " + node.kind() + ".",
                "Event Ruler cannot leave it out.",
                "Name the values that may match instead; operators go outside of the list:"
                    + " {anything-but: {prefix: [a, b]}}.");
      }
    }
    if (texts && numbers) {
      faults.error(
          nodes.getFirst().at(),
          "'anything-but' mixes texts and numbers.",
          "Event Ruler leaves out either texts or numbers.",
          "Quote the numbers, or keep only them.");
    }
    return items;
  }

  private List<Item> readOperator(Node.MapNode map) {
    if (map.entries().size() != 1 || !INNER.contains(map.entries().getFirst().key())) {
      Position at = map.entries().isEmpty() ? map.at() : map.entries().getFirst().keyAt();
      String written = map.entries().isEmpty() ? "" : map.entries().getFirst().key();
      faults.error(
          at,
          "'anything-but' takes exactly one of " + String.join(", ", INNER) + ".",
          "Event Ruler cannot leave out anything else.",
          Faults.didYouMean(
              INNER.contains(written) ? "" : written,
              INNER,
              "Write {anything-but: {prefix: [a, b]}}."));
      return List.of();
    }
    Node.Entry entry = map.entries().getFirst();
    if (entry.key().equals(Operators.LIST)) {
      return operators.readList(entry).stream().toList();
    }
    List<Item> items = new ArrayList<>();
    for (Node node : several(entry.value())) {
      readText(new Node.Entry(entry.key(), entry.keyAt(), node)).ifPresent(items::add);
    }
    return items;
  }

  private Optional<Item> readText(Node.Entry entry) {
    if (!(entry.value() instanceof Node.TextNode(Position at, String text))) {
      faults.error(
          entry.value().at(),
          "'" + entry.key() + "' takes a text or texts, and this is " + entry.value().kind() + ".",
          "The pattern could not be compiled.",
          "Write {anything-but: {" + entry.key() + ": [a, b]}}.");
      return Optional.empty();
    }
    boolean end = entry.key().equals(Operators.PREFIX) || entry.key().equals(Operators.SUFFIX);
    if (end && text.isEmpty()) {
      faults.error(
          at,
          "'" + entry.key() + "' is empty.",
          "Every text begins and ends so, and none would be left.",
          "Write the " + entry.key() + " that must not match.");
      return Optional.empty();
    }
    return operators.readText(entry, text);
  }
}
