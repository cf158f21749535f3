package rolecall.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import rolecall.record.Issued;
import rolecall.record.TrailRecord;

/** Records that issue keys, by what other records may name of them. Not thread-safe. */
final class Shelf {
  /** STS makes a key; other services hand it on, so both kinds may name one key. */
  private final Map<String, Set<Step>> made = new HashMap<>();

  private final Map<String, Set<Step>> handedOut = new HashMap<>();
  private final Map<String, Set<Step>> shared = new HashMap<>();

  /** What of a record belongs here; empty for one that no other record may lead to. */
  static Optional<Step> place(TrailRecord record) {
    return Issued.of(record).map(_ -> Step.of(record)).filter(Step::leadsOn);
  }

  void put(Step step) {
    Map<String, Set<Step>> byKey = byKey(step);
    keys(step).forEach(key -> add(byKey, key, step));
    sharedId(step).ifPresent(id -> add(shared, id, step));
  }

  void putAll(Collection<Step> steps) {
    steps.forEach(this::put);
  }

  void remove(Step step) {
    Map<String, Set<Step>> byKey = byKey(step);
    keys(step).forEach(key -> remove(byKey, key, step));
    sharedId(step).ifPresent(id -> remove(shared, id, step));
  }

  /** The records that issued the key; those that handed it out where none is known to. */
  List<Step> issuers(String key) {
    List<Step> makers = of(made, key);
    return makers.isEmpty() ? of(handedOut, key) : makers;
  }

  /** The records that handed out the key, or any of them. */
  List<Step> handOuts(List<String> keys) {
    return keys.stream().flatMap(key -> of(handedOut, key).stream()).distinct().toList();
  }

  /** The records that issued or handed out the key. */
  List<Step> naming(String key) {
    List<Step> all = new ArrayList<>(of(made, key));
    all.addAll(of(handedOut, key));
    return all;
  }

  /** The records with that shared event id that name their caller. */
  List<Step> sharing(String id) {
    return of(shared, id);
  }

  private Map<String, Set<Step>> byKey(Step step) {
    return step.issued().orElseThrow().bySts() ? made : handedOut;
  }

  private static List<String> keys(Step step) {
    return step.issued().orElseThrow().keys();
  }

  private static Optional<String> sharedId(Step step) {
    return step.shared().filter(_ -> step.namesCaller());
  }

  private static List<Step> of(Map<String, Set<Step>> map, String name) {
    return List.copyOf(map.getOrDefault(name, Set.of()));
  }

  private static void add(Map<String, Set<Step>> map, String name, Step step) {
    map.merge(name, Set.of(step), Shelf::together);
  }

  private static void remove(Map<String, Set<Step>> map, String name, Step step) {
    map.computeIfPresent(
        name,
        (_, steps) -> {
          if (steps.size() == 1) {
            return steps.contains(step) ? null : steps;
          }
          steps.remove(step);
          return steps;
        });
  }

  /** Nearly every key has one step, which takes little room; several stand in a fixed order. */
  private static Set<Step> together(Set<Step> before, Set<Step> one) {
    Set<Step> all = before;
    if (before.size() == 1) {
      all = new TreeSet<>(Step.ORDER);
      all.addAll(before);
    }
    all.addAll(one);
    return all;
  }
}
