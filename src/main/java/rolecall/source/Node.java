package rolecall.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A value as it was written, with its place. Immutable. */
public sealed interface Node {
  /** Where the value begins. */
  Position at();

  /** The value as a person calls it: {@code "a map"}. */
  String kind();

  /** Named values, in the order they were written; every key stands once. */
  record MapNode(Position at, List<Entry> entries) implements Node {
    public MapNode {
      Objects.requireNonNull(at, "at is null");
      entries = List.copyOf(entries);
    }

    /** The value under that key. */
    public Optional<Node> get(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }

    @Override
    public String kind() {
      return "a map";
    }
  }

  /** One key of a map with its value. */
  record Entry(String key, Position keyAt, Node value) {
    public Entry {
      Objects.requireNonNull(key, "key is null");
      Objects.requireNonNull(keyAt, "keyAt is null");
      Objects.requireNonNull(value, "value is null");
    }
  }

  /** A list of values. */
  record ListNode(Position at, List<Node> items) implements Node {
    public ListNode {
      Objects.requireNonNull(at, "at is null");
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A text, quoted or plain. */
  record TextNode(Position at, String value) implements Node {
    public TextNode {
      Objects.requireNonNull(at, "at is null");
      Objects.requireNonNull(value, "value is null");
    }

    @Override
    public String kind() {
      return "a text";
    }
  }

  /** A plain number, kept as its literal text: {@code 3600}. */
  record NumberNode(Position at, String literal) implements Node {
    public NumberNode {
      Objects.requireNonNull(at, "at is null");
      Objects.requireNonNull(literal, "literal is null");
    }

    @Override
    public String kind() {
      return "a number";
    }
  }

  /** A plain {@code true} or {@code false}. */
  record BoolNode(Position at, boolean value) implements Node {
    @Override
    public String kind() {
      return value ? "true" : "false";
    }
  }

  /** A plain {@code null} or nothing at all after the colon. */
  record NullNode(Position at) implements Node {
    @Override
    public String kind() {
      return "nothing";
    }
  }
}
