package rolecall.lineage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rolecall.record.Issued;

/** Finds the record before another one. Not changed once made, so thread-safe. */
final class Index {
  /** STS makes a key; other services hand it on, so both kinds may name one key. */
  private final Map<String, List<Step>> made = new HashMap<>();

  private final Map<String, List<Step>> handedOut = new HashMap<>();
  private final Map<String, List<Step>> shared = new HashMap<>();
  private final List<Step> steps;
  private final long dropped;
  private final Optional<Instant> oldest;

  /**
   * @param steps in a fixed order
   * @param dropped how many older ones there were beside
   */
  Index(Collection<Step> steps, long dropped) {
    this.steps = List.copyOf(steps);
    this.steps.forEach(this::put);
    this.dropped = dropped;
    this.oldest = steps.stream().findFirst().flatMap(step -> step.event().time());
  }

  private void put(Step step) {
    Issued issued = step.issued().orElseThrow();
    Map<String, List<Step>> byKey = issued.bySts() ? made : handedOut;
    issued.keys().forEach(key -> add(byKey, key, step));
    step.shared().filter(_ -> step.namesCaller()).ifPresent(id -> add(shared, id, step));
  }

  private static void add(Map<String, List<Step>> map, String name, Step step) {
    map.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(step);
  }

  List<Step> steps() {
    return steps;
  }

  long dropped() {
    return dropped;
  }

  Optional<Instant> oldest() {
    return oldest;
  }

  /** The record that issued the key with which {@code use} was signed. */
  Match issuer(String key, Step use) {
    List<Step> claims = made.getOrDefault(key, handedOut.getOrDefault(key, List.of()));
    return claims.isEmpty()
        ? new Match.None("the record that issued " + key + " is not among these files" + lost())
        : Claims.issuer(claims, key, use);
  }

  /** The record that handed on the keys that {@code step} issued; empty when nobody claims to. */
  Optional<Match> handOut(Step step) {
    List<String> keys = step.issued().filter(Issued::bySts).map(Issued::keys).orElse(List.of());
    List<Step> claims =
        keys.stream()
            .flatMap(key -> handedOut.getOrDefault(key, List.of()).stream())
            .distinct()
            .toList();
    return claims.isEmpty() ? Optional.empty() : Optional.of(Claims.handOut(claims, step));
  }

  /** The caller's own copy of a call of which {@code copy} is the called account's. */
  Match callersCopy(Step copy) {
    String account =
        copy.caller().account().map(id -> "account " + id).orElse("an account that is not named");
    if (copy.shared().isEmpty()) {
      return new Match.None(
          "the record is in "
              + account
              + ", and without a shared event id it cannot be told there");
    }
    List<Step> claims = shared.getOrDefault(copy.shared().get(), List.of());
    return claims.isEmpty()
        ? new Match.None("the record is in " + account + lost())
        : Claims.callersCopy(claims, copy);
  }

  private String lost() {
    return dropped == 0 ? "" : ", or is one of the %d that did not fit".formatted(dropped);
  }
}
