package rolecall.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.lineage.TestCalls.DANA;
import static rolecall.lineage.TestCalls.assume;
import static rolecall.lineage.TestCalls.call;
import static rolecall.lineage.TestCalls.key;
import static rolecall.lineage.TestCalls.session;
import static rolecall.lineage.TestCalls.shared;
import static rolecall.lineage.TestCalls.stranger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.lineage.Inquiry.Outlook;
import rolecall.lineage.Tracer.Traced;
import rolecall.record.Issued;
import rolecall.record.TrailRecord;

class AskingTracerTest {
  private static final String HOME = "111122223333";
  private static final Duration LONG = Duration.ofMinutes(1);

  private long nanos;

  /** Knows the records of one account, and counts who asks. */
  private static final class Known implements Inquiry {
    private final Map<String, List<TrailRecord>> records = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private Outlook outlook = Outlook.FINAL;

    void put(TrailRecord record) {
      Issued.of(record)
          .map(Issued::keys)
          .orElse(List.of())
          .forEach(key -> records.computeIfAbsent(key, _ -> new ArrayList<>()).add(record));
    }

    @Override
    public Answer ask(Question question, Allowance allowance) {
      asked.add(question.key());
      if (!allowance.takeCall()) {
        return new Answer.Unsettled(List.of(), "no call was left", Outlook.HELD_UP);
      }
      List<TrailRecord> found = records.getOrDefault(question.key(), List.of());
      return question.isSettledBy(found)
          ? new Answer.Settled(found)
          : new Answer.Unsettled(found, "nobody knows " + question.key(), outlook);
    }

    @Override
    public Optional<String> account() {
      return Optional.of(HOME);
    }
  }

  private final Known known = new Known();
  private final AskingTracer tracer = new AskingTracer(known, () -> nanos, 3, 2);

  private static String number(int number) {
    return "ASIAEXAMPLE%09d".formatted(number);
  }

  private static TrailRecord use(int number) {
    return call("e", "10:00:00", HOME, session(HOME, "Admin", "dana", number(number)));
  }

  /** What issued the key of that number at that second. */
  private static TrailRecord issued(int number) {
    return assume(
        "a" + number,
        "09:00:%02d".formatted(number),
        HOME,
        DANA,
        key(number(number), HOME, "Admin", "dana"));
  }

  @Test
  void of_what_was_heard_the_newest_stay() {
    for (int number : List.of(4, 1, 3, 2, 5, 3)) {
      tracer.hear(issued(number));
    }
    for (int number = 1; number <= 5; number++) {
      tracer.trace(use(number), LONG);
    }
    assertThat(known.asked).containsExactly(number(1), number(2));
  }

  @Test
  void what_issues_no_key_takes_no_room() {
    tracer.hear(issued(1));
    for (int i = 0; i < 9; i++) {
      tracer.hear(call("c" + i, "11:00:00", HOME, DANA));
    }
    tracer.trace(use(1), LONG);
    assertThat(known.asked).isEmpty();
  }

  @Test
  void answers_are_remembered_up_to_a_bound() {
    List.of(1, 2, 3).forEach(number -> known.put(issued(number)));
    for (int number : List.of(1, 2, 1, 2, 3, 2, 1)) {
      assertThat(tracer.trace(use(number), LONG).chain().hops()).hasSize(2);
    }
    assertThat(known.asked).containsExactly(number(1), number(2), number(3), number(1));
  }

  @Test
  void vain_questions_are_remembered_for_a_minute_unless_they_were_held_up() {
    known.outlook = Outlook.YOUNG;
    assertThat(tracer.trace(use(1), LONG).open()).isTrue();
    nanos += Answered.MISSING_FOR.toNanos() - 1;
    assertThat(tracer.trace(use(1), LONG).open()).isTrue();
    assertThat(known.asked).hasSize(1);
    nanos++;
    known.outlook = Outlook.HELD_UP;
    assertThat(tracer.trace(use(1), LONG).open()).isTrue();
    assertThat(tracer.trace(use(1), LONG).open()).isTrue();
    assertThat(known.asked).hasSize(3);
    known.put(issued(1));
    assertThat(tracer.trace(use(1), LONG).open()).isFalse();
  }

  @Test
  void what_does_not_settle_it_is_the_reason_then_and_as_long_as_it_is_remembered() {
    known.put(assume("x", "09:00:00", HOME, DANA, key(number(1), HOME, "Other", "lee")));
    for (int i = 0; i < 2; i++) {
      assertThat(tracer.trace(use(1), LONG).chain().root().why())
          .startsWith(
              "event x says that it issued ASIAEXAMPLE000000001, which cannot be: it issued it to"
                  + " another session");
    }
    assertThat(known.asked).hasSize(1);
  }

  @Test
  void a_heard_record_that_cannot_be_it_does_not_keep_from_asking() {
    tracer.hear(assume("x", "09:00:00", HOME, DANA, key(number(1), HOME, "Other", "lee")));
    known.put(issued(1));
    assertThat(tracer.trace(use(1), LONG).chain().hops())
        .extracting(hop -> hop.event().id())
        .containsExactly("e", "a1");
  }

  @Test
  void the_heard_copy_of_the_called_account_leads_to_the_asked_copy_of_the_caller() {
    String away = "444455556666";
    String answer = key(number(1), away, "Admin", "dana");
    tracer.hear(shared(assume("b", "09:00:00", away, stranger(HOME), answer), "s"));
    known.put(shared(assume("a", "09:00:00", HOME, DANA, answer), "s"));
    Traced traced =
        tracer.trace(call("e", "10:00:00", away, session(away, "Admin", "dana", number(1))), LONG);
    assertThat(traced.chain().hops())
        .extracting(hop -> hop.event().id() + " " + hop.join())
        .containsExactly("e EVENT", "b ISSUED_KEY", "a SHARED_EVENT");
  }

  @Test
  void hops_are_bounded() {
    for (int number = 1; number < 20; number++) {
      known.put(
          assume(
              "a" + number,
              "09:%02d:00".formatted(number),
              HOME,
              session(HOME, "Admin", "dana", number(number - 1)),
              key(number(number), HOME, "Admin", "dana")));
    }
    Traced traced = tracer.trace(use(19), LONG);
    assertThat(traced.chain().root())
        .isEqualTo(new Root.Unknown("the chain goes on, and is not followed further than 10 hops"));
    assertThat(traced.open()).isFalse();
    assertThat(known.asked).hasSize(11);
  }

  @Test
  void calls_are_bounded_over_all_hops() {
    Allowance allowance = new Allowance(LONG, 2, () -> nanos);
    assertThat(allowance.takeCall()).isTrue();
    assertThat(allowance.part().takeCall()).isTrue();
    assertThat(allowance.isSpent()).isTrue();
    assertThat(allowance.takeCall()).isFalse();
    assertThat(allowance.takeCall()).isFalse();
  }

  @Test
  void time_is_over_for_all_parts_at_once_and_for_one_that_is_ended_alone() {
    Allowance whole = new Allowance(LONG, 2, () -> nanos);
    nanos += Duration.ofSeconds(59).toNanos();
    Allowance part = whole.part();
    assertThat(part.left()).isEqualTo(Duration.ofSeconds(1));
    part.end();
    assertThat(part.left()).isZero();
    assertThat(whole.left()).isEqualTo(Duration.ofSeconds(1));
    nanos += Duration.ofSeconds(2).toNanos();
    assertThat(whole.left()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"21, 0, 0", "22, 20, 0", "23, 20, 40", "24, 20, 100"})
  void of_thousands_of_sessions_heard_and_asked_tell_what_all_of_them_tell(
      long seed, int lostPercent, int heardPercent) {
    World world = new World(seed, 2000, lostPercent);
    AskingTracer large = new AskingTracer(known, () -> nanos, 100_000, 100_000);
    Gathering gathering = new Gathering();
    for (TrailRecord record : world.records()) {
      boolean heard = Math.floorMod(place(record), 100) < heardPercent;
      boolean asked = record.recipientAccountId().equals(Optional.of(HOME));
      if (heard) {
        large.hear(record);
      }
      if (asked) {
        known.put(record);
      }
      if (heard || asked) {
        gathering.add(record);
      }
    }
    Lineage oracle = gathering.lineage();
    List<String> wrong = new ArrayList<>();
    for (TrailRecord event : world.roots().keySet()) {
      Chain told = large.trace(event, LONG).chain();
      Chain truth = oracle.trace(event);
      if (!told.hops().equals(truth.hops())
          || !World.told(told.root()).equals(World.told(truth.root()))
          || !told.evidence().equals(truth.evidence())) {
        wrong.add(event.eventId());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(known.asked).isNotEmpty().allMatch(key -> key.startsWith("ASIA"));
  }

  /** The records of one key are all heard or none. A copy that names no key is only ever heard. */
  private static int place(TrailRecord record) {
    List<String> keys = Issued.of(record).map(Issued::keys).orElse(List.of());
    return keys.isEmpty() ? 0 : keys.getFirst().hashCode();
  }
}
