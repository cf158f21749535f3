package rolecall.monitor;

import java.util.HashMap;
import java.util.Map;
import rolecall.record.CallerFacts;
import rolecall.record.CallerKind;
import rolecall.record.Facts;

/**
 * Who stands behind cross-account assumptions, from the copies that name the caller in full. The
 * called account's copy gives no more than an account and an id. Not thread-safe.
 */
final class Actors {
  private final Map<String, String> byShared = new HashMap<>();

  /** Who called, as one text: two names of sessions of one role are two actors. */
  static String actor(CallerFacts caller) {
    return caller
        .arn()
        .or(() -> caller.principalId().map(id -> id + atAccount(caller)))
        .or(caller::account)
        .or(caller::service)
        .orElseGet(() -> caller.kind().word());
  }

  private static String atAccount(CallerFacts caller) {
    return caller.account().map(account -> "@" + account).orElse("");
  }

  /** Keeps who called, if this is the caller's own copy of a cross-account assumption. */
  void remember(Facts facts) {
    boolean callersOwn =
        facts.caller().kind() != CallerKind.AWS_ACCOUNT
            && facts.value("crossAccount").truth().orElse(false);
    if (callersOwn) {
      Copy.of(facts.record()).shared().ifPresent(shared -> put(shared, actor(facts.caller())));
    }
  }

  void addAll(Actors others) {
    others.byShared.forEach(this::put);
  }

  /** Whether the caller's own copy of that event was judged. */
  boolean ownCopyJudged(Copy copy) {
    return copy.shared().filter(byShared::containsKey).isPresent();
  }

  /** Who did it: as the caller's own copy says, where it is at hand. */
  String actorOf(Suspect suspect) {
    return suspect.copy().shared().map(byShared::get).orElse(suspect.actor());
  }

  /** Of two answers that should be one, always the same, whichever is heard first. */
  private void put(String shared, String actor) {
    byShared.merge(shared, actor, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }
}
