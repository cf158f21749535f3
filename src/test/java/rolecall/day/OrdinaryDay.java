package rolecall.day;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.TreeMap;
import rolecall.day.Appointments.Appointment;

/**
 * CloudTrail's records of 2026-03-03 (UTC) of the account 111122223333: an ordinary company with a
 * web shop, a pipeline, an audit tool, meetings on the Chime SDK, and the monitor itself. In order
 * of time, made as they are asked for, the same for the same seed. Not thread-safe.
 */
final class OrdinaryDay implements Iterator<Map<String, Object>> {
  static final Instant MIDNIGHT = Instant.parse("2026-03-03T00:00:00Z");

  private static final int DAY = 24 * 60 * 60;

  /** What happens, how often by turns, and between which hours. */
  private record Share(String name, int weight, int from, int until, Habit habit) {
    boolean isAwake(int hour) {
      return from <= hour && hour < until;
    }
  }

  private static final List<Share> SHARES =
      List.of(
          allDay("machines", 2600, OrdinaryDay::machine),
          allDay("functions", 1500, OrdinaryDay::function),
          allDay("services looking around", 700, ServicesAtWork::lookAround),
          allDay("services taking linked roles", 450, ServicesAtWork::takeLinkedRole),
          allDay("services taking ordinary roles", 450, ServicesAtWork::takeOrdinaryRole),
          allDay("services taking ordinary roles", 150, ServicesAtWork::giveMachineItsRole),
          allDay("service events", 12, ServicesAtWork::reportThemselves),
          allDay("meetings", 42, Meetings::meet),
          allDay("meetings", 25, Meetings::chat),
          allDay("inventory with denied reads", 25, Refusals::inventoryWithGaps),
          allDay("denied and failed calls", 16, Refusals::forgottenRights),
          allDay("denied and failed calls", 16, Refusals::notThere),
          allDay("the monitor", 24, OwnTraffic::watch),
          allDay("the monitor", 3, OwnTraffic::reconcile),
          allDay("the monitor", 8, OwnTraffic::beRecordedInDetail),
          allDay("strangers and neighbours", 25, Strangers::call),
          allDay("services providing roles", 3, ServicesAtWork::provideRoles),
          allDay("people", 20, People::backUp),
          inWorkingHours("people", 36, People::workOnTheCommandLine),
          inWorkingHours("people", 36, People::workInTheConsole),
          inWorkingHours("people", 6, Meetings::lookAtVoice),
          inWorkingHours("sign-ins", 5, People::signInAsUser),
          inWorkingHours("sign-ins", 5, People::workAsUser),
          inWorkingHours("deployments", 12, Deployments::signIn),
          inWorkingHours("deployments", 10, Deployments::deploy),
          inWorkingHours("deployments", 10, StackResources::connect),
          inWorkingHours("deployments", 5, StackResources::rebuild));

  private final int size;
  private final Draw draw;
  private final Deque<Appointment> appointments;
  private final Deque<Happening> begun = new ArrayDeque<>();
  private final SequencedMap<String, Integer> mix = new TreeMap<>();
  private String beganBy = "";
  private int made;

  /**
   * A day.
   *
   * @param size how many records
   */
  OrdinaryDay(long seed, int size) {
    this.size = size;
    this.draw = new Draw(seed);
    this.appointments = new ArrayDeque<>(Appointments.of(MIDNIGHT, draw));
  }

  @Override
  public boolean hasNext() {
    return made < size;
  }

  @Override
  public Map<String, Object> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the day is over");
    }
    Instant now = MIDNIGHT.plusSeconds((long) DAY * made++ / size);
    if (!appointments.isEmpty() && !appointments.getFirst().time().isAfter(now)) {
      Appointment due = appointments.removeFirst();
      mix.merge(due.name(), 1, Integer::sum);
      return due.happening().recordAt(now, draw);
    }
    while (begun.isEmpty()) {
      Share share = pick(now.atOffset(ZoneOffset.UTC).getHour());
      beganBy = share.name();
      begun.addAll(share.habit().once(draw));
    }
    mix.merge(beganBy, 1, Integer::sum);
    return begun.removeFirst().recordAt(now.truncatedTo(ChronoUnit.SECONDS), draw);
  }

  /** How many records of each kind were made so far. */
  SequencedMap<String, Integer> mix() {
    return Collections.unmodifiableSequencedMap(mix);
  }

  private Share pick(int hour) {
    int all = SHARES.stream().filter(s -> s.isAwake(hour)).mapToInt(Share::weight).sum();
    int drawn = draw.below(all);
    for (Share share : SHARES) {
      if (share.isAwake(hour)) {
        drawn -= share.weight();
        if (drawn < 0) {
          return share;
        }
      }
    }
    throw new IllegalStateException("weights do not add up");
  }

  private static Share allDay(String name, int weight, Habit habit) {
    return new Share(name, weight, 0, 24, habit);
  }

  private static Share inWorkingHours(String name, int weight, Habit habit) {
    return new Share(name, weight, 7, 18, habit);
  }

  private static List<Happening> machine(Draw draw) {
    Actor machine = draw.of(Cast.MACHINES);
    return List.of(new Calls(machine, Reads.ofMachine(machine, draw)));
  }

  private static List<Happening> function(Draw draw) {
    Actor function = draw.of(Cast.FUNCTIONS);
    return List.of(new Calls(function, Reads.ofFunction(function, draw)));
  }
}
