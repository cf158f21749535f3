package rolecall.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML 1.2 text to {@link Node}. Stateless and thread-safe. */
public final class YamlReader {
  private static final int MAX_DEPTH = 60;

  private final Problems problems;

  private YamlReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads one document.
   *
   * @param name what to call the text in messages
   * @param problems gets a broken line, a key that stands twice, an alias
   * @return empty when the text is no YAML or holds nothing; {@code problems} then says so
   */
  public static Optional<Node> read(String name, String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setUseMarks(true)
            .setAllowDuplicateKeys(true)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(8 * 1024 * 1024)
            .build();
    try {
      Optional<Node> read =
          new Compose(settings)
              .composeString(text)
              .map(root -> new YamlReader(problems).convert(root, 0));
      if (read.isEmpty()) {
        problems.error(
            Position.START,
            "The file is empty.",
            "A policy with no rules would watch nothing.",
            "Start from the shipped policies/default.yaml.");
      }
      return read;
    } catch (MarkedYamlEngineException broken) {
      problems.error(
          broken.getProblemMark().map(YamlReader::position).orElse(Position.START),
          "This is not YAML: " + broken.getProblem() + ".",
          "Nothing after this place could be read.",
          "Check the indentation, quotes and colons of this line and the one above.");
      return Optional.empty();
    } catch (YamlEngineException broken) {
      problems.error(
          Position.START,
          "This is not YAML: " + broken.getMessage() + ".",
          "The file could not be read.",
          "Write one YAML document below 8 MiB.");
      return Optional.empty();
    }
  }

  private Node convert(org.snakeyaml.engine.v2.nodes.Node node, int depth) {
    Position at = node.getStartMark().map(YamlReader::position).orElse(Position.START);
    if (depth > MAX_DEPTH) {
      problems.error(
          at,
          "Values stand in one another more than " + MAX_DEPTH + " deep.",
          "No policy needs that, and reading on could use up the memory.",
          "Flatten this part.");
      return new Node.NullNode(at);
    }
    return switch (node) {
      case MappingNode map -> convertMap(map, at, depth);
      case SequenceNode list ->
          new Node.ListNode(
              at, list.getValue().stream().map(item -> convert(item, depth + 1)).toList());
      case ScalarNode scalar -> convertScalar(scalar, at);
      default -> unexpected(at);
    };
  }

  private Node convertMap(MappingNode map, Position at, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (NodeTuple tuple : map.getValue()) {
      Position keyAt =
          tuple.getKeyNode().getStartMark().map(YamlReader::position).orElse(Position.START);
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.error(
            keyAt,
            "A key must be a text.",
            "A list or map as a key has no meaning in a policy.",
            "Write a plain word before the colon.");
        continue;
      }
      if (!keys.add(key.getValue())) {
        problems.error(
            keyAt,
            "The key '" + key.getValue() + "' stands twice in this map.",
            "Only one of the two values could take effect.",
            "Keep one of them.");
        continue;
      }
      entries.add(new Node.Entry(key.getValue(), keyAt, convert(tuple.getValueNode(), depth + 1)));
    }
    return new Node.MapNode(at, entries);
  }

  private static Node convertScalar(ScalarNode scalar, Position at) {
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return new Node.NumberNode(at, scalar.getValue());
    }
    if (tag.equals(Tag.BOOL)) {
      return new Node.BoolNode(at, scalar.getValue().equals("true"));
    }
    if (tag.equals(Tag.NULL)) {
      return new Node.NullNode(at);
    }
    return new Node.TextNode(at, scalar.getValue());
  }

  private Node unexpected(Position at) {
    problems.error(
        at,
        "This kind of YAML value is not read.",
        "A policy is made of maps, lists and plain values.",
        "Write the value out.");
    return new Node.NullNode(at);
  }

  private static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
