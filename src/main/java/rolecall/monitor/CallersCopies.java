package rolecall.monitor;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import rolecall.ledger.CallerNote;
import rolecall.ledger.Ledger;
import rolecall.record.CallerKind;
import rolecall.record.Facts;
import rolecall.record.RoleFacts;

/**
 * Who stands behind cross-account assumptions of watched roles: the copy in the role's account
 * names no more than the caller's account, the copy in the caller's account names the caller. For
 * one thread.
 */
final class CallersCopies {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Ledger ledger;
  private final StoreHealth store;

  CallersCopies(Ledger ledger, StoreHealth store) {
    this.ledger = ledger;
    this.store = store;
  }

  /**
   * Keeps whose act it was, if this is the caller's own copy, for when the other one comes.
   *
   * @param actor asked for only then
   */
  void remember(Facts facts, Supplier<String> actor) {
    if (isCallersOwn(facts) && !store.isOut()) {
      ledger
          .noteCaller(Copy.of(facts.record()).event(), actor.get(), PATIENCE)
          .ifPresent(why -> store.failed(facts.record().eventId(), why));
    }
  }

  /** The caller, as that copy named it when it was judged before; empty when it was not. */
  Optional<String> caller(Facts facts) {
    Copy copy = Copy.of(facts.record());
    if (facts.caller().kind() != CallerKind.AWS_ACCOUNT
        || copy.shared().isEmpty()
        || store.isOut()) {
      return Optional.empty();
    }
    return switch (ledger.callerOf(copy.event(), PATIENCE)) {
      case CallerNote.Noted(String actor) -> Optional.of(actor);
      case CallerNote.Unknown _ -> Optional.empty();
      case CallerNote.Unchecked(String why) -> {
        store.failed(facts.record().eventId(), why);
        yield Optional.empty();
      }
    };
  }

  private static boolean isCallersOwn(Facts facts) {
    return facts.caller().kind() != CallerKind.AWS_ACCOUNT
        && Copy.of(facts.record()).shared().isPresent()
        && facts.role().filter(RoleFacts::watched).isPresent()
        && facts.value("crossAccount").truth().orElse(false);
  }
}
