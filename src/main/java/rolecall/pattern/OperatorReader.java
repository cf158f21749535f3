package rolecall.pattern;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import rolecall.source.Node;
import rolecall.source.Position;

/** Reads a map with one operator: {@code {prefix: AWS}}. */
final class OperatorReader {
  private final Lists lists;
  private final Faults faults;
  private final NumericReader numeric;
  private final AnythingButReader anythingBut;

  OperatorReader(Lists lists, Faults faults, ValueReader values) {
    this.lists = lists;
    this.faults = faults;
    this.numeric = new NumericReader(faults, values);
    this.anythingBut = new AnythingButReader(this, faults, values);
  }

  Optional<Item> read(Node.MapNode map) {
    if (map.entries().size() != 1) {
      faults.error(
          map.entries().isEmpty() ? map.at() : map.entries().get(1).keyAt(),
          map.entries().isEmpty() ? "This map is empty." : "A second operator stands in one map.",
          "A map in a list holds exactly one operator.",
          "Write a map for each, of which any may hold: [{prefix: a}, {suffix: b}].");
      return Optional.empty();
    }
    Node.Entry entry = map.entries().getFirst();
    return switch (entry.key()) {
      case Operators.PREFIX, Operators.SUFFIX -> readEnd(entry);
      case Operators.WILDCARD, Operators.ANY_CASE -> text(entry).flatMap(t -> readText(entry, t));
      case Operators.CIDR -> text(entry).flatMap(t -> readCidr(entry.value().at(), t));
      case Operators.NUMERIC -> numeric.read(entry.value());
      case Operators.EXISTS -> readExists(entry);
      case Operators.ANYTHING_BUT -> anythingBut.read(entry.value());
      case Operators.LIST -> readList(entry);
      default -> unknown(entry);
    };
  }

  private Optional<Item> unknown(Node.Entry entry) {
    faults.error(
        entry.keyAt(),
        "There is no operator '" + entry.key() + "'.",
        "The pattern could not be compiled.",
        Faults.didYouMean(
            entry.key(), Operators.ALL, "Use one of " + String.join(", ", Operators.ALL) + "."));
    return Optional.empty();
  }

  /** A prefix or suffix: a text, or one in any letter case. */
  private Optional<Item> readEnd(Node.Entry entry) {
    boolean anyCase =
        entry.value() instanceof Node.MapNode map
            && map.entries().size() == 1
            && map.entries().getFirst().key().equals(Operators.ANY_CASE);
    if (!anyCase) {
      return text(entry).flatMap(text -> readText(entry, text));
    }
    Node.Entry inner = ((Node.MapNode) entry.value()).entries().getFirst();
    return text(inner)
        .flatMap(text -> readLetters(inner, text, end(entry.key(), text, true)))
        .map(item ->
            new Item(item.matcher(), entry.key() + " " + item.words() + " in any letter case"));
  }

  /** An operator that takes one text, which {@code value} is. */
  Optional<Item> readText(Node.Entry entry, String text) {
    return switch (entry.key()) {
      case Operators.PREFIX, Operators.SUFFIX ->
          Optional.of(
              new Item(end(entry.key(), text, false), entry.key() + " " + Words.quoted(text)));
      case Operators.WILDCARD -> readWildcard(entry.value().at(), text);
      default ->
          readLetters(entry, text, new Matcher.Same(new AnyCase(text)))
              .map(item -> new Item(item.matcher(), item.words() + " in any letter case"));
    };
  }

  /** The test of a prefix or suffix, with the text that only Event Ruler's quotes let in. */
  private static Matcher end(String operator, String text, boolean anyCase) {
    boolean prefix = operator.equals(Operators.PREFIX);
    Matcher plain =
        anyCase
            ? prefix
                ? new Matcher.AnyCasePrefix(new AnyCase(text))
                : new Matcher.AnyCaseSuffix(new AnyCase(text))
            : prefix ? new Matcher.Prefix(text) : new Matcher.Suffix(text);
    if (!(prefix ? text.endsWith("\"") : text.startsWith("\""))) {
      return plain;
    }
    String inner = prefix ? text.substring(0, text.length() - 1) : text.substring(1);
    return new Matcher.Either(
        List.of(
            plain,
            anyCase ? new Matcher.Same(new AnyCase(inner)) : new Matcher.Texts(Set.of(inner))));
  }

  private Optional<Item> readLetters(Node.Entry entry, String text, Matcher matcher) {
    if (text.chars().anyMatch(letter -> Character.isSurrogate((char) letter))) {
      faults.error(
          entry.value().at(),
          Words.quoted(text) + " has a character beyond U+FFFF.",
          "Event Ruler takes it for question marks where letter case is no matter.",
          "Match it exactly, or with a wildcard in its place.");
      return Optional.empty();
    }
    return Optional.of(new Item(matcher, Words.quoted(text)));
  }

  private Optional<Item> readWildcard(Position at, String text) {
    try {
      return Optional.of(
          new Item(new Matcher.Like(Wildcard.escaped(text)), "like " + Words.quoted(text)));
    } catch (IllegalArgumentException broken) {
      boolean stars = text.contains("**");
      faults.error(
          at,
          broken.getMessage() + " cannot stand in a wildcard: " + Words.quoted(text) + ".",
          stars
              ? "One star already stands for any text, so the second was a slip."
              : "A backslash makes the next star or backslash a plain character.",
          stars ? "Write one '*', or '\\*' for a star itself." : "Write '\\\\' for a backslash.");
      return Optional.empty();
    }
  }

  private Optional<Item> readCidr(Position at, String text) {
    Optional<Network> network = Network.parse(text);
    if (network.isEmpty()) {
      faults.error(
          at,
          Words.quoted(text) + " is no block of IP addresses.",
          "No address could be compared with it.",
          "Write an address, a slash and the number of fixed bits: 198.51.100.0/24.");
      return Optional.empty();
    }
    if (network.get().fixed() == network.get().first().bits()) {
      faults.error(
          at,
          Words.quoted(text) + " is a block of one address.",
          "Event Ruler refuses /32 for IPv4 and /128 for IPv6.",
          "Write the address alone, without the operator: "
              + text.substring(0, text.indexOf('/'))
              + ".");
      return Optional.empty();
    }
    return Optional.of(new Item(new Matcher.Inside(network.get()), "an address in " + text));
  }

  private Optional<Item> readExists(Node.Entry entry) {
    if (entry.value() instanceof Node.BoolNode(Position _, boolean present)) {
      return Optional.of(
          present
              ? new Item(new Matcher.Present(), "present")
              : new Item(new Matcher.Absent(), "absent"));
    }
    expected(entry, "true or false", "Write {exists: true} or {exists: false}.");
    return Optional.empty();
  }

  Optional<Item> readList(Node.Entry entry) {
    return text(entry)
        .flatMap(name -> {
          Optional<List<String>> written = lists.entries(name);
          if (written.isEmpty()) {
            faults.error(
                entry.value().at(),
                "There is no list '" + name + "'.",
                "The pattern could not be compiled.",
                Faults.didYouMean(name, lists.names(), "Add it under 'lists'."));
          }
          return written.map(texts -> listed(name, Entries.of(texts)));
        });
  }

  private static Item listed(String name, Entries entries) {
    return new Item(
        new Matcher.Listed(entries), "one of list " + name + (entries.isEmpty() ? " (empty)" : ""));
  }

  private Optional<String> text(Node.Entry entry) {
    if (entry.value() instanceof Node.TextNode(Position _, String text)) {
      return Optional.of(text);
    }
    expected(entry, "a text", example(entry.key()));
    return Optional.empty();
  }

  private void expected(Node.Entry entry, String kind, String fix) {
    faults.error(
        entry.value().at(),
        "'" + entry.key() + "' takes " + kind + ", and this is " + entry.value().kind() + ".",
        "The pattern could not be compiled.",
        fix);
  }

  private static String example(String operator) {
    return switch (operator) {
      case Operators.CIDR -> "Write {cidr: 198.51.100.0/24}, one block an operator.";
      case Operators.LIST -> "Write {list: name} with a name from 'lists'.";
      default ->
          "Write one text an operator, quoted if it is digits: [{%s: a}, {%s: b}]."
              .formatted(operator, operator);
    };
  }
}
