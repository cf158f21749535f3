package rolecall.monitor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolecall.finding.Caller;
import rolecall.lineage.Chain;
import rolecall.lineage.Root;
import rolecall.record.CallerFacts;
import rolecall.record.CallerKind;
import rolecall.record.Facts;

/**
 * Who did it, as one text; and who called in cross-account assumptions, from the copies that name
 * the caller in full, since the called account's copy gives no more than an account and an id. Not
 * thread-safe.
 */
final class Actors {
  private final Map<String, String> byShared = new HashMap<>();

  /** Who called: two names of sessions of one role are two actors. */
  static String actor(CallerFacts caller) {
    return caller
        .arn()
        .or(() -> caller.principalId().map(id -> id + atAccount(caller)))
        .orElseGet(() -> unnumbered(caller));
  }

  private static String atAccount(CallerFacts caller) {
    return caller.account().map(account -> "@" + account).orElse("");
  }

  /** Whoever has neither an ARN nor an id: all that is told. */
  private static String unnumbered(CallerFacts caller) {
    String told =
        Stream.of(caller.principal(), caller.name(), caller.account(), caller.service())
            .flatMap(Optional::stream)
            .distinct()
            .collect(Collectors.joining(" "));
    return told.isEmpty() ? caller.kind().word() : told;
  }

  /**
   * Whoever stands behind a chain, where that is proven. A session that an AWS service began is no
   * session of the same name that nobody knows the root of.
   */
  static Optional<String> root(Chain chain) {
    return chain.actor().filter(Actors::isSomebody).map(who -> actor(who) + beganBy(chain.root()));
  }

  private static boolean isSomebody(CallerFacts who) {
    return who.arn().isPresent() || who.principalId().isPresent() || who.name().isPresent();
  }

  private static String beganBy(Root root) {
    return root instanceof Root.Known(Caller who, _, _)
            && who.kind().equals(CallerKind.AWS_SERVICE.word())
        ? ", a session that " + who.name().orElse("a service") + " began"
        : "";
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

  /** Who called: as the caller's own copy says, where it was judged. */
  String callerOf(Suspect suspect) {
    return suspect.copy().shared().map(byShared::get).orElse(suspect.actor());
  }

  /** Of two answers that should be one, always the same, whichever is heard first. */
  private void put(String shared, String actor) {
    byShared.merge(shared, actor, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }
}
