package rolecall.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import rolecall.pattern.Lists;
import rolecall.source.Node;
import rolecall.source.Problems;

/** Reads the terms of a grant. */
final class Terms {
  private static final Set<String> KEYS =
      Set.of(
          "mfa",
          "max-session",
          "source-identity",
          "session-name",
          "external-id",
          "networks",
          "providers",
          "subjects",
          "max-chain");

  private static final SequencedMap<String, Boolean> TRUTHS = truths();

  private Terms() {}

  static List<Term> read(Optional<Node> node, Lists lists, Problems problems) {
    if (node.isEmpty()) {
      return List.of();
    }
    List<Term> terms = new ArrayList<>();
    Fields.of(node.get(), "the terms of a grant", KEYS, problems)
        .ifPresent(fields -> {
          addMfa(fields, terms);
          fields
              .text("max-session")
              .flatMap(t -> Durations.parse(t, fields.position("max-session"), problems))
              .ifPresent(longest -> terms.add(new Term.MaxSession(longest)));
          addOneOf(
              fields,
              "source-identity",
              List.of("session.sourceIdentity", "caller.sourceIdentity"),
              false,
              lists,
              terms);
          addOneOf(fields, "session-name", List.of("session.name"), true, lists, terms);
          addOneOf(fields, "external-id", List.of("session.externalId"), false, lists, terms);
          addOneOf(fields, "networks", List.of("network.address"), true, lists, terms);
          addOneOf(fields, "providers", List.of("session.provider"), false, lists, terms);
          if (fields.node("subjects").isPresent()) {
            TextSet set = TextSet.read(fields.items("subjects"), lists, problems);
            terms.add(new Term.Subjects(set, set.entries()));
          }
          addMaxChain(fields, terms);
        });
    return terms;
  }

  private static void addMfa(Fields fields, List<Term> terms) {
    fields.choice("mfa", TRUTHS).filter(wanted -> wanted).ifPresent(_ -> terms.add(new Term.Mfa()));
  }

  private static void addOneOf(
      Fields fields,
      String key,
      List<String> paths,
      boolean inSwitch,
      Lists lists,
      List<Term> terms) {
    if (fields.node(key).isEmpty()) {
      return;
    }
    TextSet set = TextSet.read(fields.items(key), lists, fields.problems());
    terms.add(new Term.OneOf(key, paths, set, set.entries(), inSwitch));
  }

  private static void addMaxChain(Fields fields, List<Term> terms) {
    Optional<String> written = fields.text("max-chain");
    if (written.isEmpty()) {
      return;
    }
    if (!written.get().matches("[0-9]{1,3}")) {
      fields
          .problems()
          .error(
              fields.position("max-chain"),
              "'" + written.get() + "' is no number of roles.",
              "A chain that cannot be counted is not limited.",
              "Write 0 for no chain, or how many role sessions may stand before this one.");
      return;
    }
    terms.add(new Term.MaxChain(Integer.parseInt(written.get())));
  }

  private static SequencedMap<String, Boolean> truths() {
    SequencedMap<String, Boolean> words = new LinkedHashMap<>();
    words.put("true", true);
    words.put("false", false);
    return words;
  }
}
