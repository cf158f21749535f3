package rolecall.pattern;

import java.util.List;
import java.util.Optional;
import rolecall.source.Node;
import rolecall.source.Position;

/** Reads {@code {numeric: [">", 0, "<=", 5]}}. */
final class NumericReader {
  private static final String EXAMPLE =
      "Write [\"=\", 5], [\"<\", 5], [\">=\", 1] or, lower bound first, [\">=\", 1, \"<\", 5].";

  private final Faults faults;
  private final ValueReader values;

  NumericReader(Faults faults, ValueReader values) {
    this.faults = faults;
    this.values = values;
  }

  private record Bound(Position at, String operator, String literal, double value) {
    boolean isLow() {
      return operator.startsWith(">");
    }

    boolean isOpen() {
      return operator.length() == 1;
    }

    String words() {
      return operator + " " + literal;
    }
  }

  Optional<Item> read(Node value) {
    if (!(value instanceof Node.ListNode(Position at, List<Node> items))
        || (items.size() != 2 && items.size() != 4)) {
      wrong(value.at(), "'numeric' takes one or two comparisons, each an operator and a number.");
      return Optional.empty();
    }
    Optional<Bound> first = bound(items.get(0), items.get(1));
    if (items.size() == 2) {
      return first.flatMap(this::single);
    }
    Optional<Bound> second = bound(items.get(2), items.get(3));
    return first.flatMap(low -> second.flatMap(high -> both(at, low, high)));
  }

  private Optional<Bound> bound(Node operator, Node number) {
    boolean known =
        operator instanceof Node.TextNode(Position _, String word)
            && List.of("=", "<", "<=", ">", ">=").contains(word);
    if (!known) {
      wrong(operator.at(), "A comparison begins with one of = < <= > >=, quoted.");
    }
    if (!(number instanceof Node.NumberNode digits)) {
      wrong(number.at(), "A comparison needs a number, and this is " + number.kind() + ".");
      return Optional.empty();
    }
    Optional<Double> value = values.comparable(digits);
    return known && value.isPresent()
        ? Optional.of(
            new Bound(
                operator.at(), ((Node.TextNode) operator).value(), digits.literal(), value.get()))
        : Optional.empty();
  }

  private Optional<Item> single(Bound bound) {
    if (bound.operator().equals("=")) {
      return Optional.of(
          new Item(
              new Matcher.NumberRange(bound.value(), false, bound.value(), false),
              "a number " + bound.words()));
    }
    return bound.isLow()
        ? range(bound, bound.value(), bound.isOpen(), Double.MAX_VALUE, false, bound.words())
        : range(bound, -Double.MAX_VALUE, false, bound.value(), bound.isOpen(), bound.words());
  }

  private Optional<Item> both(Position at, Bound low, Bound high) {
    if (!low.isLow() || high.isLow() || high.operator().equals("=")) {
      wrong(at, "Two comparisons are a lower bound and then an upper one.");
      return Optional.empty();
    }
    return range(
        low,
        low.value(),
        low.isOpen(),
        high.value(),
        high.isOpen(),
        low.words() + " and " + high.words());
  }

  private Optional<Item> range(
      Bound first, double low, boolean aboveLow, double high, boolean belowHigh, String words) {
    if (low >= high) {
      faults.error(
          first.at(),
          "The bounds " + words + " leave no range.",
          "No number could be between them.",
          "Write a lower bound below the upper one; for one number write [\"=\", 5].");
      return Optional.empty();
    }
    return Optional.of(
        new Item(new Matcher.NumberRange(low, aboveLow, high, belowHigh), "a number " + words));
  }

  private void wrong(Position at, String what) {
    faults.error(at, what, "The pattern could not be compiled.", EXAMPLE);
  }
}
