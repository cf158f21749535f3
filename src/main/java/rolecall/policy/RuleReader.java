package rolecall.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import rolecall.finding.BrokenRule;
import rolecall.finding.Severity;
import rolecall.pattern.Lists;
import rolecall.pattern.Pattern;
import rolecall.source.Node;
import rolecall.source.Problems;

/** Reads the section {@code rules}. Not thread-safe; one policy, one reader. */
final class RuleReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "severity",
          "escalate",
          "category",
          "why",
          "runbook",
          "attack",
          "gaps",
          "events",
          "when",
          "unless",
          "reason",
          "target",
          "quiet",
          "mode",
          "tests");

  /** What becomes of a breach. */
  private enum Mode {
    ALERT,
    OBSERVE,
    OFF
  }

  private static final SequencedMap<String, Mode> MODES = modes();

  /** The words of severities, the mildest first. */
  static final SequencedMap<String, Severity> SEVERITIES = severities();

  private final Duration quiet;
  private final Problems problems;
  private final Patterns patterns;
  private final List<Rule> rules = new ArrayList<>();
  private final List<Rule> off = new ArrayList<>();
  private final List<TestCase> tests = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private Optional<NotJudged> notJudged = Optional.empty();

  /**
   * @param checked whether the events and fields were checked before, when the policy was compiled
   */
  RuleReader(Lists lists, Duration quiet, Problems problems, boolean checked) {
    this.quiet = quiet;
    this.problems = problems;
    this.patterns = new Patterns(lists, problems, checked);
  }

  /** One rule alone, whatever its mode; empty when it is none, and {@code problems} say why. */
  static Optional<Rule> readOne(
      Node node, int place, Lists lists, Duration quiet, Problems problems) {
    RuleReader reader = new RuleReader(lists, quiet, problems, false);
    Fields.of(node, "a rule", KEYS, problems).ifPresent(fields -> reader.readOne(fields, place));
    return Stream.concat(reader.rules.stream(), reader.off.stream()).findFirst();
  }

  void read(List<Node> section) {
    for (int place = 0; place < section.size(); place++) {
      Optional<Fields> fields = Fields.of(section.get(place), "a rule", KEYS, problems);
      if (fields.isPresent()) {
        readOne(fields.get(), place);
      }
    }
  }

  /** The rules in order, those in mode {@code off} left out. */
  List<Rule> rules() {
    return rules;
  }

  /** The rules in mode {@code off}. */
  List<Rule> off() {
    return off;
  }

  List<TestCase> tests() {
    return tests;
  }

  /** The ids of all rules, those in mode {@code off} included. */
  Set<String> ids() {
    return ids;
  }

  NotJudged notJudged() {
    return notJudged.orElseGet(() -> NotJudged.builtIn(rules.size(), quiet));
  }

  private void readOne(Fields fields, int place) {
    Mode mode = fields.choice("mode", MODES).orElse(Mode.ALERT);
    BrokenRule about = readAbout(fields, place, mode == Mode.OBSERVE);
    Duration window = about.severity() == Severity.CRITICAL ? Duration.ZERO : readQuiet(fields);
    tests.addAll(TestCase.readAll(about.id(), fields.list("tests"), problems));
    if (about.id().equals(NotJudged.ID)) {
      readNotJudged(fields, mode, new NotJudged(about, window));
      return;
    }
    Set<EventName> events = readEvents(fields);
    Optional<Pattern> when = patterns.required(fields, "when");
    List<Pattern> unless = new ArrayList<>();
    for (Node node : fields.items("unless")) {
      Optional<Pattern> excuse = patterns.excusing(node);
      excuse.ifPresent(unless::add);
      if (mode != Mode.OFF && !patterns.checked() && when.isPresent() && excuse.isPresent()) {
        Contradictions.noteUnless(when.get(), excuse.get(), node.at(), problems);
      }
    }
    Sentence reason =
        Sentence.read(
            fields.required(
                "reason", "Say what happened: reason: \"{caller.name} took {role.name}.\""),
            fields.position("reason"),
            problems);
    reason.paths().forEach(path -> patterns.checkPath(path, fields.position("reason")));
    reason.paths().forEach(path -> patterns.refuseSecret(path, fields.position("reason")));
    List<String> target = fields.texts("target");
    target.forEach(path -> patterns.checkPath(path, fields.position("target")));
    List<Escalation> graver = EscalationReader.read(fields, about, patterns);
    if (when.isPresent()) {
      if (!patterns.checked()) {
        graver.forEach(e ->
            Contradictions.noteEscalation(
                when.get(), unless, e.when(), fields.position("escalate"), problems));
      }
      (mode == Mode.OFF ? off : rules)
          .add(new Rule(about, graver, events, when.get(), unless, reason, target, window));
    }
  }

  private BrokenRule readAbout(Fields fields, int place, boolean observed) {
    String id = fields.required("id", "Add an id: my-rule.");
    if (!id.isEmpty() && !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      problems.error(
          fields.position("id"),
          "'" + id + "' is no rule id.",
          "Alerts are filtered by it.",
          "Write small letters, digits and single hyphens: my-rule.");
    }
    if (!id.isEmpty() && !ids.add(id)) {
      problems.error(
          fields.position("id"),
          "Two rules have the id '" + id + "'.",
          "An alert that names it would leave open which one is meant.",
          "Give each rule its own id.");
    }
    fields.texts("gaps");
    return new BrokenRule(
        id,
        fields.required("title", "Add one line for people: title: A role was taken."),
        readSeverity(fields),
        fields.required("category", "Add a category: role-assumption."),
        fields.required("why", "Say why the rule stands here."),
        fields.texts("runbook"),
        fields.texts("attack"),
        place,
        observed);
  }

  private Severity readSeverity(Fields fields) {
    fields.required("severity", "Add one of " + String.join(", ", Severity.words()) + ".");
    return fields.choice("severity", SEVERITIES).orElse(Severity.MEDIUM);
  }

  private Duration readQuiet(Fields fields) {
    return fields
        .text("quiet")
        .flatMap(text -> Durations.parse(text, fields.position("quiet"), problems))
        .orElse(quiet);
  }

  private Set<EventName> readEvents(Fields fields) {
    Set<EventName> events = new HashSet<>();
    List<Node> written = fields.items("events");
    if (written.isEmpty()) {
      problems.error(
          fields.at(),
          "The rule reads no event.",
          "It could never fire, and looks like cover all the same.",
          "Add events: [sts:AssumeRole].");
    }
    for (Node node : written) {
      EventNames.read(node, patterns.checked(), problems).ifPresent(events::add);
    }
    return events;
  }

  private void readNotJudged(Fields fields, Mode mode, NotJudged read) {
    for (String key : List.of("escalate", "events", "when", "unless", "reason", "target")) {
      if (fields.node(key).isPresent()) {
        problems.error(
            fields.position(key),
            "The rule '" + NotJudged.ID + "' has no '" + key + "' of its own.",
            "It speaks of every event that another rule reads and that cannot be judged.",
            "Remove the key.");
      }
    }
    if (mode != Mode.ALERT) {
      problems.error(
          fields.position("mode"),
          "The rule '" + NotJudged.ID + "' cannot be switched off.",
          "What cannot be understood would then pass as innocent.",
          "Remove the key 'mode'.");
    }
    notJudged = Optional.of(read);
  }

  private static SequencedMap<String, Mode> modes() {
    SequencedMap<String, Mode> words = new LinkedHashMap<>();
    words.put("alert", Mode.ALERT);
    words.put("observe", Mode.OBSERVE);
    words.put("off", Mode.OFF);
    return words;
  }

  private static SequencedMap<String, Severity> severities() {
    SequencedMap<String, Severity> words = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      words.put(severity.word(), severity);
    }
    return words;
  }
}
