package rolecall.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    Map<String, Set<String>> names = new HashMap<>();
    for (Rule rule : rules) {
      for (EventName event : rule.events()) {
        names.computeIfAbsent(event.service(), _ -> new TreeSet<>()).add(event.name());
      }
    }
    names.forEach(
        (service, ofService) -> services.put(service, service(service, ofService, rules)));
  }

  private static Service service(String service, Set<String> names, List<Rule> rules) {
    List<Rule> anyName = new ArrayList<>();
    List<Rule> anyRead = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.events().contains(new EventName(service, EventName.ANY))) {
        anyName.add(rule);
        if (!rule.isContentWithReads()) {
          anyRead.add(rule);
        }
      }
    }
    Map<String, List<Rule>> byName = new HashMap<>();
    for (String name : names) {
      EventName event = new EventName(service, name);
      List<Rule> beside = event.isReadByName() ? anyRead : anyName;
      byName.put(
          name,
          rules.stream()
              .filter(rule -> rule.events().contains(event) || beside.contains(rule))
              .toList());
    }
    return new Service(byName, List.copyOf(anyName), List.copyOf(anyRead));
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
