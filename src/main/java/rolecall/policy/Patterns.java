package rolecall.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rolecall.pattern.Lists;
import rolecall.pattern.Pattern;
import rolecall.source.Node;
import rolecall.source.Position;
import rolecall.source.Problems;

/**
 * Reads the patterns of one policy and checks that their fields exist.
 *
 * @param problems gets every mistake
 * @param checked whether their fields were checked before, when the policy was compiled
 */
record Patterns(Lists lists, Problems problems, boolean checked) {
  /** What the names of fields with secrets hold, in small letters. */
  private static final List<String> SECRETS =
      List.of("token", "secret", "password", "assertion", "authorization");

  /** The pattern under that key, which must be there. */
  Optional<Pattern> required(Fields fields, String key) {
    if (fields.node(key).isEmpty()) {
      problems.error(
          fields.at(),
          "The key '" + key + "' is missing.",
          "Without a pattern nothing says which events are meant.",
          "Add a pattern: " + key + ": {outcome: [success]}.");
      return Optional.empty();
    }
    return fields.node(key).flatMap(this::read);
  }

  /** A pattern that may say what is broken. */
  Optional<Pattern> read(Node node) {
    Optional<Pattern> pattern = Pattern.compile(node, lists, problems);
    pattern.ifPresent(p -> p.places().forEach(this::checkPath));
    return pattern;
  }

  /** A pattern that excuses, and so must not rest on what a caller can choose. */
  Optional<Pattern> excusing(Node node) {
    Optional<Pattern> pattern = read(node);
    pattern.ifPresent(p -> p.places().forEach(this::refuseChosen));
    return pattern;
  }

  private void refuseChosen(String path, Position at) {
    if (checked || !ChosenTexts.include(path)) {
      return;
    }
    problems.error(
        at,
        "'" + path + "' must not excuse anything.",
        "Its text is of the caller's choice, so whoever knows the policy could hide behind it.",
        "Use caller.identities, caller.role, caller.account or network.address.");
  }

  /** Notes a path whose value a sentence must not quote, since sentences leave the account. */
  void refuseSecret(String path, Position at) {
    if (checked) {
      return;
    }
    String field = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (SECRETS.stream().noneMatch(field::contains)) {
      return;
    }
    problems.error(
        at,
        "A sentence must not quote '" + path + "'.",
        "Its text goes into every alert, and whoever reads that holds the secret.",
        "Quote session.issuedKey, the id of the key that was issued.");
  }

  /** Notes a path at which no record and no fact can have anything. */
  void checkPath(String path, Position at) {
    if (!checked && !FieldNames.know(path)) {
      problems.error(
          at,
          "There is no field '" + path + "'.",
          "Nothing could ever be found there.",
          FieldNames.nearest(path)
              .map(near -> "Did you mean '" + near + "'?")
              .orElse("Use a field of the CloudTrail record or a fact."));
    }
  }
}
