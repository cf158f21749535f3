package rolecall.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import rolecall.json.Json;
import rolecall.record.TrailRecord;
import rolecall.source.Node;
import rolecall.source.Problems;
import rolecall.source.YamlReader;

/** The events that tests start from: those that ship with the program, and the policy's own. */
record Bases(Map<String, Json> events) {
  Bases {
    events = Map.copyOf(events);
  }

  /** The events of {@code rolecall/bases.yaml}: one of every kind that the shipped rules read. */
  static Bases shipped() {
    return Shipped.BASES;
  }

  /** Read when a test first asks; judging needs none. */
  private static final class Shipped {
    static final Bases BASES = read();
  }

  private static Bases read() {
    String name = "rolecall/bases.yaml";
    try (InputStream file = Bases.class.getResourceAsStream("/" + name)) {
      String text =
          new String(
              Objects.requireNonNull(file, name + " is missing").readAllBytes(),
              StandardCharsets.UTF_8);
      Problems problems = new Problems(name, text);
      Optional<Node> root = YamlReader.read(name, text, problems);
      Bases bases = new Bases(Map.of()).and(root);
      if (problems.hasErrors()) {
        throw new IllegalStateException(problems.render());
      }
      return bases;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** These and those of a policy's section {@code bases}, which win. */
  Bases and(Optional<Node> section) {
    Map<String, Json> all = new LinkedHashMap<>(events);
    if (section.isPresent() && section.get() instanceof Node.MapNode map) {
      map.entries().forEach(entry -> all.put(entry.key(), Overlay.json(entry.value())));
    }
    return new Bases(all);
  }

  Set<String> names() {
    return events.keySet();
  }

  /** The event of a case; empty when it is no CloudTrail record. */
  Optional<TrailRecord> record(TestCase test) {
    Json event = Overlay.lay(test.set(), events.getOrDefault(test.base(), Json.absent()));
    for (String path : test.remove()) {
      event = Overlay.without(List.copyOf(Arrays.asList(path.split("\\."))), event);
    }
    boolean isRecord =
        event instanceof Json.Obj
            && event.get("eventSource").text().isPresent()
            && event.get("eventName").text().isPresent();
    return isRecord ? Optional.of(new TrailRecord((Json.Obj) event)) : Optional.empty();
  }
}
