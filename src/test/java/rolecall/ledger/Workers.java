package rolecall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import rolecall.finding.Finding;

/**
 * Workers that claim, tell, fail and die at random, and what must hold whatever they do. Knows no
 * more of the ledger than its answers.
 */
final class Workers {
  private static final Duration HELD = Duration.ofMinutes(2);
  private static final Duration MOST = Duration.ofSeconds(1);

  /** One rule broken by one event. */
  private record Once(String event, String rule) {}

  private record Flying(Finding finding, Claim.Held held, long since) {}

  private final RandomGenerator random;
  private final SetClock clock = new SetClock();
  private final Ledger ledger;
  private final Meddling store;
  private final List<Finding> deliveries = new ArrayList<>();
  private final List<Flying> flying = new ArrayList<>();
  private final Map<Once, Integer> alerts = new HashMap<>();
  private final List<Once> asking = new ArrayList<>();
  private final List<Finding> out = new ArrayList<>();
  private final List<Finding> told = new ArrayList<>();
  private final Set<Once> counted = new HashSet<>();
  private final Set<Once> ranOut = new HashSet<>();
  private boolean countsRanOut;
  private long countsTold;

  Workers(RandomGenerator random) {
    this.random = random;
    store = new Meddling(new MemoryStore(clock, 100_000), random);
    long[] holders = {0};
    ledger = new Ledger(store, clock, () -> "holder " + holders[0]++, () -> 0);
    store.between(this::step);
    for (int i = 0; i < 14; i++) {
      Findings event =
          Findings.of("e" + i)
              .at(random.nextInt(240))
              .by("actor " + random.nextInt(2))
              .on("target " + random.nextInt(2))
              .quiet(Duration.ofMinutes(random.nextInt(4) == 0 ? 0 : 60));
      for (int copy = 0; copy < 1 + random.nextInt(2); copy++) {
        for (int rule = 0; rule < 1 + random.nextInt(2); rule++) {
          deliveries.add(
              event.copy("e" + i + "." + copy, "account " + copy).rule("r" + rule).made());
        }
      }
    }
  }

  /** Anything that may happen. */
  void step() {
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> deliver(deliveries.get(random.nextInt(deliveries.size())));
      case 3, 4 -> land(true);
      case 5 -> land(false);
      case 6 -> die();
      default -> pass(Duration.ofSeconds(random.nextInt(80)));
    }
  }

  private void pass(Duration time) {
    clock.pass(time);
    for (Flying one : flying) {
      if (isLate(one)) {
        ranOut.add(once(one.finding()));
      }
    }
  }

  private boolean isLate(Flying one) {
    return clock.instant().toEpochMilli() - one.since() >= HELD.toMillis();
  }

  private Claim deliver(Finding finding) {
    boolean known = alerts.containsKey(once(finding)) || counted.contains(once(finding));
    boolean quiet = told.stream().anyMatch(earlier -> silences(earlier, finding));
    long since = clock.instant().toEpochMilli();
    asking.add(once(finding));
    Claim claim = ledger.claim(finding, HELD, MOST);
    asking.remove(once(finding));
    switch (claim) {
      case Claim.Held held -> {
        assertThat(known && !ranOut.contains(once(finding))).as("told again").isFalse();
        assertThat(quiet && !known).as("told inside a window").isFalse();
        flying.add(new Flying(finding, held, since));
      }
      case Claim.Repeat() -> {
        assertThat(out).as("counted for nothing").anyMatch(earlier -> silences(earlier, finding));
        assertThat(counted.add(once(finding))).as("counted twice").isTrue();
      }
      case Claim.AlreadyTold() -> {
        boolean ended = alerts.containsKey(once(finding)) || counted.contains(once(finding));
        boolean isOut = out.stream().map(Workers::once).anyMatch(once(finding)::equals);
        boolean isBeingCounted = asking.contains(once(finding));
        assertThat(ended || isOut || isBeingCounted).as("neither told nor counted").isTrue();
      }
      case Claim.HeldByAnother() -> {}
      case Claim.Unchecked(String why) -> throw new AssertionError(why);
    }
    return claim;
  }

  private void land(boolean published) {
    if (flying.isEmpty()) {
      return;
    }
    Flying one = flying.remove(random.nextInt(flying.size()));
    Token token = one.held().token();
    if (!published) {
      assertThat(ledger.release(token, MOST)).isEmpty();
      return;
    }
    Once once = once(one.finding());
    out.add(one.finding());
    long count = one.held().before().map(Claim.Counted::repeats).orElse(0L);
    assertThat(ledger.confirm(token, MOST)).isEmpty();
    // Others may have worked, and time may have passed, while this was confirmed.
    if (isLate(one)) {
      ranOut.add(once);
      countsRanOut |= count > 0;
    }
    countsTold += count;
    told.add(one.finding());
    int now = alerts.merge(once, 1, Integer::sum);
    assertThat(now > 1 && !ranOut.contains(once)).as("two alerts of " + once).isFalse();
  }

  /** A worker dies, before or after its alert went out. */
  private void die() {
    if (!flying.isEmpty()) {
      Flying one = flying.remove(random.nextInt(flying.size()));
      ranOut.add(once(one.finding()));
    }
  }

  /** Lets everything be delivered until it is dealt with, and looks at the sums. */
  void end() {
    store.between(() -> {});
    Set<Once> open = new HashSet<>();
    for (int round = 0; round < 20 && (round == 0 || !open.isEmpty()); round++) {
      open.clear();
      for (Finding finding : deliveries) {
        if (!(deliver(finding) instanceof Claim.AlreadyTold)) {
          open.add(once(finding));
        }
      }
      while (!flying.isEmpty()) {
        land(true);
      }
      pass(Duration.ofSeconds(30));
    }
    assertThat(open).as("neither told nor counted in the end").isEmpty();
    sumUp();
  }

  private void sumUp() {
    for (int rule = 0; rule < 2; rule++) {
      for (int actor = 0; actor < 2; actor++) {
        for (int target = 0; target < 2; target++) {
          Findings last = Findings.of("last " + rule + actor + target).at(10_000);
          deliver(last.rule("r" + rule).by("actor " + actor).on("target " + target).made());
        }
      }
    }
    while (!flying.isEmpty()) {
      land(true);
    }
    if (!countsRanOut) {
      assertThat(countsTold).as("counts told").isEqualTo(counted.size());
    } else {
      assertThat(countsTold).as("counts told").isGreaterThanOrEqualTo(counted.size());
    }
  }

  private static boolean silences(Finding earlier, Finding later) {
    Duration apart =
        Duration.between(earlier.event().time().orElseThrow(), later.event().time().orElseThrow());
    return !later.act().quiet().isZero()
        && !earlier.act().quiet().isZero()
        && earlier.rule().id().equals(later.rule().id())
        && earlier.act().actor().equals(later.act().actor())
        && earlier.act().target().equals(later.act().target())
        && apart.abs().compareTo(later.act().quiet()) < 0;
  }

  private static Once once(Finding finding) {
    return new Once(finding.act().event(), finding.rule().id());
  }
}
