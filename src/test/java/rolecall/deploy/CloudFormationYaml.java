package rolecall.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import rolecall.json.Json;

/** Reads a template: {@code !Sub x} becomes {@code {"Fn::Sub": "x"}}, as CloudFormation has it. */
final class CloudFormationYaml {
  private CloudFormationYaml() {}

  static Json.Obj read(String file) {
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file).build();
      Node root =
          new Compose(settings).composeString(Files.readString(Path.of(file))).orElseThrow();
      return (Json.Obj) json(root);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Json json(Node node) {
    String tag = node.getTag().getValue();
    if (tag.startsWith("!")) {
      return function(tag.substring(1), plain(node));
    }
    return plain(node);
  }

  private static Json function(String name, Json argument) {
    String whole = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
    return new Json.Obj(Map.of(whole, argument));
  }

  private static Json plain(Node node) {
    return switch (node) {
      case MappingNode map -> object(map);
      case SequenceNode list -> {
        List<Json> items = new ArrayList<>();
        list.getValue().forEach(item -> items.add(json(item)));
        yield new Json.Arr(items);
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new IllegalArgumentException("an anchor: CloudFormation knows none");
    };
  }

  private static Json.Obj object(MappingNode map) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (NodeTuple member : map.getValue()) {
      String key = ((ScalarNode) member.getKeyNode()).getValue();
      if (members.put(key, json(member.getValueNode())) != null) {
        throw new IllegalArgumentException(key + " stands twice in one object");
      }
    }
    return new Json.Obj(members);
  }

  private static Json scalar(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    String text = scalar.getValue();
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return new Json.Num(text);
    }
    if (tag.equals(Tag.BOOL)) {
      return new Json.Bool(Boolean.parseBoolean(text));
    }
    return tag.equals(Tag.NULL) ? new Json.Null() : new Json.Str(text);
  }
}
