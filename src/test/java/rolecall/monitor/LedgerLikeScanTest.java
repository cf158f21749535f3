package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rolecall.finding.Finding;
import rolecall.ledger.Claim;
import rolecall.ledger.Findings;
import rolecall.ledger.Ledger;
import rolecall.ledger.MemoryStore;
import rolecall.ledger.SetClock;

/** The function's ledger and the windows of {@code scan} must agree where events come in order. */
class LedgerLikeScanTest {
  private static final Duration HELD = Duration.ofMinutes(2);
  private static final Duration MOST = Duration.ofSeconds(1);

  @Test
  void in_the_order_of_event_time_both_tell_the_same_and_count_the_same() {
    for (int seed = 0; seed < 500; seed++) {
      List<Finding> findings = findings(new Random(seed));

      List<Telling> scanned = scanned(findings);
      Ledger ledger = ledger();
      List<String> told = told(findings, ledger);

      assertThat(told)
          .as("seed " + seed)
          .isEqualTo(scanned.stream().map(one -> one.finding().event().id()).toList());
      long repeats = scanned.stream().mapToLong(one -> one.told().repeats()).sum();
      assertThat(findings.size() - told.size()).as("seed " + seed).isEqualTo((int) repeats);
    }
  }

  private static List<Finding> findings(Random random) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Findings made =
          Findings.of("e" + i)
              .rule("r" + random.nextInt(2))
              .at(30L * random.nextInt(12))
              .by("actor " + random.nextInt(2))
              .quiet(Duration.ofMinutes(random.nextInt(5) == 0 ? 0 : 60));
      findings.add(random.nextInt(10) == 0 ? made.withoutTime().made() : made.made());
    }
    findings.sort(
        Comparator.comparing(
            f -> f.event().time().orElse(Findings.MORNING.plus(Duration.ofDays(1)))));
    return findings;
  }

  private static List<Telling> scanned(List<Finding> findings) {
    QuietWindows windows = new QuietWindows();
    List<Telling> told = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Telling> around = windows.around(finding);
      if (around.isPresent()) {
        around.get().repeat();
      } else {
        Telling telling = new Telling(finding);
        windows.open(telling);
        told.add(telling);
      }
    }
    return told;
  }

  private static Ledger ledger() {
    SetClock clock = new SetClock();
    int[] holders = {0};
    return new Ledger(new MemoryStore(clock, 1000), clock, () -> Integer.toString(holders[0]++));
  }

  private static List<String> told(List<Finding> findings, Ledger ledger) {
    List<String> told = new ArrayList<>();
    for (Finding finding : findings) {
      switch (ledger.claim(finding, HELD, MOST)) {
        case Claim.Held held -> {
          assertThat(ledger.confirm(held.token(), MOST)).isEmpty();
          told.add(finding.event().id());
        }
        case Claim.Repeat() -> {}
        case Claim.AlreadyTold() -> throw new AssertionError("told already");
        case Claim.HeldByAnother() -> throw new AssertionError("held by another");
        case Claim.Unchecked(String why) -> throw new AssertionError(why);
      }
    }
    return told;
  }
}
