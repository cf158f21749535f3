package rolecall.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import rolecall.finding.Input;

/**
 * An alert that went out before the chain of sessions behind its event was known to the end.
 *
 * @param rec the record as JSON, without secrets
 * @param input where the record stood
 * @param rules the ids of the rules that were told
 * @param first when the alert went out
 * @param follows the earlier alerts of the same event that it named
 * @param foundLate whether it said that the event never arrived by itself
 * @param hops how many hops were told
 * @param root how sure the root was, in a word
 */
public record OpenChain(
    String rec,
    Input input,
    List<String> rules,
    Instant first,
    List<Claim.Earlier> follows,
    boolean foundLate,
    int hops,
    String root) {
  public OpenChain {
    Objects.requireNonNull(rec, "rec is null");
    Objects.requireNonNull(input, "input is null");
    rules = List.copyOf(rules);
    Objects.requireNonNull(first, "first is null");
    follows = List.copyOf(follows);
    Objects.requireNonNull(root, "root is null");
  }
}
