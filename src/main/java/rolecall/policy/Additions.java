package rolecall.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rolecall.source.DidYouMean;
import rolecall.source.Position;
import rolecall.source.Problems;

/**
 * What the settings of a deployment add to the lists of a policy: names that nobody knows before it
 * is deployed. Immutable.
 */
public record Additions(List<Addition> all) {
  /** Nothing but what the policy says. */
  public static final Additions NONE = new Additions(List.of());

  public Additions {
    all = List.copyOf(all);
  }

  /**
   * Adds everything.
   *
   * @param at where the lists stand
   * @param problems gets an entry that cannot be meant, and a list that is not there
   */
  NamedLists addTo(NamedLists written, Position at, Problems problems) {
    if (all.isEmpty()) {
      return written;
    }
    Map<String, List<String>> lists = new LinkedHashMap<>(written.lists());
    for (Addition addition : all) {
      List<String> own = lists.get(addition.list());
      if (own == null) {
        noList(addition, written, at, problems);
      } else {
        List<String> more = new ArrayList<>(own);
        addition.entries().stream()
            .filter(e -> isUsable(e, addition, at, problems))
            .forEach(more::add);
        lists.put(addition.list(), more);
      }
    }
    return new NamedLists(lists);
  }

  /** A list that is not there is read by no rule, unless it was only written wrongly. */
  private static void noList(
      Addition addition, NamedLists written, Position at, Problems problems) {
    DidYouMean.nearest(addition.list(), written.names())
        .ifPresent(near ->
            problems.error(
                at,
                "The setting "
                    + addition.setting()
                    + " adds to the list '"
                    + addition.list()
                    + "', and there is no such list.",
                "What it names would not be known, though somebody meant it to be.",
                "Is it the list '" + near + "'? Then rename that."));
  }

  private static boolean isUsable(String entry, Addition addition, Position at, Problems problems) {
    String where = "The setting " + addition.setting();
    if (entry.isBlank()) {
      problems.error(
          at,
          where + " adds an empty entry to the list '" + addition.list() + "'.",
          "An empty entry matches nothing.",
          "Give the setting a value, or leave it out.");
    } else if (entry.chars().allMatch(c -> c == '*' || c == '-')) {
      problems.error(
          at,
          where + " adds '" + entry + "' to the list '" + addition.list() + "'.",
          "Nearly everything would be in the list.",
          "Write a name, with * for the part that differs.");
    } else if (entry
        .chars()
        .anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      problems.error(
          at,
          where + " adds an entry with a blank in it to the list '" + addition.list() + "'.",
          "No name or id has one, so it would match nothing.",
          "Divide several entries as the setting asks for.");
    } else if (entry.contains(":assumed-role/")) {
      problems.error(
          at,
          where + " adds the ARN of a session to the list '" + addition.list() + "'.",
          "Whoever takes a role chooses the session's name, so it must not excuse anybody.",
          "Write the role's own ARN: arn:aws:iam::111122223333:role/NAME.");
    } else {
      return true;
    }
    return false;
  }
}
