package rolecall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolecall.ledger.Takings.Taking;

/** Whose act a console switch is, on whatever store. */
public abstract class TakingsContract {
  private static final Duration MOST = Duration.ofSeconds(20);
  private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/Admin/dana";

  private final SetClock clock = new SetClock();
  private Takings takings;

  /** An empty store. */
  protected abstract Store empty();

  @BeforeEach
  void begin() {
    takings = new Takings(empty(), clock, () -> UUID.randomUUID().toString());
  }

  @Test
  void a_switch_is_the_act_of_whoever_took_the_role_beside_it() throws StoreTrouble {
    takings.note(taken("09:00:00"), "dana", MOST);

    assertThat(takings.actorOf(taken("09:00:01"), MOST)).contains("dana");
    assertThat(takings.actorOf(taken("09:00:59"), MOST)).contains("dana");
  }

  @Test
  void also_over_the_end_of_a_minute_and_when_clocks_differ_a_little() throws StoreTrouble {
    takings.note(taken("09:00:59"), "dana", MOST);
    takings.note(taken("10:01:00"), "erin", MOST);

    assertThat(takings.actorOf(taken("09:01:01"), MOST)).contains("dana");
    assertThat(takings.actorOf(taken("10:00:58"), MOST)).contains("erin");
  }

  @Test
  void what_is_not_beside_it_tells_nothing() throws StoreTrouble {
    takings.note(taken("09:00:00"), "dana", MOST);
    Instant beside = taken("09:00:01").at();

    assertThat(takings.actorOf(taken("09:02:00"), MOST)).isEmpty();
    assertThat(takings.actorOf(taken("08:59:00"), MOST)).isEmpty();
    assertThat(takings.actorOf(new Taking(SESSION, "Other@111122223333", beside), MOST)).isEmpty();
    assertThat(takings.actorOf(new Taking(SESSION + "2", "Role@111122223333", beside), MOST))
        .isEmpty();
  }

  @Test
  void a_name_that_two_used_tells_nothing_of_either() throws StoreTrouble {
    takings.note(taken("09:00:10"), "dana", MOST);
    takings.note(taken("09:00:20"), "erin", MOST);
    takings.note(taken("09:00:30"), "dana", MOST);

    assertThat(takings.actorOf(taken("09:00:11"), MOST)).isEmpty();
  }

  @Test
  void nor_if_they_did_in_two_minutes_one_after_the_other() throws StoreTrouble {
    takings.note(taken("09:00:30"), "dana", MOST);
    takings.note(taken("09:01:10"), "erin", MOST);

    assertThat(takings.actorOf(taken("09:01:11"), MOST)).isEmpty();
  }

  @Test
  void one_actor_may_take_it_often() throws StoreTrouble {
    for (int i = 10; i < 30; i++) {
      assertThat(takings.note(taken("09:00:" + i), "dana", MOST)).isTrue();
    }
    assertThat(takings.actorOf(taken("09:00:31"), MOST)).contains("dana");
  }

  private static Taking taken(String time) {
    return new Taking(SESSION, "Role@111122223333", Instant.parse("2026-03-02T" + time + "Z"));
  }
}
