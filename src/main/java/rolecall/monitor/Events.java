package rolecall.monitor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which records are of one event: the deliveries of one record, both copies of a cross-account
 * assumption, a record and its addendum. Whatever shares a name with one of them belongs to them.
 */
final class Events {
  private final Map<String, String> leaders = new HashMap<>();

  private Events() {}

  static Events of(List<Suspect> suspects) {
    Events events = new Events();
    suspects.forEach(suspect -> events.join(suspect.copy()));
    return events;
  }

  /** A name of the event that is the same for all records of it. */
  String eventOf(Suspect suspect) {
    return leader(suspect.copy().event());
  }

  private void join(Copy copy) {
    String leader = leader(copy.event());
    copy.otherNames()
        .map(this::leader)
        .filter(l -> !l.equals(leader))
        .forEach(other -> leaders.put(other, leader));
  }

  private String leader(String name) {
    String leader = name;
    for (String next = leaders.get(leader); next != null; next = leaders.get(leader)) {
      leader = next;
    }
    return leader;
  }
}
