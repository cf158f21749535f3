package rolecall.ledger;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerPropertyTest {
  private static final int WORLDS = 300;

  @Test
  void whatever_workers_do_each_rule_is_told_or_counted_once_and_no_count_is_lost() {
    for (int seed = 0; seed < WORLDS; seed++) {
      try {
        Workers workers = new Workers(new Random(seed));
        for (int i = 0; i < 150; i++) {
          workers.step();
        }
        workers.end();
      } catch (AssertionError | RuntimeException failed) {
        throw new AssertionError("seed " + seed, failed);
      }
    }
  }
}
