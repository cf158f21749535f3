package rolecall.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The rules by the events they read, so that a record meets only those that could concern it. */
final class RuleIndex {
  private record Service(Map<String, List<Rule>> byName, List<Rule> anyName) {}

  private final Map<String, Service> services = new HashMap<>();

  /**
   * @param rules in the order of the policy, those in mode {@code off} left out
   */
  RuleIndex(List<Rule> rules) {
    Map<String, Set<String>> names = new HashMap<>();
    for (Rule rule : rules) {
      for (EventName event : rule.events()) {
        names.computeIfAbsent(event.service(), _ -> new TreeSet<>()).add(event.name());
      }
    }
    names.forEach((service, ofService) -> {
      Map<String, List<Rule>> byName = new HashMap<>();
      for (String name : ofService) {
        byName.put(
            name,
            select(
                rules,
                e -> e.service().equals(service) && (e.isWholeService() || e.name().equals(name))));
      }
      List<Rule> anyName = byName.getOrDefault("*", List.of());
      services.put(service, new Service(byName, anyName));
    });
  }

  private static List<Rule> select(List<Rule> rules, Predicate<EventName> reads) {
    return rules.stream().filter(rule -> rule.events().stream().anyMatch(reads)).toList();
  }

  /** The rules that read such an event, in the order of the policy. */
  List<Rule> reading(String eventSource, String eventName) {
    Service service = services.get(EventName.serviceOf(eventSource));
    if (service == null) {
      return List.of();
    }
    return service.byName().getOrDefault(eventName, service.anyName());
  }
}
