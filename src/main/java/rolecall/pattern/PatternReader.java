package rolecall.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rolecall.source.Node;
import rolecall.source.Position;
import rolecall.source.Problems;

/** Reads a written pattern into conditions. Used once; not thread-safe. */
final class PatternReader {
  /** Event Ruler would make one sub-rule of each; more than this is a mistake or an attack. */
  private static final int MOST_BRANCHES = 1000;

  /** As in Event Ruler. */
  private static final int MOST_FIELDS = 256;

  static final String OR = "$or";

  private final Faults faults;
  private final LeafReader leafReader;
  private final List<Condition.Leaf> leaves = new ArrayList<>();
  private final Map<String, Position> places = new LinkedHashMap<>();

  /** What was read, with all leaves and the places of their paths, in the order written. */
  record Read(Condition root, List<Condition.Leaf> leaves, Map<String, Position> places) {}

  private PatternReader(Lists lists, Faults faults) {
    this.faults = faults;
    this.leafReader = new LeafReader(lists, faults);
  }

  static Optional<Read> read(Node node, Lists lists, Problems problems) {
    Faults faults = new Faults(problems);
    PatternReader reader = new PatternReader(lists, faults);
    Optional<Condition> root = reader.readRoot(node);
    if (root.isPresent() && !faults.any()) {
      reader.refuseTooMuch(node, root.get());
    }
    return faults.any()
        ? Optional.empty()
        : root.map(found -> new Read(found, reader.leaves, reader.places));
  }

  private Optional<Condition> readRoot(Node node) {
    if (node instanceof Node.MapNode map) {
      return Optional.of(readMap(map, Scope.root()));
    }
    faults.error(
        node.at(),
        "A pattern is a map of fields, and this is " + node.kind() + ".",
        "There is no field to look at.",
        "Write a field and what it must be: outcome: [denied].");
    return Optional.empty();
  }

  private void refuseTooMuch(Node node, Condition root) {
    if (Branches.count(root) > MOST_BRANCHES) {
      faults.error(
          node.at(),
          "The " + OR + "s of this pattern multiply to more than " + MOST_BRANCHES + " branches.",
          "Every branch of one is tried with every branch of the others.",
          "Write alternatives for one field as a list, or make two rules of it.");
    } else if (Branches.of(root).stream().anyMatch(branch -> branch.size() > MOST_FIELDS)) {
      faults.error(
          node.at(),
          "This pattern reads more than " + MOST_FIELDS + " fields at once.",
          "Event Ruler refuses such a pattern.",
          "Make two rules of it.");
    }
  }

  private Condition readMap(Node.MapNode map, Scope scope) {
    if (map.entries().isEmpty()) {
      faults.error(
          map.at(),
          "This map is empty.",
          "It says nothing about any field.",
          "Name a field, or remove the map.");
    }
    List<Condition> parts = new ArrayList<>();
    for (Node.Entry entry : map.entries()) {
      if (entry.key().equals(OR)) {
        readOr(entry, scope).ifPresent(parts::add);
      } else {
        readField(entry, scope).ifPresent(parts::add);
      }
    }
    parts.sort(Comparator.comparingInt(Condition::cost));
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
  }

  private Optional<Condition> readField(Node.Entry entry, Scope scope) {
    refuseName(entry, scope);
    String path = scope.path(entry.key());
    if (entry.value() instanceof Node.MapNode map && !leafReader.isOperator(map)) {
      leafReader.refuseSeveralOperators(map);
      return Optional.of(readMap(map, scope.inside(entry.key())));
    }
    if (!scope.seen().add(path)) {
      faults.error(
          entry.keyAt(),
          "The field '" + path + "' has a condition already in this branch.",
          "The syntax knows one condition a field; the other would be lost.",
          "Put both into one list, or each into its own branch of " + OR + ".");
    }
    Optional<Condition.Leaf> leaf = leafReader.read(path, entry);
    leaf.ifPresent(leaves::add);
    places.putIfAbsent(path, entry.keyAt());
    return leaf.map(found -> found);
  }

  private void refuseName(Node.Entry entry, Scope scope) {
    String name = entry.key();
    if (name.isEmpty() || name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
      faults.error(
          entry.keyAt(),
          "'" + name + "' is no field's name.",
          "A step of the path would have no name.",
          "Write the names of the fields with one dot between them.");
    } else if (scope.inOr() && Operators.RESERVED_IN_OR.contains(name)) {
      faults.error(
          entry.keyAt(),
          "A field inside " + OR + " cannot be called '" + name + "'.",
          "Event Ruler keeps that word for an operator.",
          "To use the operator, put it under a field's name: role.name: [{" + name + ": …}].");
    }
  }

  private Optional<Condition> readOr(Node.Entry entry, Scope scope) {
    List<Condition> branches = new ArrayList<>();
    Set<String> seenInAny = new HashSet<>();
    List<Node> items = entry.value() instanceof Node.ListNode list ? list.items() : List.<Node>of();
    for (Node item : items) {
      if (item instanceof Node.MapNode map) {
        Scope branch = scope.branch();
        branches.add(readMap(map, branch));
        seenInAny.addAll(branch.seen());
      } else {
        notABranch(item.at(), item.kind());
      }
    }
    scope.seen().addAll(seenInAny);
    if (items.size() < 2) {
      faults.error(
          entry.value() instanceof Node.ListNode ? entry.keyAt() : entry.value().at(),
          OR + " needs a list of at least two patterns.",
          items.isEmpty() ? "It would match nothing." : "With one branch there is no choice.",
          "Add the other branch, or write the fields without " + OR + ".");
    }
    return branches.isEmpty() ? Optional.empty() : Optional.of(new Condition.AnyOf(branches));
  }

  private void notABranch(Position at, String kind) {
    faults.error(
        at,
        "A branch of " + OR + " is a map of fields, and this is " + kind + ".",
        "There is no field to look at.",
        "Write a field and what it must be: - outcome: [denied].");
  }
}
