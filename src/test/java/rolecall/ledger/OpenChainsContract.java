package rolecall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolecall.finding.Input;
import rolecall.ledger.OpenChains.Kept;

/** Which alerts wait for more of their chains, on whatever store. */
public abstract class OpenChainsContract {
  private static final Duration MOST = Duration.ofSeconds(20);
  private static final Duration HELD = Duration.ofMinutes(1);

  private final SetClock clock = new SetClock();
  private OpenChains open;

  /** An empty store. */
  protected abstract Store empty();

  @BeforeEach
  void begin() {
    open = new OpenChains(empty(), clock, () -> UUID.randomUUID().toString());
  }

  @Test
  void what_was_told_is_kept_as_it_was() throws StoreTrouble {
    OpenChain chain =
        new OpenChain(
            "{\"eventID\":\"e1\",\"x\":\"\\ud800 \\u0000 ü\"}",
            new Input("sqs", 7),
            List.of("rule-a", "rule-b"),
            clock.instant(),
            List.of(
                new Claim.Earlier("e0", Optional.of("444455556666")),
                new Claim.Earlier("e9", Optional.empty())),
            true,
            3,
            "stated");
    assertThat(open.keep(chain, "e1", MOST)).isTrue();

    assertThat(open.all(MOST)).extracting(Kept::chain).containsExactly(chain);
  }

  @Test
  void it_is_told_once_whoever_takes_it() throws StoreTrouble {
    open.keep(chain("e1"), "e1", MOST);
    Kept seen = open.all(MOST).getFirst();
    Optional<Kept> taken = open.take(seen, HELD, MOST);

    assertThat(taken).isPresent();
    assertThat(open.take(seen, HELD, MOST)).isEmpty();
    assertThat(open.all(MOST)).isEmpty();
    assertThat(open.forget(taken.get(), MOST)).isTrue();
    clock.pass(HELD);
    assertThat(open.all(MOST)).isEmpty();
  }

  @Test
  void what_could_not_be_told_may_be_taken_again() throws StoreTrouble {
    open.keep(chain("e1"), "e1", MOST);
    Kept taken = open.take(open.all(MOST).getFirst(), HELD, MOST).orElseThrow();

    assertThat(open.release(taken, MOST)).isTrue();
    assertThat(open.take(open.all(MOST).getFirst(), HELD, MOST)).isPresent();
  }

  @Test
  void whoever_takes_it_and_ends_keeps_nobody_from_it_for_good() throws StoreTrouble {
    open.keep(chain("e1"), "e1", MOST);
    Kept first = open.take(open.all(MOST).getFirst(), HELD, MOST).orElseThrow();
    clock.pass(HELD);
    Kept second = open.take(open.all(MOST).getFirst(), HELD, MOST).orElseThrow();

    assertThat(open.forget(first, MOST)).isFalse();
    assertThat(open.forget(second, MOST)).isTrue();
  }

  @Test
  void it_lasts_two_hours_however_often_it_is_taken() throws StoreTrouble {
    open.keep(chain("e1"), "e1", MOST);
    clock.pass(Duration.ofMinutes(110));
    Kept taken = open.take(open.all(MOST).getFirst(), HELD, MOST).orElseThrow();
    open.release(taken, MOST);
    assertThat(open.all(MOST)).hasSize(1);
    clock.pass(Duration.ofMinutes(10));

    assertThat(open.all(MOST)).isEmpty();
    assertThat(open.keep(chain("e2"), "e1", MOST)).as("its place is free again").isTrue();
  }

  @Test
  void the_oldest_comes_first() throws StoreTrouble {
    List<String> events = List.of("e1", "e2", "e3", "e4", "e5", "e6");
    for (String event : events) {
      clock.pass(Duration.ofSeconds(1));
      open.keep(chain(event), event, MOST);
    }
    assertThat(open.all(MOST)).extracting(kept -> kept.chain().rec()).isEqualTo(events);
  }

  @Test
  void there_are_never_more_than_there_is_room_for() throws StoreTrouble {
    int kept = 0;
    for (int i = 0; i < 400; i++) {
      kept += open.keep(chain("e" + i), "e" + i, MOST) ? 1 : 0;
    }
    assertThat(open.all(MOST)).hasSize(kept);
    assertThat(kept).isBetween(OpenChains.PLACES / 2, OpenChains.PLACES);
  }

  @Test
  void what_is_too_large_is_not_kept() throws StoreTrouble {
    assertThat(open.keep(chain("x".repeat(OpenChains.LONGEST)), "e1", MOST)).isTrue();
    assertThat(open.keep(chain("x".repeat(OpenChains.LONGEST + 1)), "e2", MOST)).isFalse();
  }

  private OpenChain chain(String rec) {
    Instant now = clock.instant();
    return new OpenChain(
        rec, new Input("f", 0), List.of("rule-a"), now, List.of(), false, 1, "unknown");
  }
}
