package rolecall.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rolecall.document.PublicProviders;
import rolecall.finding.PolicyStamp;
import rolecall.pattern.Entries;
import rolecall.pattern.Lists;
import rolecall.source.Node;
import rolecall.source.Problems;

/** Reads the sections of a policy. */
final class PolicyReader {
  private static final Set<String> KEYS =
      Set.of("name", "limits", "watch", "lists", "grants", "rules", "exceptions", "bases");

  private final Node.MapNode root;
  private final Fields fields;
  private final Problems problems;
  private final String sha256;
  private final Additions additions;
  private final boolean checked;

  private PolicyReader(
      Node.MapNode root,
      Fields fields,
      Problems problems,
      String sha256,
      Additions additions,
      boolean checked) {
    this.root = root;
    this.fields = fields;
    this.problems = problems;
    this.sha256 = sha256;
    this.additions = additions;
    this.checked = checked;
  }

  /** Empty when the text is no map at all; {@code problems} then says so. */
  static Optional<PolicyReader> of(
      Node root, Problems problems, String sha256, Additions additions) {
    return of(root, problems, sha256, additions, false);
  }

  /** As {@link #of}, of a policy that was read without an error when it was compiled. */
  static Optional<PolicyReader> ofChecked(
      Node root, Problems problems, String sha256, Additions additions) {
    return of(root, problems, sha256, additions, true);
  }

  private static Optional<PolicyReader> of(
      Node root, Problems problems, String sha256, Additions additions, boolean checked) {
    return Fields.of(root, "a policy", KEYS, problems)
        .map(fields ->
            new PolicyReader((Node.MapNode) root, fields, problems, sha256, additions, checked));
  }

  /** The policy with its tests; empty when {@code problems} has errors. */
  Optional<PolicyFile.Loaded> read() {
    return parts().map(this::loaded);
  }

  /** The policy alone; empty when {@code problems} has errors. */
  Optional<CompiledPolicy> policy() {
    return parts().map(Parts::policy);
  }

  private record Parts(CompiledPolicy policy, Lists lists, Grants grants, RuleReader rules) {}

  private Optional<Parts> parts() {
    String name = fields.required("name", "Add a name that alerts carry: name: my-policy.");
    Lists lists =
        additions.addTo(
            NamedLists.read(fields.node("lists"), problems), fields.position("lists"), problems);
    Optional<Fields> limits = section("limits", "the limits", Set.of("session", "quiet"));
    KnownNames known = new KnownNames(watched(lists), chimeLinked(lists), publicProviders(lists));
    Grants grants = Grants.read(fields.list("grants"), lists, problems);
    RuleReader rules = new RuleReader(lists, limit(limits, "quiet"), problems, checked);
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
            new RuleExceptionReader(new Patterns(lists, problems, checked), rules.ids(), problems)
                .read(fields.list("exceptions")));
    return problems.hasErrors()
        ? Optional.empty()
        : Optional.of(new Parts(policy, lists, grants, rules));
  }

  private PolicyFile.Loaded loaded(Parts parts) {
    PolicyTests tests =
        new PolicyTests(
            new Trials.Judges(parts.policy(), parts.lists(), parts.rules().off()),
            PolicyVariants.of(parts.policy().stamp().name(), root),
            parts.rules().tests(),
            parts.grants().tests(),
            fields.node("bases"));
    return new PolicyFile.Loaded(parts.policy(), tests, new PolicyMutations(root, tests));
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
}
