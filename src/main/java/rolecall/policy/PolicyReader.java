package rolecall.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rolecall.document.PublicProviders;
import rolecall.finding.PolicyStamp;
import rolecall.pattern.Entries;
import rolecall.pattern.Lists;
import rolecall.pattern.Pattern;
import rolecall.source.DidYouMean;
import rolecall.source.Node;
import rolecall.source.Problems;

/** Reads the sections of a policy. */
final class PolicyReader {
  private static final Set<String> KEYS =
      Set.of("name", "limits", "watch", "lists", "grants", "rules", "exceptions", "bases");
  private static final Set<String> EXCEPTION_KEYS =
      Set.of("name", "owner", "reason", "expires", "rules", "when");

  private final Node.MapNode root;
  private final Fields fields;
  private final Problems problems;
  private final String sha256;

  private PolicyReader(Node.MapNode root, Fields fields, Problems problems, String sha256) {
    this.root = root;
    this.fields = fields;
    this.problems = problems;
    this.sha256 = sha256;
  }

  /** Empty when the text is no map at all; {@code problems} then says so. */
  static Optional<PolicyReader> of(Node root, Problems problems, String sha256) {
    return Fields.of(root, "a policy", KEYS, problems)
        .map(fields -> new PolicyReader((Node.MapNode) root, fields, problems, sha256));
  }

  Optional<PolicyFile.Loaded> read() {
    String name = fields.required("name", "Add a name that alerts carry: name: my-policy.");
    Lists lists = NamedLists.read(fields.node("lists"), problems);
    Optional<Fields> limits = section("limits", "the limits", Set.of("session", "quiet"));
    KnownNames known = new KnownNames(watched(lists), chimeLinked(lists), publicProviders(lists));
    Grants grants = Grants.read(fields.list("grants"), lists, problems);
    RuleReader rules = new RuleReader(lists, limit(limits, "quiet"), problems);
    rules.read(fields.list("rules"));
    if (rules.ids().isEmpty()) {
      problems.error(
          fields.position("rules"),
          "The policy has no rules.",
          "It would watch nothing.",
          "Start from the shipped policies/default.yaml.");
    }
    CompiledPolicy policy =
        new CompiledPolicy(
            new PolicyStamp(name, sha256),
            known,
            grants,
            limit(limits, "session"),
            rules.rules(),
            rules.notJudged(),
            exceptions(lists, rules.ids()));
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    PolicyTests tests =
        new PolicyTests(
            new Trials.Judges(policy, lists, rules.off()),
            PolicyVariants.of(name, root),
            rules.tests(),
            grants.tests(),
            Bases.shipped().and(fields.node("bases")));
    return Optional.of(new PolicyFile.Loaded(policy, tests, new PolicyMutations(root, tests)));
  }

  private Optional<Fields> section(String key, String what, Set<String> known) {
    return fields.node(key).flatMap(node -> Fields.of(node, what, known, problems));
  }

  private Duration limit(Optional<Fields> limits, String key) {
    return limits
        .flatMap(l -> l.text(key).flatMap(t -> Durations.parse(t, l.position(key), problems)))
        .orElse(Duration.ofHours(1));
  }

  private Entries watched(Lists lists) {
    Optional<Fields> watch = section("watch", "the roles to watch", Set.of("roles"));
    return watch
        .map(w -> TextSet.read(w.items("roles"), lists, problems).entries())
        .orElseGet(() -> Entries.of(List.of("*chime*")));
  }

  private static Entries chimeLinked(Lists lists) {
    return Entries.of(lists.entries(KnownNames.CHIME_LIST).orElse(List.of()));
  }

  private PublicProviders publicProviders(Lists lists) {
    try {
      return PublicProviders.of(lists.entries(KnownNames.PROVIDER_LIST).orElse(List.of()));
    } catch (IllegalArgumentException noClaim) {
      problems.error(
          fields.position("lists"),
          noClaim.getMessage() + ".",
          "A provider that signs in anybody is only narrowed by a claim.",
          "Write the provider's host and its claims: gitlab.com subject.");
      return PublicProviders.of(List.of());
    }
  }

  private RuleExceptions exceptions(Lists lists, Set<String> ids) {
    Patterns patterns = new Patterns(lists, problems);
    List<RuleException> exceptions = new ArrayList<>();
    for (Node node : fields.list("exceptions")) {
      Fields.of(node, "an exception", EXCEPTION_KEYS, problems)
          .flatMap(written -> exception(written, patterns, ids))
          .ifPresent(exceptions::add);
    }
    return new RuleExceptions(exceptions);
  }

  private Optional<RuleException> exception(Fields written, Patterns patterns, Set<String> ids) {
    String name = written.required("name", "Give the exception a name that reports can show.");
    String owner = written.required("owner", "Name who answers for it.");
    String reason = written.required("reason", "Say why it is excused.");
    Optional<LocalDate> expires = expires(written);
    Set<String> rules = new HashSet<>(written.texts("rules"));
    if (rules.isEmpty()) {
      problems.error(
          written.at(),
          "The exception names no rule.",
          "It would excuse nothing.",
          "Add rules: [assumption-not-granted].");
    }
    rules.stream().filter(id -> !ids.contains(id)).forEach(id -> unknownRule(id, written, ids));
    Optional<Pattern> when = written.node("when").flatMap(patterns::excusing);
    if (written.node("when").isEmpty()) {
      patterns.required(written, "when");
    }
    return when.isPresent() && expires.isPresent()
        ? Optional.of(new RuleException(name, owner, reason, expires.get(), rules, when.get()))
        : Optional.empty();
  }

  private Optional<LocalDate> expires(Fields written) {
    String day = written.required("expires", "Add its last day: expires: 2026-12-31.");
    if (day.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeParseException odd) {
      problems.error(
          written.position("expires"),
          "'" + day + "' is no day.",
          "An exception without an end stays for ever.",
          "Write year, month and day: 2026-12-31.");
      return Optional.empty();
    }
  }

  private void unknownRule(String id, Fields written, Set<String> ids) {
    problems.error(
        written.position("rules"),
        "There is no rule '" + id + "'.",
        "The exception would excuse nothing.",
        DidYouMean.nearest(id, ids)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Write the id of a rule of this policy."));
  }
}
