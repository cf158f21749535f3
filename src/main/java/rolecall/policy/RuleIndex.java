package rolecall.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import rolecall.record.TrailRecord;

/**
 * The rules by the events they read, so that a record meets only those that could concern it.
 *
 * <p>A rule that reads a whole service and is content with every call that reads does not meet the
 * calls whose names say that they read, unless it names them: most records are those.
 *
 * <p>Lambda's events end with a date or do not, and not always with the same one; a rule that names
 * an event without a date reads them all.
 */
final class RuleIndex {
  /**
   * @param byName the rules of events that some rule names
   * @param anyName the rules that read everything of the service
   * @param anyRead those of them that a call that only reads could break
   */
  private record Service(Map<String, List<Rule>> byName, List<Rule> anyName, List<Rule> anyRead) {}

  /** Whose events are called after the version of their API, or are not. */
  private static final String DATED = "lambda";

  /** {@code 20150331v2} in {@code AddPermission20150331v2}. */
  private static final Pattern API_VERSION = Pattern.compile("[0-9]{8}(v[0-9]+)?$");

  private final Map<String, Service> services = new HashMap<>();

  /**
   * @param rules in the order of the policy, those in mode {@code off} left out
   */
  RuleIndex(List<Rule> rules) {
    Map<String, Map<String, List<Rule>>> named = new HashMap<>();
    for (Rule rule : rules) {
      for (EventName event : rule.events()) {
        named
            .computeIfAbsent(event.service(), _ -> new HashMap<>())
            .computeIfAbsent(event.name(), _ -> new ArrayList<>())
            .add(rule);
      }
    }
    named.forEach((service, byName) -> services.put(service, service(service, byName)));
  }

  private static Service service(String service, Map<String, List<Rule>> named) {
    List<Rule> anyName = List.copyOf(named.getOrDefault(EventName.ANY, List.of()));
    List<Rule> anyRead = new ArrayList<>();
    for (Rule rule : anyName) {
      if (!rule.isContentWithReads()) {
        anyRead.add(rule);
      }
    }
    Map<String, List<Rule>> byName = new HashMap<>();
    named.forEach((name, rules) -> {
      boolean reads = new EventName(service, name).isReadByName();
      byName.put(name, together(rules, reads ? anyRead : anyName));
    });
    return new Service(byName, anyName, List.copyOf(anyRead));
  }

  /** Both, in the order of the policy, none twice. */
  private static List<Rule> together(List<Rule> named, List<Rule> beside) {
    List<Rule> all = new ArrayList<>(named);
    for (Rule rule : beside) {
      if (!holds(named, rule)) {
        all.add(rule);
      }
    }
    if (all.size() > named.size()) {
      all.sort(Comparator.comparingInt(rule -> rule.about().place()));
    }
    return List.copyOf(all);
  }

  private static boolean holds(List<Rule> rules, Rule wanted) {
    for (Rule rule : rules) {
      if (rule.id().equals(wanted.id())) {
        return true;
      }
    }
    return false;
  }

  /** The rules that read such an event, in the order of the policy. */
  List<Rule> reading(String eventSource, String eventName) {
    String name = EventName.serviceOf(eventSource);
    Service service = services.get(name);
    if (service == null) {
      return List.of();
    }
    List<Rule> named = service.byName().get(eventName);
    if (named == null && name.equals(DATED)) {
      named = service.byName().get(API_VERSION.matcher(eventName).replaceFirst(""));
    }
    if (named != null) {
      return named;
    }
    return new EventName(name, eventName).isReadByName() ? service.anyRead() : service.anyName();
  }

  /** The rules that read such a record, were this rule in the place of the one with the same id. */
  List<Rule> reading(TrailRecord record, Rule instead) {
    List<Rule> rules = new ArrayList<>(reading(record.eventSource(), record.eventName()));
    rules.removeIf(rule -> rule.id().equals(instead.id()));
    EventName event = new EventName(EventName.serviceOf(record.eventSource()), record.eventName());
    if (reads(instead, event)) {
      rules.add(instead);
      rules.sort(Comparator.comparingInt(rule -> rule.about().place()));
    }
    return rules;
  }

  private static boolean reads(Rule rule, EventName event) {
    if (rule.events().contains(event)) {
      return true;
    }
    return rule.events().contains(new EventName(event.service(), EventName.ANY))
        && !(event.isReadByName() && rule.isContentWithReads());
  }
}
