package rolecall.policy;

import rolecall.pattern.Entries;
import rolecall.record.Facts;
import rolecall.source.Node;
import rolecall.source.Problems;

/**
 * Who a grant is for: ARNs of users, roles and providers, accounts, services, in any letter case,
 * with {@code *} for any text. An account's id or root ARN stands for everybody in it.
 *
 * <p>Only what a caller cannot choose is compared. A session's name is the caller's choice, so an
 * ARN with one can grant nothing.
 */
record Principals(Entries entries) {
  boolean include(Facts facts) {
    return facts.caller().identities(facts.record().partition()).stream()
        .anyMatch(entries::contains);
  }

  /** Notes an ARN of a session, which no principal can be told by. */
  static void refuseSession(String text, Node at, Problems problems) {
    if (text.contains(":assumed-role/")) {
      problems.error(
          at.at(),
          "'" + text + "' names a session, not a role.",
          "Whoever takes a role chooses the session's name, so it must not excuse anybody.",
          "Write the role's own ARN: arn:aws:iam::111122223333:role/NAME.");
    }
  }
}
