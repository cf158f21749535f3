package rolecall.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rolecall.source.Node;
import rolecall.source.Position;

/**
 * A rule with one of its clauses broken: every condition in {@code when} made to hold always, every
 * {@code unless} and every graver severity left out. Stateless.
 */
final class Mutations {
  private Mutations() {}

  /**
   * One broken rule.
   *
   * @param at the clause
   * @param clause the clause, as a person calls it: {@code when outcome}
   * @param rule the whole rule without it
   */
  record Mutant(Position at, String clause, Node.MapNode rule) {}

  static List<Mutant> of(Node.MapNode whole) {
    Node.MapNode rule = withoutTests(whole);
    List<Mutant> mutants = new ArrayList<>();
    rule.get("when")
        .ifPresent(when ->
            eachLeafHeld(when, "when")
                .forEach(m -> mutants.add(m.in(changed -> with(rule, "when", changed)))));
    if (rule.get("escalate").orElse(null) instanceof Node.MapNode graver) {
      addEscalations(rule, graver, mutants);
    }
    if (rule.get("unless").orElse(null) instanceof Node.ListNode(Position at, List<Node> items)) {
      for (int i = 0; i < items.size(); i++) {
        List<Node> rest = new ArrayList<>(items);
        rest.remove(i);
        mutants.add(
            new Mutant(
                items.get(i).at(),
                "unless " + (i + 1),
                with(rule, "unless", new Node.ListNode(at, rest))));
      }
    }
    return mutants;
  }

  /** A rule or a grant without the tests beside it. */
  static Node.MapNode withoutTests(Node.MapNode rule) {
    return new Node.MapNode(
        rule.at(), rule.entries().stream().filter(e -> !e.key().equals("tests")).toList());
  }

  /** Each graver severity left out, and each condition on it made to hold always. */
  private static void addEscalations(Node.MapNode rule, Node.MapNode graver, List<Mutant> mutants) {
    for (Node.Entry entry : graver.entries()) {
      List<Node.Entry> rest =
          graver.entries().stream().filter(e -> !e.key().equals(entry.key())).toList();
      mutants.add(
          new Mutant(
              entry.keyAt(),
              "escalate " + entry.key(),
              with(rule, "escalate", new Node.MapNode(graver.at(), rest))));
      eachLeafHeld(entry.value(), "escalate " + entry.key())
          .forEach(m ->
              mutants.add(
                  m.in(changed -> with(rule, "escalate", with(graver, entry.key(), changed)))));
    }
  }

  /** A part of a pattern in which one leaf holds always. */
  private record Part(Position at, String clause, Node changed) {
    Mutant in(java.util.function.Function<Node, Node.MapNode> rule) {
      return new Mutant(at, clause, rule.apply(changed));
    }
  }

  private static List<Part> eachLeafHeld(Node node, String path) {
    List<Part> parts = new ArrayList<>();
    if (!(node instanceof Node.MapNode map)) {
      return parts;
    }
    for (Node.Entry entry : map.entries()) {
      String inner = path + " " + entry.key();
      if (entry.key().equals("$or") && entry.value() instanceof Node.ListNode branches) {
        for (int i = 0; i < branches.items().size(); i++) {
          List<Node> rest = new ArrayList<>(branches.items());
          Position at = rest.remove(i).at();
          // A choice of one is no choice: the branch that is left stands in both places.
          if (rest.size() == 1) {
            rest.add(rest.getFirst());
          }
          parts.add(
              new Part(at, inner + " " + (i + 1), with(map, "$or", new Node.ListNode(at, rest))));
        }
      } else if (entry.value() instanceof Node.MapNode) {
        eachLeafHeld(entry.value(), inner)
            .forEach(
                p -> parts.add(new Part(p.at(), p.clause(), with(map, entry.key(), p.changed()))));
      } else {
        parts.add(new Part(entry.keyAt(), inner, with(map, entry.key(), always(entry.keyAt()))));
      }
    }
    return parts;
  }

  /** {@code [{exists: true}, {exists: false}]}. */
  private static Node always(Position at) {
    return new Node.ListNode(at, List.of(exists(at, true), exists(at, false)));
  }

  private static Node exists(Position at, boolean wanted) {
    return new Node.MapNode(
        at, List.of(new Node.Entry("exists", at, new Node.BoolNode(at, wanted))));
  }

  private static Node.MapNode with(Node.MapNode map, String key, Node value) {
    return new Node.MapNode(
        map.at(),
        map.entries().stream()
            .map(e -> e.key().equals(key) ? new Node.Entry(key, e.keyAt(), value) : e)
            .toList());
  }

  /** The rule's id, when it has one. */
  static Optional<String> id(Node.MapNode rule) {
    return rule.get("id")
        .filter(Node.TextNode.class::isInstance)
        .map(id -> ((Node.TextNode) id).value());
  }
}
