package rolecall.lineage;

import java.util.List;
import java.util.Optional;
import rolecall.record.Issued;

/** Finds the record before another one. */
interface Leads {
  /** The record that issued the key with which {@code use} was signed. */
  Match issuer(String key, Step use);

  /** The record that handed on the keys that {@code step} issued; empty when nobody claims to. */
  Optional<Match> handOut(Step step);

  /** The caller's own copy of a call of which {@code copy} is the called account's. */
  Match callersCopy(Step copy);

  /** The keys that STS issued by this record. */
  static List<String> made(Step step) {
    return step.issued().filter(Issued::bySts).map(Issued::keys).orElse(List.of());
  }

  /** Why a caller's copy is not there, as far as the other copy tells. */
  static String elsewhere(Step copy) {
    String account =
        copy.caller().account().map(id -> "account " + id).orElse("an account that is not named");
    return copy.shared().isPresent()
        ? "the record is in " + account
        : "the record is in " + account + ", and without a shared event id it cannot be told there";
  }
}
