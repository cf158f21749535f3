package rolecall.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import rolecall.finding.Severity;
import rolecall.json.Json;
import rolecall.source.Node;
import rolecall.source.Position;
import rolecall.source.Problems;

/**
 * A case beside a rule or a grant: an event, written as what differs from a named base.
 *
 * @param subject the rule's id or the grant's name
 * @param name what the case shows
 * @param base which event it starts from
 * @param set what is laid over the base: objects are merged, everything else replaces
 * @param remove dotted paths of members that the base has and the case does not
 * @param with lists and grants that the policy has in this case, in place of its own
 * @param expect what must come of it
 * @param severity what severity the alert must have; empty when the case does not say
 * @param at where it is written
 */
record TestCase(
    String subject,
    String name,
    String base,
    Json set,
    List<String> remove,
    Optional<Node> with,
    Expect expect,
    Optional<Severity> severity,
    Position at) {
  /** What a case expects of the rule or grant that it stands beside. */
  enum Expect {
    /** The rule is broken; the grant is not there or its terms are broken. */
    ALERT,
    /** The rule is content; the grant matches and its terms are kept. */
    QUIET,
    /** The record cannot be judged. */
    UNJUDGED
  }

  private static final Set<String> KEYS =
      Set.of("name", "base", "set", "remove", "with", "expect", "severity");
  private static final SequencedMap<String, Expect> EXPECTS = expects();

  TestCase {
    Objects.requireNonNull(set, "set is null");
    remove = List.copyOf(remove);
    Objects.requireNonNull(with, "with is null");
    Objects.requireNonNull(severity, "severity is null");
  }

  static List<TestCase> readAll(String subject, List<Node> written, Problems problems) {
    List<TestCase> cases = new ArrayList<>();
    for (Node node : written) {
      Fields.of(node, "a test", KEYS, problems)
          .ifPresent(fields -> cases.add(readOne(subject, fields)));
    }
    return cases;
  }

  private static TestCase readOne(String subject, Fields fields) {
    String name = fields.required("name", "Say what the test shows.");
    String base = fields.required("base", "Name the event that it starts from: assume-role.");
    fields.required("expect", "Add one of alert, quiet, unjudged.");
    Expect expect = fields.choice("expect", EXPECTS).orElse(Expect.ALERT);
    if (expect != Expect.ALERT && fields.node("severity").isPresent()) {
      fields
          .problems()
          .error(
              fields.position("severity"),
              "A test that expects no alert has a severity.",
              "There is nothing that could have it.",
              "Remove the key 'severity', or expect an alert.");
    }
    return new TestCase(
        subject,
        name,
        base,
        fields.node("set").map(Overlay::json).orElse(Json.absent()),
        fields.texts("remove"),
        fields.node("with"),
        expect,
        fields.choice("severity", RuleReader.SEVERITIES),
        fields.at());
  }

  private static SequencedMap<String, Expect> expects() {
    SequencedMap<String, Expect> words = new LinkedHashMap<>();
    words.put("alert", Expect.ALERT);
    words.put("quiet", Expect.QUIET);
    words.put("unjudged", Expect.UNJUDGED);
    return words;
  }
}
