package rolecall.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rolecall.source.Node;
import rolecall.source.Position;

/** Reads what one field must be. */
final class LeafReader {
  private final Faults faults;
  private final OperatorReader operators;
  private final ValueReader values;

  LeafReader(Lists lists, Faults faults) {
    this.faults = faults;
    this.values = new ValueReader(faults);
    this.operators = new OperatorReader(lists, faults, values);
  }

  /** Whether a map below a field is one operator in place of a list, and not nested fields. */
  boolean isOperator(Node.MapNode map) {
    return map.entries().size() == 1 && Operators.ALL.contains(map.entries().getFirst().key());
  }

  /** A map of nothing but operators was not meant as fields. */
  void refuseSeveralOperators(Node.MapNode map) {
    if (map.entries().size() > 1
        && map.entries().stream().allMatch(entry -> Operators.ALL.contains(entry.key()))) {
      faults.error(
          map.entries().get(1).keyAt(),
          "A second operator stands in one map.",
          "A map holds one operator; with two it would be read as nested fields.",
          "Write a list with a map for each, of which any may hold: [{prefix: a}, {suffix: b}].");
    }
  }

  Optional<Condition.Leaf> read(String path, Node.Entry field) {
    List<Node> written = alternatives(field);
    List<Item> items = new ArrayList<>();
    Set<String> words = new HashSet<>();
    for (Node node : written) {
      Optional<Item> item = readItem(node);
      item.ifPresent(items::add);
      if (item.isPresent() && !words.add(item.get().words())) {
        faults.warning(
            node.at(),
            item.get().words() + " stands twice in this list.",
            "The second does nothing.",
            "Remove it, or write what was meant.");
      }
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(leaf(path, items));
  }

  private List<Node> alternatives(Node.Entry field) {
    return switch (field.value()) {
      case Node.ListNode list -> {
        if (list.items().isEmpty()) {
          faults.error(
              list.at(),
              "The list of '" + field.key() + "' is empty.",
              "It matches nothing, so the pattern never could.",
              "Write at least one value, or remove the field.");
        }
        yield list.items();
      }
      case Node.NullNode nothing -> {
        faults.error(
            nothing.at(),
            "Nothing stands after '" + field.key() + ":'.",
            "The field would have no condition.",
            "Write a value or a list; to match a JSON null write [null].");
        yield List.of();
      }
      case Node.MapNode _, Node.TextNode _, Node.NumberNode _, Node.BoolNode _ ->
          List.of(field.value());
    };
  }

  private Optional<Item> readItem(Node node) {
    return switch (node) {
      case Node.MapNode map -> operators.read(map);
      case Node.TextNode(Position _, String text) -> Optional.of(values.text(text));
      case Node.NumberNode number -> Optional.of(values.number(number));
      case Node.BoolNode(Position _, boolean truth) -> Optional.of(values.word(truth));
      case Node.NullNode _ -> Optional.of(values.nothing());
      case Node.ListNode list -> {
        faults.error(
            list.at(),
            "A list stands inside a list.",
            "A field is compared with single values.",
            "Write the values of both into one list.");
        yield Optional.empty();
      }
    };
  }

  /** Puts all exact texts into one set and the cheap tests first. */
  private static Condition.Leaf leaf(String path, List<Item> items) {
    Set<String> texts = new LinkedHashSet<>();
    List<Matcher> rest = new ArrayList<>();
    boolean absent = false;
    for (Item item : items) {
      if (item.matcher() instanceof Matcher.Texts(Set<String> exact)) {
        texts.addAll(exact);
      } else if (item.matcher() instanceof Matcher.Absent) {
        absent = true;
      } else {
        rest.add(item.matcher());
      }
    }
    if (!texts.isEmpty()) {
      rest.add(new Matcher.Texts(texts));
    }
    rest.sort(Comparator.comparingInt(Matcher::cost));
    Matcher matcher =
        rest.isEmpty()
            ? new Matcher.Absent()
            : rest.size() == 1 ? rest.getFirst() : new Matcher.Either(rest);
    return new Condition.Leaf(
        new Route(path), matcher, absent, Words.either(items.stream().map(Item::words).toList()));
  }
}
