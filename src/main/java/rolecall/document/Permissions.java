package rolecall.document;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a permission document allows in Chime. Resources are no matter, and no Deny counts.
 *
 * @param chime the most that is allowed; where {@code chime:*} and {@code *} both stand, {@link
 *     ChimeGrant#FULL}, because somebody wrote it for Chime
 * @param chimeActions patterns written for Chime, as written, sorted, each once
 * @param tagScoped whether some statement allows only actions of the legacy service and ties them
 *     to tags of the request or the resource, which that service ignores. A tag of the caller
 *     ({@code aws:PrincipalTag}) is nothing that the service would have to know
 */
public record Permissions(ChimeGrant chime, List<String> chimeActions, boolean tagScoped) {
  public Permissions {
    Objects.requireNonNull(chime, "chime is null");
    chimeActions = List.copyOf(chimeActions);
  }

  /** What a document means, given what is known of Chime's actions. */
  public static Permissions of(PolicyDocument document, ChimeActions actions) {
    List<Statement> allowing = document.statements().stream().filter(Statement::allows).toList();
    return new Permissions(
        grant(allowing, actions),
        allowing.stream()
            .filter(statement -> !statement.actions().excluded())
            .flatMap(statement -> statement.actions().patterns().stream())
            .filter(pattern -> actions.isSome(pattern) && ChimeActions.isForChime(pattern))
            .distinct()
            .sorted()
            .toList(),
        allowing.stream().anyMatch(statement -> isTagScoped(statement, actions)));
  }

  private static ChimeGrant grant(List<Statement> allowing, ChimeActions actions) {
    List<ChimeGrant> grants =
        allowing.stream().map(statement -> grant(statement.actions(), actions)).toList();
    for (ChimeGrant most : List.of(ChimeGrant.FULL, ChimeGrant.ALL, ChimeGrant.SOME)) {
      if (grants.contains(most)) {
        return most;
      }
    }
    return ChimeGrant.NONE;
  }

  private static ChimeGrant grant(Actions written, ChimeActions actions) {
    List<String> all = written.patterns().stream().filter(actions::isAll).toList();
    if (written.excluded()) {
      return all.isEmpty() ? ChimeGrant.ALL : ChimeGrant.NONE;
    }
    if (!all.isEmpty()) {
      return all.stream().anyMatch(ChimeActions::isForChime) ? ChimeGrant.FULL : ChimeGrant.ALL;
    }
    return written.patterns().stream().anyMatch(actions::isSome)
        ? ChimeGrant.SOME
        : ChimeGrant.NONE;
  }

  private static boolean isTagScoped(Statement statement, ChimeActions actions) {
    Actions written = statement.actions();
    return !written.excluded()
        && !written.patterns().isEmpty()
        && written.patterns().stream().allMatch(actions::isOnlyLegacy)
        && statement.conditions().stream().anyMatch(Permissions::isOnTags);
  }

  private static boolean isOnTags(Condition condition) {
    String key = condition.key().toLowerCase(Locale.ROOT);
    return key.startsWith("aws:resourcetag/")
        || key.startsWith("aws:requesttag/")
        || key.equals("aws:tagkeys");
  }
}
