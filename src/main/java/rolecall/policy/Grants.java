package rolecall.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import rolecall.json.Json;
import rolecall.pattern.Lists;
import rolecall.record.Facts;
import rolecall.source.Node;
import rolecall.source.Problems;

/** All grants of a policy. */
record Grants(List<Grant> grants, List<TestCase> tests) {
  private static final Set<String> KEYS =
      Set.of("name", "roles", "principals", "terms", "why", "owner", "tests");

  Grants {
    grants = List.copyOf(grants);
    tests = List.copyOf(tests);
  }

  static Grants read(List<Node> section, Lists lists, Problems problems) {
    List<Grant> grants = new ArrayList<>();
    List<TestCase> tests = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node node : section) {
      Fields.of(node, "a grant", KEYS, problems)
          .ifPresent(fields -> {
            Grant grant = readOne(fields, lists, problems);
            if (!names.add(grant.name())) {
              problems.error(
                  fields.position("name"),
                  "Two grants are called '" + grant.name() + "'.",
                  "A finding that names the grant would leave open which one is meant.",
                  "Give each grant its own name.");
            }
            grants.add(grant);
            tests.addAll(TestCase.readAll(grant.name(), fields.list("tests"), problems));
          });
    }
    return new Grants(grants, tests);
  }

  private static Grant readOne(Fields fields, Lists lists, Problems problems) {
    String name = fields.required("name", "Add a name: chime-admins.");
    fields.text("why");
    fields.text("owner");
    if (fields.items("roles").isEmpty()) {
      missing(fields, "roles", "Add roles: [\"arn:aws:iam::111122223333:role/ChimeAdmin\"].");
    }
    if (fields.items("principals").isEmpty()) {
      missing(fields, "principals", "Add principals: [\"arn:aws:iam::111122223333:user/dana\"].");
    }
    fields.items("principals").stream()
        .filter(Node.TextNode.class::isInstance)
        .map(Node.TextNode.class::cast)
        .forEach(text -> Principals.refuseSession(text.value(), text, problems));
    return new Grant(
        name,
        RolePatterns.of(TextSet.read(fields.items("roles"), lists, problems).written()),
        new Principals(TextSet.read(fields.items("principals"), lists, problems).entries()),
        Terms.read(fields.node("terms"), lists, problems));
  }

  private static void missing(Fields fields, String key, String fix) {
    fields
        .problems()
        .error(
            fields.at(),
            "The key '" + key + "' is missing in a grant.",
            "A grant says who may take which roles; without both it grants nothing.",
            fix);
  }

  /** Every grant that is about the role taken or about the caller; none when no role is taken. */
  List<Explanation.OfGrant> consider(Facts facts) {
    if (!facts.takesRole()) {
      return List.of();
    }
    return grants.stream().map(g -> g.consider(facts)).filter(g -> g.role() || g.caller()).toList();
  }

  /** Whether the grant of that name is about this record and all of its terms are kept. */
  boolean keeps(String name, Facts facts) {
    return grants.stream()
        .anyMatch(g -> g.name().equals(name) && g.matches(facts) && g.breaches(facts).isEmpty());
  }

  /**
   * The facts with a group {@code grant}: {@code match} is {@code none}, {@code terms-broken} or
   * {@code granted}; {@code names} the grants that are about this pair; {@code broken} the broken
   * terms in words; {@code chain} whether one of them permits a role session as the caller; {@code
   * overLimit} whether the session is longer than the policy's limit.
   */
  Facts weigh(Facts facts, Duration sessionLimit) {
    if (!facts.takesRole()) {
      return facts;
    }
    List<Grant> matching = grants.stream().filter(g -> g.matches(facts)).toList();
    boolean granted = matching.stream().anyMatch(g -> g.breaches(facts).isEmpty());
    OptionalLong seconds = facts.value("session.duration").wholeNumber();
    return facts.with(
        "grant",
        new Json.Obj(
            java.util.Map.of(
                "match",
                new Json.Str(matching.isEmpty() ? "none" : granted ? "granted" : "terms-broken"),
                "names",
                new Json.Arr(matching.stream().<Json>map(g -> new Json.Str(g.name())).toList()),
                "broken",
                new Json.Str(granted ? "" : breaches(matching, facts)),
                "chain",
                new Json.Bool(matching.stream().anyMatch(g -> g.permitsChain(facts))),
                "overLimit",
                new Json.Bool(
                    seconds.isPresent() && seconds.getAsLong() > sessionLimit.toSeconds()))));
  }

  private static String breaches(List<Grant> matching, Facts facts) {
    return String.join(
        "; or ",
        matching.stream()
            .map(g -> "grant " + g.name() + ", " + String.join("; ", g.breaches(facts)))
            .toList());
  }
}
