package rolecall.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads the nodes of one document from the parser's events, which come in the order of the text.
 * Never resolves an alias, so no text can grow while it is read. Not thread-safe.
 */
final class NodeReader {
  private static final int MAX_DEPTH = 60;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private final LoadSettings settings;
  private final Iterator<Event> events;
  private final Problems problems;

  NodeReader(LoadSettings settings, Iterator<Event> events, Problems problems) {
    this.settings = settings;
    this.events = events;
    this.problems = problems;
  }

  Node read() {
    return read(events.next(), 0);
  }

  private Node read(Event event, int depth) {
    Position at = at(event);
    if (event instanceof NodeEvent node) {
      refuseAnchor(node, at);
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, at);
    }
    if (event instanceof CollectionStartEvent collection) {
      collection.getTag().ifPresent(tag -> refuseTag(tag, at));
      if (depth >= MAX_DEPTH) {
        return tooDeep(at);
      }
      return collection instanceof MappingStartEvent ? map(at, depth) : list(at, depth);
    }
    return new Node.NullNode(at);
  }

  private Node list(Position at, int depth) {
    List<Node> items = new ArrayList<>();
    Event event = events.next();
    while (!(event instanceof CollectionEndEvent)) {
      items.add(read(event, depth + 1));
      event = events.next();
    }
    return new Node.ListNode(at, items);
  }

  private Node map(Position at, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    Event event = events.next();
    while (!(event instanceof CollectionEndEvent)) {
      Position keyAt = at(event);
      Optional<String> key = key(event, depth);
      Node value = read(events.next(), depth + 1);
      if (key.isPresent()) {
        if (keys.add(key.get())) {
          entries.add(new Node.Entry(key.get(), keyAt, value));
        } else {
          problems.error(
              keyAt,
              "The key '" + key.get() + "' stands twice in this map.",
              "Only one of the two values could take effect.",
              "Keep one of them.");
        }
      }
      event = events.next();
    }
    return new Node.MapNode(at, entries);
  }

  private Optional<String> key(Event event, int depth) {
    read(event, depth + 1);
    if (event instanceof ScalarEvent scalar) {
      return Optional.of(scalar.getValue());
    }
    problems.error(
        at(event),
        "A key must be a text.",
        "A list or map as a key has no meaning in a policy.",
        "Write a plain word before the colon.");
    return Optional.empty();
  }

  private Node scalar(ScalarEvent scalar, Position at) {
    scalar.getTag().ifPresent(tag -> refuseTag(tag, at));
    String value = scalar.getValue();
    Tag tag =
        settings
            .getSchema()
            .getScalarResolver()
            .resolve(value, scalar.getImplicit().canOmitTagInPlainScalar());
    if (tag.equals(Tag.BOOL)) {
      return new Node.BoolNode(at, value.equals("true"));
    }
    if (tag.equals(Tag.NULL)) {
      return new Node.NullNode(at);
    }
    boolean isNumber = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
    return isNumber && NUMBER.matcher(value).matches()
        ? new Node.NumberNode(at, value)
        : new Node.TextNode(at, value);
  }

  /** Skips the collection that has just begun. */
  private Node tooDeep(Position at) {
    problems.error(
        at,
        "Values stand in one another more than " + MAX_DEPTH + " deep.",
        "No policy needs that, and reading on could use up the memory.",
        "Flatten this part.");
    int open = 1;
    while (open > 0) {
      Event event = events.next();
      if (event instanceof CollectionStartEvent) {
        open++;
      } else if (event instanceof CollectionEndEvent) {
        open--;
      }
    }
    return new Node.NullNode(at);
  }

  private void refuseAnchor(NodeEvent node, Position at) {
    node.getAnchor()
        .ifPresent(anchor ->
            problems.error(
                at,
                node instanceof AliasEvent
                    ? "The alias '*" + anchor.getValue() + "' is not read."
                    : "The anchor '&" + anchor.getValue() + "' is not read.",
                "A value that stands in two places cannot be told with its place.",
                "Write the value out where it is used, or make it a named list."));
  }

  private void refuseTag(String tag, Position at) {
    problems.error(
        at,
        "The tag '" + tag + "' is not read.",
        "A policy is made of maps, lists, texts, numbers and truths.",
        "Leave the tag out, and put a text in quotes.");
  }

  private static Position at(Event event) {
    return event.getStartMark().map(YamlReader::position).orElse(Position.START);
  }
}
