package rolecall.policy;

import java.util.List;
import rolecall.source.Node;
import rolecall.source.Problems;

/** Finds entries of grants and lists that are wider than any list of people or roles could be. */
final class WidePatterns {
  private static final int ACCOUNT = 4;

  private WidePatterns() {}

  static void note(Written policy, Problems problems) {
    for (Node.MapNode grant : policy.maps("grants")) {
      String which = "of the grant '" + Written.word(grant, "name") + "'";
      note(Written.items(grant, "roles"), which, "every role", problems);
      note(Written.items(grant, "principals"), which, "everybody", problems);
    }
    if (policy.policy().get("lists").orElse(null) instanceof Node.MapNode lists) {
      for (Node.Entry list : lists.entries()) {
        String which = "of the list '" + list.key() + "'";
        note(Written.items(lists, list.key()), which, "everything", problems);
      }
    }
  }

  private static void note(List<Node> entries, String which, String all, Problems problems) {
    for (Node entry : entries) {
      if (!(entry instanceof Node.TextNode(var at, String text))) {
        continue;
      }
      if (!text.isEmpty() && text.chars().allMatch(c -> c == '*')) {
        problems.warning(
            at,
            "The entry '%s' %s means %s.".formatted(text, which, all),
            "What admits all tells nothing apart, and the next stranger is in it as well.",
            "Write the ARNs, accounts or names that are meant.");
      } else if (isOfAnyAccount(text)) {
        problems.warning(
            at,
            "The entry '%s' %s is of any account.".formatted(text, which),
            "Everybody can make an account with such a name in it.",
            "Write the account's twelve digits: arn:aws:iam::111122223333:role/NAME.");
      }
    }
  }

  /** An ARN of a principal or role in no particular account. */
  private static boolean isOfAnyAccount(String text) {
    String[] parts = text.split(":", -1);
    if (!parts[0].equals("arn")) {
      return text.length() <= 12 && text.matches("[0-9*]*\\*[0-9*]*");
    }
    return parts.length <= ACCOUNT ? text.endsWith("*") : parts[ACCOUNT].indexOf('*') >= 0;
  }
}
